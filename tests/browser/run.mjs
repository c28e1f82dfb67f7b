// Opens what dist/ ships in real browsers, by http and as a file, and checks it there.
//
//   node tests/browser/run.mjs [--browsers chromium,firefox,webkit,chromium69] [--only WORD] [--screenshots DIR]
//
// A failed check leaves a picture in tests/browser/failures/. The last line is `N passed, N failed`; ends with 1 if any failed.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, startBrowser } from './browsers.mjs';
import { takeScreenshots } from './screenshots.mjs';
import { HERE, TOP, openSite } from './site.mjs';

/** How many browsers run at once: each keeps about one core busy. */
const AT_ONCE = 2;
const FAILURES = join(HERE, 'failures');

function options() {
  const { values } = parseArgs({
    options: {
      browsers: { type: 'string', default: BROWSERS.join(',') },
      only: { type: 'string', default: '' },
      screenshots: { type: 'string' },
    },
  });
  const browsers = values.browsers.split(',');
  const unknown = browsers.find((name) => !BROWSERS.includes(name));
  if (unknown) throw new Error(`no browser ${unknown}; there are ${BROWSERS.join(', ')}`);
  return { ...values, browsers };
}

async function allChecks(only) {
  const checks = [];
  for (const file of readdirSync(join(HERE, 'checks')).sort()) {
    const { default: list } = await import(`./checks/${file}`);
    checks.push(...list);
  }
  return checks.filter((check) => check.name.includes(only));
}

/** What a check works with: a page of one browser, by way of http or as a file. */
class Visit {
  constructor(page, origin, base) {
    Object.assign(this, { page, origin, base });
  }

  /** Opens an address below the site's folder, with the tests' own questions (`__probe`) at hand. */
  open = async (path) => {
    await this.page.open(new URL(path, this.base).href);
    await this.page.run(readFileSync(join(HERE, 'pages', 'probe.js'), 'utf8'));
  };

  /** The shipped pages: as they are where the browser's driver tells what they say, else with watch.js in them. */
  get shipped() {
    return this.page.can.native ? 'dist/' : 'watched/';
  }

  /** Opens the page with one chart and waits until it is drawn. */
  openChart = async (attributes = {}) => {
    await this.open('pages/one.html');
    await this.page.run(`
      const chart = document.getElementById('chart');
      await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
      for (const [name, value] of Object.entries(args[0])) chart.setAttribute(name, value);
      if (Object.keys(args[0]).length) await __probe.sleep(100);`, attributes);
  };

  /** What axe-core finds wrong in the page as it stands. */
  violations = async () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    return this.page.run(`if (!window.axe) { ${source} }
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
      return violations.map((one) => one.id + ': ' + one.help + ' at ' + one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', '));`);
  };
}

/** Runs one check; gives back what went wrong, or nothing. */
async function attempt(check, visit) {
  try {
    await check.run(visit);
    const messages = check.mayWarn ? [] : await visit.page.messages();
    if (messages.length) throw new Error(`the console is not empty:\n${messages.slice(0, 10).join('\n')}`);
    return undefined;
  } catch (error) {
    const said = await visit.page.messages().catch(() => []);
    const lines = error.message.split('\n').slice(0, 25);
    return [...lines, ...said.slice(0, 5).filter((line) => !error.message.includes(line))].join('\n');
  }
}

async function leavePicture(visit, title) {
  if (!visit.page.can.screenshot) return;
  mkdirSync(FAILURES, { recursive: true });
  const file = join(FAILURES, `${title.replace(/[^\w.-]+/g, '-')}.png`);
  await visit.page.screenshot(file).catch(() => {});
}

async function runBrowser(name, checks, site, report) {
  let page;
  try {
    page = await startBrowser(name);
    for (const origin of ['http', 'file']) {
      const visit = new Visit(page, origin, site[origin]);
      for (const check of checks) {
        if (check.origins && !check.origins.includes(origin)) continue;
        if (check.browsers && !check.browsers.includes(name)) continue;
        const start = performance.now();
        const wrong = await attempt(check, visit);
        if (page.can.emulate && wrong) await page.resize(1000, 800);
        const title = `${name} ${origin} ${check.name}`;
        report(title, wrong, (performance.now() - start) / 1000);
        if (wrong) await leavePicture(visit, title);
      }
    }
  } catch (error) {
    report(name, error.stack);
  } finally {
    await page?.close();
  }
}

async function main() {
  const { browsers, only, screenshots } = options();
  if (!existsSync(join(TOP, 'dist', 'indicator-widgets.js'))) throw new Error('dist/ holds no indicator-widgets.js: run `make dist` first');
  rmSync(FAILURES, { recursive: true, force: true });
  const site = await openSite();
  let passed = 0;
  let failed = 0;
  const report = (title, wrong, seconds = 0) => {
    if (wrong) failed++; else passed++;
    console.log(`${wrong ? 'FAILED' : 'ok    '} ${title} (${seconds.toFixed(1)} s)${wrong ? `\n    ${wrong.replace(/\n/g, '\n    ')}` : ''}`);
  };
  try {
    if (screenshots) await takeScreenshots(site, screenshots);
    else {
      const checks = await allChecks(only);
      const waiting = [...browsers];
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        for (let name = waiting.shift(); name; name = waiting.shift()) await runBrowser(name, checks, site, report);
      }));
    }
  } finally {
    site.close();
  }
  if (!screenshots) console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || (!screenshots && !passed) ? 1 : 0;
}

main().catch((error) => {
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
});
