// How long frames of the hall's page take in Chromium, while slides go over into each other and while a finger drags the assumption.
//
//   node tests/browser/frames.mjs [--width W] [--height H]
//
// Without a graphics card, as here, most of a frame is painting: read it as what the slowest machines do.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startBrowser } from './browsers.mjs';
import { TOP } from './site.mjs';

/** Seconds of a slide here, and for how long they are watched. */
const [SLIDE, WATCHED] = [3, 20];
/** How often the finger is moved, and how far each time, in pixels. */
const [MOVES, STEP] = [120, 4];

/** Keeps the times between frames in `window.__frames` until they are taken. */
const KEEP = `window.__frames = [];
  let last = 0;
  const frame = (now) => { if (last) window.__frames.push(now - last); last = now; if (window.__frames) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);`;
const TAKE = 'const all = window.__frames; window.__frames = null; return all;';

function say(name, frames, more) {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1).padStart(6);
  console.log(`${name.padEnd(24)} ${String(sorted.length).padStart(5)} frames  median ${at(0.5)} ms  95 % ${at(0.95)} ms  99 % ${at(0.99)} ms  longest ${at(1)} ms  ${more}`);
}

async function main() {
  const { values } = parseArgs({ options: { width: { type: 'string', default: '1920' }, height: { type: 'string', default: '1080' } } });
  const folder = mkdtempSync(join(tmpdir(), 'indicator-widgets-frames-'));
  const page = await startBrowser('chromium');
  try {
    const built = readFileSync(join(TOP, 'dist', 'kiosk.html'), 'utf8');
    const file = join(folder, 'kiosk.html');
    writeFileSync(file, built.replace(/(id="playlist">)([^<]*)/, (_, open, list) => open + list.replace(/"seconds":\s*\d+/g, `"seconds":${SLIDE}`)));
    await page.resize(Number(values.width), Number(values.height));
    await page.open(pathToFileURL(file).href);
    const until = (test) => page.run(`for (let i = 0; !(${test}); i += 1) { if (i > 1000) throw new Error(args[0]); await new Promise((done) => setTimeout(done, 20)); }`, test);
    await until(`document.querySelector('.stage.on indicator-chart')`);
    const heads = await page.run(`${KEEP} const heads = new Set();
      for (let i = 0; i < args[0] * 10; i += 1) { heads.add(document.querySelector('.stage.on .headline').textContent); await new Promise((done) => setTimeout(done, 100)); }
      return heads.size;`, WATCHED);
    if (heads < 3) throw new Error('the slides stand still');
    say('slides', await page.run(TAKE), `(${heads} slides of ${SLIDE} s, ${values.width} x ${values.height})`);

    await page.touch([[Number(values.width) / 2, Number(values.height) / 2]]);
    for (const selector of ['#plans-fujian-2025', '#themes-intellectual-property', '#targets-fujian-valid-trademarks-2025']) {
      await until(`document.querySelector('${selector}')`);
      await page.run(`document.querySelector('${selector}').click();`);
    }
    const SLIDER = `document.querySelector('#target indicator-chart').shadowRoot.querySelector('.slider')`;
    await until(`document.querySelector('#target indicator-chart') && ${SLIDER} && ${SLIDER}.getBoundingClientRect().width`);
    // What is drawn to another height has come to rest.
    await page.run('await new Promise((done) => setTimeout(done, 1000));');
    const box = await page.run(`const { left, top, width, height } = ${SLIDER}.getBoundingClientRect(); window.__inputs = 0;
      ${SLIDER}.addEventListener('input', () => { window.__inputs += 1; }); return { left, top, width, height };`);
    const thumb = await page.run(`const one = ${SLIDER}; return (one.value - one.min) / (one.max - one.min);`);
    const y = box.top + box.height / 2;
    const start = box.left + 30 + (box.width - 60) * thumb;
    await page.run(KEEP);
    let x = start;
    let way = STEP;
    await page.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let i = 0; i < MOVES; i += 1) {
      if (x + way > box.left + box.width - 30 || x + way < box.left + 30) way = -way;
      x += way;
      await page.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
    }
    await page.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const inputs = await page.run('return window.__inputs;');
    if (inputs < MOVES / 4) throw new Error(`the finger moved the assumption ${inputs} times`);
    say('dragging the assumption', await page.run(TAKE), `(${inputs} values)`);
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.log(`FAILED ${error.message}`);
  process.exitCode = 1;
});
