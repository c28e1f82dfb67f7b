// Golden pictures: what readers see, compared by pixels in the one browser whose version never changes (Chromium 69).
//
//   node tests/browser/pictures.mjs            compares the pairwise subset with tests/browser/pictures/
//   node tests/browser/pictures.mjs --all      takes every combination, checks that each is drawn whole, and compares those that are kept
//   node tests/browser/pictures.mjs --sheets D takes every combination and lays them out in contact sheets in D
//   UPDATE=1 node tests/browser/pictures.mjs   takes the subset anew, and ends with 1, so that it never passes unseen
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { startBrowser } from './browsers.mjs';
import { all, attributes, pairwise, title } from './cases.mjs';
import { contactSheets } from './sheets.mjs';
import { HERE, openSite } from './site.mjs';

const KEPT = join(HERE, 'pictures');
const FAILURES = join(HERE, 'failures');
/** Share of pixels that may differ: the edges of letters, where a font was updated. */
const TOLERANCE = 0.002;

/** Of what is kept no more than this is pictured from the top, in pixels: all of it is still checked for overlaps and cuts. */
const TALL = 1400;

/** Draws a combination and takes its picture, as tall as it is but for `tallest`. */
async function take(page, site, one, tallest) {
  await page.resize(one.width, 400);
  if (!page.ready) {
    await page.open(new URL('pages/picture.html', site.http).href);
    page.ready = true;
  }
  const { height, faults } = await page.run(`
    const [given, dark] = args;
    while (document.body.firstChild) document.body.removeChild(document.body.firstChild);
    const chart = document.createElement('indicator-chart');
    Object.keys(given).forEach((name) => chart.setAttribute(name, given[name]));
    const drawn = new Promise((done, failed) => {
      chart.addEventListener('indicator-ready', done);
      chart.addEventListener('indicator-error', (event) => failed(new Error(event.detail.message)));
      setTimeout(() => failed(new Error('not drawn in 20 s')), 20000);
    });
    document.body.appendChild(chart);
    await drawn;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const faults = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the page by ' + (document.documentElement.scrollWidth - innerWidth));
    const texts = Array.from(chart.shadowRoot.querySelectorAll('.figure svg text'));
    const boxes = texts.map((text) => text.getBoundingClientRect());
    const frames = texts.map((text) => text.ownerSVGElement.getBoundingClientRect());
    boxes.forEach((box, i) => {
      // A box is as high as its font allows: letters fill no more than its lower five sixths.
      if (box.left < frames[i].left - 1 || box.right > frames[i].right + 1 || box.top + box.height / 6 < frames[i].top - 1 || box.bottom > frames[i].bottom + 2) {
        faults.push('cut: ' + texts[i].textContent);
      }
      for (let j = 0; j < i; j += 1) {
        const wide = Math.min(box.right, boxes[j].right) - Math.max(box.left, boxes[j].left);
        const tall = Math.min(box.bottom, boxes[j].bottom) - Math.max(box.top, boxes[j].top);
        // A line's box is taller than its letters.
        if (wide > 1.5 && tall > 0.35 * Math.min(box.height, boxes[j].height)) faults.push('overlap: ' + texts[j].textContent + ' | ' + texts[i].textContent);
      }
    });
    return { height: Math.ceil(chart.getBoundingClientRect().bottom), faults };`, attributes(one));
  await page.resize(one.width, Math.min(Math.max(height, 20), tallest));
  const { data } = await page.send('Page.captureScreenshot', { format: 'png' });
  return { png: Buffer.from(data, 'base64'), faults };
}

/** The same picture in fewer bytes: it is kept for long. */
const small = (png) => PNG.sync.write(PNG.sync.read(png), { colorType: 2, deflateLevel: 9, filterType: -1 });

/** What differs from the picture that is kept; leaves the new one and the difference in failures/. */
function compare(name, png) {
  const path = join(KEPT, `${name}.png`);
  if (!existsSync(path)) return 'there is no kept picture: look at the new one, then UPDATE=1';
  const [was, is] = [PNG.sync.read(readFileSync(path)), PNG.sync.read(png)];
  if (was.width !== is.width || was.height !== is.height) return `was ${was.width} x ${was.height}, is ${is.width} x ${is.height}`;
  const difference = new PNG({ width: is.width, height: is.height });
  const count = pixelmatch(was.data, is.data, difference.data, is.width, is.height, { threshold: 0.2 });
  if (count <= TOLERANCE * is.width * is.height) return undefined;
  mkdirSync(FAILURES, { recursive: true });
  writeFileSync(join(FAILURES, `${name}.difference.png`), PNG.sync.write(difference));
  return `${count} of ${is.width * is.height} pixels differ`;
}

async function main() {
  const sheets = process.argv.includes('--sheets') ? process.argv[process.argv.indexOf('--sheets') + 1] : undefined;
  const kept = pairwise();
  const names = new Set(kept.map(title));
  const wanted = sheets || process.argv.includes('--all') ? all() : kept;
  const update = Boolean(process.env.UPDATE);
  const site = await openSite();
  const page = await startBrowser('chromium69');
  let failed = 0;
  const taken = [];
  const start = Date.now();
  if (update) {
    mkdirSync(KEPT, { recursive: true });
    for (const file of readdirSync(KEPT)) rmSync(join(KEPT, file));
  } else {
    for (const file of existsSync(KEPT) ? readdirSync(KEPT) : []) {
      if (names.has(file.replace(/\.png$/, ''))) continue;
      failed += 1;
      console.log(`FAILED ${file}: nothing draws it any more`);
    }
  }
  try {
    for (const one of wanted) {
      const name = title(one);
      const wrong = [];
      try {
        const { png, faults } = await take(page, site, one, sheets ? 8000 : TALL);
        wrong.push(...faults.slice(0, 5));
        taken.push({ one, png });
        if (update && names.has(name)) writeFileSync(join(KEPT, `${name}.png`), small(png));
        // On sheets pictures are whole.
        const other = !update && !sheets && names.has(name) ? compare(name, png) : undefined;
        if (other) wrong.push(other);
        if (wrong.length) {
          mkdirSync(FAILURES, { recursive: true });
          writeFileSync(join(FAILURES, `${name}.png`), png);
        }
      } catch (error) {
        page.ready = false;
        wrong.push(error.message);
      }
      if (wrong.length) {
        failed += 1;
        console.log(`FAILED picture ${name}\n    ${wrong.join('\n    ')}`);
      }
    }
    if (sheets) contactSheets(taken, sheets);
  } finally {
    await page.close();
    site.close();
  }
  console.log(`${wanted.length} pictures in ${Math.round((Date.now() - start) / 1000)} s, ${failed} failed`);
  process.exitCode = failed || update ? 1 : 0;
}

await main();
