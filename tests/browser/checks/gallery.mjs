// The gallery: opens by http and as a file, by keyboard, narrow and with large text.
import { strict as assert } from 'node:assert';

const READY = `await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the gallery is ready');
  const chart = await __probe.until(() => document.querySelector('indicator-chart'), 'a chart is in the page');
  await __probe.until(() => __probe.drawn(chart), 'its chart is drawn');`;

async function opens({ page, open, shipped, base }) {
  await open(`${shipped}index.html#jinhua-rd-intensity-2025`);
  const seen = await page.run(`${READY}
    return { rows: document.querySelectorAll('#list li a').length, plans: document.querySelectorAll('#list section').length,
      chart: chart.getAttribute('target'),
      nonsense: (/undefined|NaN|null|\\[object|\\{\\w*\\}/.exec(document.body.innerText) || [''])[0], fault: __probe.visible(document.getElementById('fault')) };`);
  assert.deepEqual(seen, { rows: 192, plans: 5, chart: 'jinhua-rd-intensity-2025', nonsense: '', fault: false });
  const elsewhere = (await page.requests()).filter((url) => !url.startsWith(new URL(shipped, base).href) && !url.endsWith('/pages/watch.js') && !url.endsWith('/favicon.ico'));
  assert.deepEqual(elsewhere, [], 'requests outside its own folder');
}

async function followsTheAddress({ page, open, shipped }) {
  await open(`${shipped}index.html`);
  const seen = await page.run(`${READY}
    location.hash = '#linxia-forest-coverage-2023';
    const links = document.querySelectorAll('#list li a');
    const last = links[links.length - 1];
    location.hash = last.getAttribute('href');
    const fresh = await __probe.until(() => {
      const one = document.querySelector('indicator-chart');
      return one && one.getAttribute('target') === last.getAttribute('href').slice(1) && __probe.drawn(one) && one;
    }, 'the last target is drawn');
    return __probe.text(fresh).length;`);
  assert.ok(seen > 50);
}

/** Presses Tab from the top of the page until it comes round; gives back the stops as the page saw them. */
async function tabThrough(page, from, limit) {
  const due = await page.run(`
    window.__stops = __probe.tabbable(${from});
    if (document.activeElement) document.activeElement.blur();
    return window.__stops.map(__probe.label);`);
  const stops = [];
  for (let i = 0; i < Math.min(due.length, limit) + 5; i++) {
    await page.press('Tab');
    const stop = await page.run('return __probe.stop(window.__stops);');
    if (stops.length && (stop.page || stop.at === 0)) break;
    stops.push(stop);
  }
  return { due, stops };
}

function assertStops({ due, stops }, limit) {
  const wanted = Math.min(due.length, limit);
  const reached = stops.filter((stop) => stop.at >= 0).map((stop) => stop.at);
  const strange = stops.filter((stop) => stop.at < 0 && !stop.scroller && !stop.page).map((stop) => stop.label);
  assert.deepEqual(strange, [], 'stops that are no control');
  assert.deepEqual(reached.slice(0, wanted).map((at) => due[at]), due.slice(0, wanted), 'every control, in the order of the page');
  assert.deepEqual(stops.filter((stop) => stop.at >= 0 && !stop.focus).map((stop) => stop.label), [], 'controls that do not show the focus');
}

async function galleryByKeyboard({ page, open, shipped }) {
  await open(`${shipped}index.html?plan=fujian-2025#fujian-2025`);
  await page.run(READY);
  assertStops(await tabThrough(page, 'document', 400), 400);
}

async function chartByKeyboard({ page, openChart }) {
  await openChart();
  const walked = await tabThrough(page, 'document', 400);
  assertStops(walked, 400);
  assert.ok(walked.due.length >= 4, `a chart has a table and a source to open: ${walked.due.join(', ')}`);
}

