// Opens every page of tests/hosts/ in real browsers, with our lines and without, and compares what the page is then.
//
//   node tests/browser/hosts.mjs [--browsers chromium,firefox,webkit,chromium69] [--only WORD]
//
// A visit is good where the chart is drawn as in a plain page, or falls back as the page's situation demands, and where the page
// is otherwise the same: its nodes, computed styles, boxes, globals, requests and console. The table of pages and browsers
// goes to target/hosts.md. The last line is `N passed, N failed`; ends with 1 if any failed.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, startBrowser } from './browsers.mjs';
import { compare, said, wrong } from './hosts/compare.mjs';
import { NOWASM, openHosts } from './hosts/server.mjs';
import { visitsOf } from './hosts/visits.mjs';
import { TOP } from './site.mjs';
import hosts from '../hosts/list.mjs';

/** How many browsers run at once: each keeps about one core busy. */
const AT_ONCE = 2;
/** A chart must have come by then, in milliseconds. */
const LIMIT = 20_000;
/** A script that cannot run is given this long to show that it does not, in milliseconds. */
const STILL = 400;

const sleep = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/** Waits until the page's charts are what they should be, or for as long as it may take. */
async function settle(page, expected) {
  const start = performance.now();
  let states;
  do {
    states = await page.run('return window.__witness ? __witness.states() : "waiting";');
    if (states.split(' ').every((state) => state === expected)) break;
    await sleep(25);
  } while (performance.now() - start < LIMIT);
  // What follows a first drawing, or ought not to follow.
  await sleep(expected === 'static' ? STILL : 60);
  return states;
}

async function lookAt(page, address, expected, visit) {
  await page.open(address);
  const states = await settle(page, expected);
  if (visit.press && expected) for (const key of visit.press) await page.press(key);
  if (visit.pdf && page.can.pdf) await page.pdf();
  const told = page.can.native ? (await page.messages()).map((line) => `message ${line.replace(/\s+/g, ' ')}`) : [];
  const lines = (await page.run('return __witness.look();')).split('\n').filter(Boolean);
  return { states, lines: [...lines, ...told] };
}

/** One page in one browser; gives back what went wrong. */
async function attempt(page, browser, visit, site, plain) {
  const expected = visit.expected;
  const alone = await lookAt(page, site.address(browser, visit, 'without'), '', visit);
  const shown = await lookAt(page, site.address(browser, visit, 'with'), expected, visit);
  const asked = ['with', 'without'].map((ours) => site.asked(browser, visit, ours));
  return { look: shown.lines, told: said(shown, visit), faults: [...compare(alone, shown, asked, visit), ...wrong(shown, visit, plain)] };
}

async function runBrowser(browser, visits, site, report) {
  let page;
  let plain;
  try {
    page = await startBrowser(browser);
    for (const general of visits) {
      const visit = general.for(browser);
      if (visit.skip) {
        report(browser, visit, undefined);
        continue;
      }
      const start = performance.now();
      const { look, told, faults } = await attempt(page, browser, visit, site, plain).catch((error) => ({ faults: [error.message] }));
      plain = plain ?? look;
      report(browser, visit, faults, (performance.now() - start) / 1000, told);
    }
  } catch (error) {
    report(browser, { name: '*' }, [error.stack]);
  } finally {
    await page?.close();
  }
}

/** What must come of a page, in words; where a browser differs, its cell says so. */
function due(visit) {
  return visit.code ? `${visit.expected}, \`${visit.code}\`` : visit.expected;
}

function table(visits, browsers, cells) {
  const head = ['host page', 'what it is', 'due', ...browsers];
  const rows = visits.map((visit) => [visit.name, visit.what, due(visit), ...browsers.map((browser) => cells.get(`${browser} ${visit.name}`) ?? '')]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What browsers said themselves, by page: nothing of it is ours. */
function messages(visits, browsers, sayings) {
  const of = (visit) => browsers.map((browser) => [browser, sayings.get(`${browser} ${visit.name}`) ?? []]).filter(([, lines]) => lines.length);
  const rows = visits.flatMap((visit) => of(visit).map(([browser, lines]) => `- ${visit.name}, ${browser}:\n${lines.map((line) => `  - ${line.slice(0, 300)}`).join('\n')}`));
  return rows.length ? `\n\nWhat the browsers say themselves:\n\n${rows.join('\n')}` : '';
}

async function main() {
  const { values } = parseArgs({ options: { browsers: { type: 'string', default: BROWSERS.join(',') }, only: { type: 'string', default: '' } } });
  if (!existsSync(join(TOP, 'dist', 'indicator-widgets.js'))) throw new Error('dist/ holds no indicator-widgets.js: run `make dist` first');
  const browsers = values.browsers.split(',');
  const every = new Map();
  const site = await openHosts(every);
  const all = visitsOf(hosts, { nowasm: NOWASM, outward: site.outward });
  for (const visit of all) every.set(visit.name, visit);
  // The plain page comes first: the others are compared with it.
  const visits = all.filter((visit, at) => !at || visit.name.includes(values.only));
  const cells = new Map();
  const sayings = new Map();
  let passed = 0;
  let failed = 0;
  const report = (browser, visit, faults, seconds = 0, told = []) => {
    const name = `${browser} ${visit.name}`;
    sayings.set(name, told);
    if (!faults) {
      cells.set(name, `— ${visit.skip}`);
      return;
    }
    if (faults.length) failed++; else passed++;
    cells.set(name, faults.length ? '**FAILED**' : visit.expected);
    const shown = faults.slice(0, 14).map((fault) => `\n    ${fault.slice(0, 400)}`).join('');
    console.log(`${faults.length ? 'FAILED' : 'ok    '} ${name} (${seconds.toFixed(1)} s)${shown}`);
  };
  try {
    const waiting = [...browsers];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) await runBrowser(name, visits, site, report);
    }));
  } finally {
    if (site.strays().length) report('server', { name: '*' }, site.strays().map((url) => `asked for ${url}`));
    site.close();
  }
  const shown = table(visits, browsers, cells);
  mkdirSync(join(TOP, 'target'), { recursive: true });
  const total = `${visits.length} pages, ${passed} passed, ${failed} failed`;
  writeFileSync(join(TOP, 'target', 'hosts.md'), `${shown}\n\n${total}${messages(visits, browsers, sayings)}\n`);
  console.log(`${shown}\n${passed} passed, ${failed} failed`);
  process.exitCode = failed || !passed ? 1 : 0;
}

main().catch((error) => {
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
});
