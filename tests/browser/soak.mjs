// The hall's page through months in a few minutes: on a clock of its own it shows slide after slide and has visitors who touch at random,
// while we look whether anything of it grows.
//
//   node tests/browser/soak.mjs [--slides N] [--visits M] [--browser chromium|firefox] [--seed S] [--samples K] [--minutes T] [--heap BYTES] [--page FILE]
//
// Some of the visitors touch by the browser's own input, the others by events of the page's; the same ones for the same seed. All figures
// are taken at the same moment of the round, with the first slide in sight. The first third is left out of the lines: code is being
// compiled and caches fill. Counts may not grow at all. Memory goes on filling a little for some thousand slides, as visitors come to what
// none has seen yet: with all of the line's uncertainty a slide may add --heap bytes, 4 if nothing is said, which is 2 MB in 500,000 slides
// (a chart that is kept takes 3,500, and 230 nodes). --minutes ends a run that takes longer, and judges what there is. --page takes another
// page than dist/kiosk.html, such as a hall's own. Ends with 1 where something grows, a slide's picture does not change or anything went wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startBrowser } from './browsers.mjs';
import { HERE, TOP } from './site.mjs';
import { meter } from './soak/meters.mjs';
import { ONE_IN, trend } from './soak/trend.mjs';

/** A call of the browser's takes at most so long, in milliseconds. */
const CALL = 10_000;
/** One visitor of so many touches by the browser's own input. */
const BY_HAND = 25;
/** A row of samples is judged from here on. */
const WARM = 1 / 3;

function options() {
  const { values } = parseArgs({
    options: {
      slides: { type: 'string', default: '2000' },
      visits: { type: 'string', default: '200' },
      page: { type: 'string', default: join(TOP, 'dist', 'kiosk.html') },
      browser: { type: 'string', default: 'chromium' },
      seed: { type: 'string', default: '1' },
      samples: { type: 'string', default: '30' },
      minutes: { type: 'string', default: '1000000' },
      heap: { type: 'string', default: '4' },
    },
  });
  const numbers = Object.fromEntries(['slides', 'visits', 'seed', 'samples', 'minutes', 'heap'].map((name) => [name, Number(values[name])]));
  if (Object.values(numbers).some((number) => !(number >= 0))) throw new Error('all options but --browser and --page are numbers');
  return { ...numbers, browser: values.browser, file: values.page };
}

/** The built page with the time and the visitors in it, in a folder of its own. */
function layOut(file) {
  const folder = mkdtempSync(join(tmpdir(), 'indicator-widgets-soak-'));
  const script = (name) => `<script>${readFileSync(join(HERE, 'soak', `${name}.js`), 'utf8')}</script>`;
  const built = readFileSync(file, 'utf8');
  // Chromium tells of the update file that is not beside the page.
  const page = built.replace(/"update":"[^"]*"/, '"update":null').replace('<meta charset="utf-8">', () => `<meta charset="utf-8">${script('time')}${script('visitors')}`);
  writeFileSync(join(folder, 'kiosk.html'), page);
  return folder;
}

/** Opens it and waits, in real time, until its core is there. */
async function begin(page, folder, seed) {
  await page.open(pathToFileURL(join(folder, 'kiosk.html')).href);
  await page.run(`
    for (let i = 0; !document.documentElement.hasAttribute('data-ready'); i += 1) {
      if (i > 1500) throw new Error('the hall did not open');
      await new Promise((done) => setTimeout(done, 20));
    }
    __soak.seed(args[0]);
    await __soak.rest();`, seed);
}

/** A visitor whose fingers are the browser's input; a mouse where the driver has no fingers. */
async function byHand(page, turn) {
  const touch = (points) => (page.touch ? page.touch(points) : page.drag(points.length > 1 ? points : [points[0], points[0]]));
  for (let i = 0; i < 6; i += 1) {
    const points = await page.run(`await __soak.pass(700); return [__soak.place()].concat(args[0] ? [__soak.place(), __soak.place()] : []);`, (turn + i) % 4 === 3);
    await touch(points);
  }
  const entered = await page.run(`await __soak.pass(700); const name = __soak.screen(); await __soak.leave(); __soak.visited(); return name !== 'attract';`);
  return entered;
}

const shape = (number) => (Math.abs(number) >= 1000 || Number.isInteger(number) ? Math.round(number).toLocaleString('en') : number.toFixed(3));
const row = (cells, widths) => cells.map((cell, at) => (at ? String(cell).padStart(widths[at]) : String(cell).padEnd(widths[at]))).join('  ');

/** Prints a sample, after the heads of the table if it is the first. */
function show({ slides, visits, figures }, first) {
  const heads = ['slides', 'visits', ...Object.keys(figures)];
  const widths = heads.map((head) => Math.max(head.length, 8));
  if (first) console.log(row(heads, widths));
  console.log(row([shape(slides), shape(visits), ...Object.values(figures).map(shape)], widths));
}

