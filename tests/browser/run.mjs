// Opens what dist/ ships in real browsers, by http and as a file, and checks it there.
//
//   node tests/browser/run.mjs [--all] [--browsers chromium,firefox,webkit,chromium69] [--only WORD] [--screenshots DIR]
//
// Each of checks/ is a list of { name, run } with, where they differ from the usual:
//   browsers, origins   where it can hold at all; else in every browser, by http and as a file
//   both                by http and as a file each time; else each browser takes it once, turn about, and --all does both
//   usually             browsers that it runs in unless --all: of what takes long and has little to do with the browser
//   mayWarn             the console may say something
// --only runs what it names as --all does. Without it golden pictures and axe-core's round (pictures.mjs, axe.mjs) run along.
// A failed check leaves a picture in tests/browser/failures/. The last line is `N passed, N failed`; ends with 1 if any failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, startBrowser } from './browsers.mjs';
import { endWithUs } from './drivers/started.mjs';
import { AXE } from './rules.mjs';
import { takeScreenshots } from './screenshots.mjs';
import { HERE, TOP, openSite } from './site.mjs';

/** How many browsers run at once: each keeps about one core busy. */
const AT_ONCE = 2;
/** Programs of their own that run along in the same places, with the browser that each starts. */
const ALONG = [['axe.mjs', 'chromium'], ['pictures.mjs', 'chromium69']];
/** With fewer checks left in a browser no second one is started to help: that takes as long. */
const HELPED = 8;
const PROBE = readFileSync(join(HERE, 'pages', 'probe.js'), 'utf8');
const ORIGINS = ['http', 'file'];
const FAILURES = join(HERE, 'failures');
/** What a browser says of itself now and then: WebKit puts off what it tells of sizes by a frame, and reports that. */
const ITS_OWN = { webkit: /ResizeObserver loop completed with undelivered notifications/ };

function options() {
  const { values } = parseArgs({
    options: {
      browsers: { type: 'string', default: BROWSERS.join(',') },
      only: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
      screenshots: { type: 'string' },
    },
  });
  const browsers = values.browsers.split(',');
  const unknown = browsers.find((name) => !BROWSERS.includes(name));
  if (unknown) throw new Error(`no browser ${unknown}; there are ${BROWSERS.join(', ')}`);
  return { ...values, browsers };
}

async function allChecks() {
  const checks = [];
  for (const file of readdirSync(join(HERE, 'checks')).sort()) {
    const { default: list } = await import(`./checks/${file}`);
    // Checks of one list take turns, so that each origin has half of them.
    checks.push(...list.map((check, turn) => ({ ...check, turn })));
  }
  return checks;
}

/** Where a check runs in a browser: its origins, or none. */
function origins(check, name, all) {
  const may = check.origins ?? ORIGINS;
  const browsers = check.browsers ?? BROWSERS;
  if (!browsers.includes(name) || (!all && check.usually && !check.usually.includes(name))) return [];
  return all || check.both ? may : [may[(check.turn + BROWSERS.indexOf(name)) % may.length]];
}

/** What a check works with: a page of one browser, by way of http or as a file; whether `all` is to be done. */
class Visit {
  constructor(page, origin, base, all) {
    Object.assign(this, { page, origin, base, all });
  }

  /** Opens an address below the site's folder, with the tests' own questions (`__probe`) at hand. */
  open = async (path) => {
    await this.page.open(new URL(path, this.base).href);
    await this.page.run(PROBE);
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
      if (Object.keys(args[0]).length) await __probe.frames(3);`, attributes);
  };

  /** What axe-core finds wrong in the page as it stands, by all its rules or by those named. */
  violations = async (rules) => {
    if (!await this.page.run('return Boolean(window.axe);')) await this.page.run(AXE);
    return this.page.run(`const { violations } = await window.axe.run(document, Object.assign({ resultTypes: ['violations'] }, args[0] && { runOnly: args[0] }));
      return violations.map((one) => one.id + ': ' + one.help + ' at ' + one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', '));`, rules || null);
  };
}

/** Runs one check; gives back what went wrong, or nothing. */
async function attempt(check, visit) {
  try {
    await check.run(visit);
    const own = ITS_OWN[visit.page.name];
    const messages = check.mayWarn ? [] : (await visit.page.messages()).filter((line) => !own || !own.test(line));
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

/** Starts a browser and runs what is left of its `rest` there, until there is none: another may take of it too. */
async function runBrowser(name, rest, site, all, report) {
  let page;
  try {
    page = await startBrowser(name, all);
    for (let next = rest.shift(); next; next = rest.shift()) {
      const { check, origin } = next;
      const visit = new Visit(page, origin, site[origin], all);
      const start = performance.now();
      const wrong = await attempt(check, visit);
      const seconds = (performance.now() - start) / 1000;
      const title = `${name} ${origin} ${check.name}`;
      if (wrong) {
        if (page.can.emulate) await page.resize(1000, 800).catch(() => {});
        await leavePicture(visit, title);
      }
      report(title, wrong, seconds);
    }
  } catch (error) {
    report(name, `${error.stack}\n${rest.length} checks did not run`);
    rest.length = 0;
  } finally {
    await page?.close();
  }
}

/** Runs a program of ALONG to its end; it prints what failed itself. */
function runAlong(file, all, report) {
  return new Promise((resolve) => {
    const start = performance.now();
    let said = '';
    const child = endWithUs(spawn(process.execPath, [join(HERE, file), ...(all ? ['--all'] : [])], { stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { said += data; });
    child.once('close', (code) => {
      const [last] = said.trim().split('\n').slice(-1);
      report(`${file} ${code ? '' : last}`, code ? said.trim() || `ended with ${code}` : undefined, (performance.now() - start) / 1000);
      resolve();
    });
  });
}

/** Does all of `work`, lists by what does them, in AT_ONCE places: each takes the longest list that nobody works at, then helps with the longest. */
async function share(work, run) {
  const at = new Set();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (;;) {
      const [next] = work.filter((one) => one.rest.length >= (at.has(one) ? HELPED : 1)).sort((a, b) => at.has(a) - at.has(b) || b.rest.length - a.rest.length);
      if (!next) return;
      at.add(next);
      await run(next);
    }
  }));
}

async function main() {
  const { browsers, only, screenshots, ...given } = options();
  const all = given.all || Boolean(only);
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
      const checks = (await allChecks()).filter((check) => check.name.includes(only));
      const work = browsers.map((name) => ({ name, rest: checks.flatMap((check) => origins(check, name, all).map((origin) => ({ check, origin }))) }));
      if (!only) work.push(...ALONG.filter(([, name]) => browsers.includes(name)).map(([file]) => ({ file, rest: [file] })));
      await share(work, ({ name, file, rest }) => (file ? runAlong(rest.shift(), all, report) : runBrowser(name, rest, site, all, report)));
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
