// axe-core over views: every state, width, theme, language and text size, with all there is to operate.
//
//   node tests/browser/axe.mjs          the pairwise subset
//   node tests/browser/axe.mjs --all    every combination
import { startBrowser } from './browsers.mjs';
import { all, attributes, pairwise, title } from './cases.mjs';
import { AXE } from './rules.mjs';
import { openSite } from './site.mjs';

/** Draws a combination with its panels open, and gives back what axe-core finds wrong. */
async function violations(page, site, one) {
  await page.resize(one.width, 900);
  if (!page.ready) {
    await page.open(new URL('pages/picture.html', site.http).href);
    await page.run(`${AXE}; const main = document.createElement('main');
      const heading = document.createElement('h1'); heading.textContent = 'axe'; main.appendChild(heading); document.body.appendChild(main);`);
    page.ready = true;
  }
  return page.run(`
    const main = document.querySelector('main');
    const before = main.querySelector('indicator-chart');
    if (before) main.removeChild(before);
    const chart = document.createElement('indicator-chart');
    document.documentElement.lang = args[0].lang;
    document.documentElement.style.background = args[0].theme === 'dark' ? '#14181d' : '#fff';
    document.querySelector('h1').style.color = args[0].theme === 'dark' ? '#fff' : '#000';
    Object.keys(args[0]).forEach((name) => chart.setAttribute(name, args[0][name]));
    const drawn = new Promise((done, failed) => {
      chart.addEventListener('indicator-ready', done);
      chart.addEventListener('indicator-error', (event) => failed(new Error(event.detail.message)));
      setTimeout(() => failed(new Error('not drawn in 20 s')), 20000);
    });
    main.appendChild(chart);
    await drawn;
    chart.shadowRoot.querySelectorAll('[aria-expanded="false"]').forEach((button) => button.click());
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map((one) => one.id + ': ' + one.help + ' at ' + one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + (node.any[0] ? node.any[0].message : '')).join(', '));`,
  { ...attributes(one), controls: 'full' });
}

async function main() {
  const wanted = process.argv.includes('--all') ? all() : pairwise();
  const site = await openSite();
  const page = await startBrowser('chromium');
  let failed = 0;
  const start = Date.now();
  try {
    for (const one of wanted) {
      const found = await violations(page, site, one).catch((error) => {
        page.ready = false;
        return [error.message];
      });
      if (found.length) {
        failed += 1;
        console.log(`FAILED axe ${title(one)}\n    ${found.join('\n    ')}`);
      }
    }
  } finally {
    await page.close();
    site.close();
  }
  console.log(`axe-core: ${wanted.length} combinations in ${Math.round((Date.now() - start) / 1000)} s, ${failed} with findings`);
  process.exitCode = failed ? 1 : 0;
}

await main();