function table(head, rows) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => String(cells[at]).length)));
  return [head, ...rows].map((cells) => row(cells, widths)).join('\n');
}

const MEMORY = /, MB$/;

/** Each row's line through the samples; tells what grows. A slide may add so many bytes (`heap`) to what is memory. */
function judge(samples, heap) {
  const names = Object.keys(samples[0].figures);
  const warm = samples.slice(Math.floor(samples.length * WARM));
  const lines = names.map((name) => {
    const line = trend(warm.map(({ slides, figures }) => [slides, figures[name]]));
    const most = MEMORY.test(name) ? heap / 1048576 : 0;
    // Where it may grow a little, the line has to be less steep for sure.
    return { name, most, ...line, grows: most ? line.slope + line.bound * line.error > most : line.grows };
  });
  console.log(`\nStraight lines through the last ${warm.length} samples (least squares, Draper and Smith 1998, 1.4; a t above the bound comes by chance once in ${ONE_IN})`);
  console.log(table(['', 'a 1,000 slides', 'standard error', 't', 'bound', ''], lines.map((one) => [one.name, (one.slope * 1000).toPrecision(3), (one.error * 1000).toPrecision(3),
    one.t.toFixed(2), one.bound.toFixed(2), one.grows ? 'GROWS' : one.most ? `under ${heap} B a slide` : 'flat'])));
  return lines.filter((one) => one.grows).map((one) => `${one.name} grows`);
}

async function main() {
  const { slides, visits, browser, seed, samples: wanted, minutes, heap, file } = options();
  const folder = layOut(file);
  const page = await startBrowser(browser, false, true);
  const faults = [];
  try {
    await begin(page, folder, seed);
    const measure = await meter(page);
    const samples = [];
    let [hands, entered] = [0, 0];
    const start = performance.now();
    let seen = await page.run('return __soak.seen();');
    for (let turn = 1; turn <= wanted && performance.now() - start < minutes * 60_000; turn += 1) {
      const goal = [slides, visits].map((all) => Math.round((all * turn) / wanted));
      while (seen.slides < goal[0] || seen.visits < goal[1]) {
        if (seen.visits >= (hands + 1) * BY_HAND) {
          entered += await byHand(page, hands);
          hands += 1;
        }
        seen = await page.run('return __soak.run(...args);', ...goal, CALL);
      }
      seen = await page.run('await __soak.rest(); return __soak.seen();');
      samples.push({ slides: seen.slides, visits: seen.visits, figures: { ...await page.run('return __time.counts();'), ...await measure() } });
      // Some twenty rows are enough to look at.
      if (turn === 1 || turn % Math.ceil(wanted / 20) === 0) show(samples[samples.length - 1], turn === 1);
    }
    const seconds = (performance.now() - start) / 1000;
    seen = await page.run('return __soak.seen();');
    const own = await page.run('return JSON.parse(document.getElementById("playlist").textContent).slides.length;');
    faults.push(...judge(samples, heap));
    const said = await page.messages().catch(() => []);
    const health = /^hall /.test(seen.health) ? JSON.parse(seen.health.slice(5)) : { restarts: 0, reloads: 0 };
    console.log(`\n${browser}: ${shape(seen.slides)} slides, ${shape(seen.visits)} visits with ${shape(seen.touches)} touches (${hands} visits by the browser's own input, ${entered} of these entered), ` +
      `${seen.days.toFixed(1)} days of the page's time in ${Math.round(seconds)} s: ${(seen.slides / seconds).toFixed(0)} slides a second, 500,000 in ${(500000 * seconds / seen.slides / 3600).toFixed(1)} h`);
    console.log(`${shape(seen.pictures)} different pictures; of ${shape(seen.compared)} slides ${shape(seen.changed)} differ from the one before; restarts ${health.restarts}, reloads ${health.reloads}`);
    console.log(`touches by screen: ${Object.entries(seen.screens).map(([name, count]) => `${name} ${shape(count)}`).join(', ')}`);
    if (seen.changed !== seen.compared) faults.push(`${seen.compared - seen.changed} slides look like the one before`);
    if (seen.pictures < own) faults.push(`${seen.pictures} pictures of ${own} slides`);
    if (health.restarts || health.reloads) faults.push(`restarted: ${JSON.stringify(health.lastFaults)}`);
    if (hands && !entered) faults.push('no touch of the browser\'s own input entered');
    if (visits > 20 && !(seen.screens.target > 0)) faults.push('no visitor came to a target');
    faults.push(...seen.errors);
    if (page.can.native) faults.push(...said.slice(0, 5));
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const fault of faults) console.log(`FAILED ${fault}`);
  console.log(faults.length ? 'the hall does not last' : 'ok');
  process.exitCode = faults.length ? 1 : 0;
}

main().catch((error) => {
  console.log(`FAILED ${error.message}`);
  process.exitCode = 1;
});
