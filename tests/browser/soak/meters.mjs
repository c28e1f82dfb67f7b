// What a browser tells of a page's memory, after it has thrown away what nobody needs.

const MB = 1048576;

/** Chromium: by the DevTools protocol. */
async function chromium(page) {
  await page.send('Performance.enable');
  await page.send('HeapProfiler.enable');
  return async () => {
    // What is freed first may let go of more.
    for (let i = 0; i < 2; i += 1) await page.send('HeapProfiler.collectGarbage');
    const { metrics } = await page.send('Performance.getMetrics');
    const of = (name) => metrics.find((one) => one.name === name).value;
    return { 'JS heap, MB': of('JSHeapUsedSize') / MB, 'DOM nodes': of('Nodes'), listeners: of('JSEventListeners') };
  };
}

/** Firefox: by what its own pages may ask (about:memory), where its driver lets us; the page's process as a whole. */
async function firefox(page) {
  const inside = async (script) => {
    await page.call('POST', `${page.session}/moz/context`, { context: 'chrome' });
    try {
      return await page.call('POST', `${page.session}/execute/async`, { script: `const done = arguments[0]; (async () => { ${script} })().then(done, (error) => done(String(error)));`, args: [] });
    } finally {
      await page.call('POST', `${page.session}/moz/context`, { context: 'content' });
    }
  };
  return async () => {
    const memory = await inside(`
      const global = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal;
      for (let i = 0; i < 3; i += 1) {
        Services.obs.notifyObservers(null, 'child-mmu-request');
        Services.obs.notifyObservers(null, 'child-gc-request');
        Services.obs.notifyObservers(null, 'child-cc-request');
        await new Promise((wait) => setTimeout(wait, 120));
      }
      const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
      const sums = { js: 0, dom: 0 };
      const own = 'pid ' + global.osPid + ')';
      await new Promise((done) => manager.getReports((process, path, kind, units, amount) => {
        if (!process.includes(own)) return;
        if (path.startsWith('js-main-runtime/') || path.startsWith('js-main-runtime-realms')) sums.js += path.startsWith('js-main-runtime/') ? amount : 0;
        if (path.startsWith('explicit/window-objects') && path.includes('/dom/')) sums.dom += amount;
      }, null, done, null, false));
      return sums;`);
    if (typeof memory === 'string') throw new Error(memory);
    return { 'JS heap, MB': memory.js / MB, 'DOM, MB': memory.dom / MB };
  };
}

/** A function that tells the page's figures by name. */
export function meter(page) {
  return page.name === 'firefox' ? firefox(page) : chromium(page);
}