async function switchesByKeyboard({ page, openChart }) {
  await openChart();
  const look = `const frame = document.getElementById('chart').shadowRoot;
    const shows = (selector) => Array.prototype.some.call(frame.querySelectorAll(selector), __probe.visible);
    return { chart: shows('[part~="svg"]'), table: shows('table'), source: shows('blockquote, q, [part~="quote"], .quote'), at: __probe.label(__probe.active()) };`;
  const after = async (key) => {
    if (key) await page.press(key);
    await page.run('await __probe.sleep(80);');
    return page.run(look);
  };
  const focus = (selector) => page.run(`document.getElementById('chart').shadowRoot.querySelector(args[0]).focus();`, selector);
  await focus('[role="tab"][aria-selected="true"]');
  const start = await after();
  assert.deepEqual([start.chart, start.table], [true, false], 'opens with the chart');
  const second = await after('ArrowRight');
  assert.deepEqual([second.chart, second.table], [false, true], 'the arrow shows the table');
  assert.notEqual(second.at, start.at, 'the focus goes along');
  const back = await after('ArrowLeft');
  assert.deepEqual([back.chart, back.table], [true, false], 'the arrow back shows the chart');
  await focus('[aria-controls^="sources"]');
  assert.equal((await after()).source, false, 'the source is closed');
  assert.equal((await after('Enter')).source, true, 'Enter opens the source');
  assert.equal((await after(' ')).source, false, 'Space closes it');
}

async function narrow({ page, open, shipped, base }) {
  for (const [address, width, text] of [[`${shipped}index.html`, 320, 100], [`${shipped}index.html#jinhua-rd-intensity-2025`, 320, 100],
    [`${shipped}index.html#jinhua-rd-intensity-2025`, 640, 200], ['pages/one.html', 320, 100], ['pages/one.html', 640, 200], ['pages/one.html', 320, 200]]) {
    await open(`pages/frame.html#${width},${encodeURIComponent(new URL(address, base).href)}`);
    const found = await page.run(`
      const frame = document.getElementById('frame').contentWindow;
      const inner = await __probe.until(() => frame.location.href !== 'about:blank' && frame.document.readyState === 'complete' && frame.document,
        'the frame is loaded');
      frame.document.documentElement.style.fontSize = args[0] + '%';
      const wanted = inner.querySelector('#list') && !args[1] ? '#list li a' : 'indicator-chart';
      await __probe.until(() => inner.querySelector(wanted), wanted + ' is there');
      const chart = inner.querySelector('indicator-chart');
      if (chart) {
        chart.scrollIntoView();
        await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
      }
      await __probe.sleep(200);
      return { over: inner.documentElement.scrollWidth - inner.documentElement.clientWidth, outside: chart ? __probe.outside(chart) : [],
        crossing: chart ? __probe.crossing(chart) : [] };`, text, address.includes('#'));
    const what = `${address}, ${width} px, text at ${text} %`;
    assert.ok(found.over <= 0, `${what}: scrolls sideways by ${found.over} px`);
    assert.deepEqual(found.outside, [], `${what}: sticks out`);
    assert.deepEqual(found.crossing, [], `${what}: labels on each other`);
  }
}

async function galleryAxe({ page, open, shipped, violations }) {
  for (const theme of ['light', 'dark', 'contrast']) {
    await open(`${shipped}index.html?theme=${theme}#jinhua-rd-intensity-2025`);
    await page.run(READY);
    assert.deepEqual(await violations(), [], `theme ${theme}`);
  }
}

async function chartAxe({ openChart, violations }) {
  for (const theme of ['light', 'dark', 'contrast']) {
    for (const view of ['trajectory', 'table']) {
      await openChart({ theme, view });
      assert.deepEqual(await violations(), [], `theme ${theme}, view ${view}`);
    }
  }
}

const AXE = ['chromium', 'firefox'];

export default [
  { name: 'gallery opens', run: opens },
  { name: 'gallery follows its address', run: followsTheAddress },
  { name: 'gallery by keyboard', run: galleryByKeyboard, origins: ['http'] },
  { name: 'chart by keyboard', run: chartByKeyboard, origins: ['http'] },
  { name: 'chart switches by keyboard', run: switchesByKeyboard, origins: ['http'] },
  // Frames of file:// pages are foreign to each other, so by http alone.
  { name: 'narrow and large', run: narrow, origins: ['http'] },
  { name: 'gallery for axe-core', run: galleryAxe, browsers: AXE, origins: ['http'] },
  { name: 'chart for axe-core', run: chartAxe, browsers: AXE, origins: ['http'] },
];
