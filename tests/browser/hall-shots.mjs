// Pictures of every screen of the hall's page, to be looked at; and a visit as a strip of ten frames.
//
//   node tests/browser/hall-shots.mjs DIR [--browser chromium69] [--hall en|zh-Hant|dark|contrast|whole] [--size 1080x1920]
//
// In DIR: WIDTHxHEIGHT-HALL-SCREEN.png of each, and strip-HALL.png.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PNG } from 'pngjs';
import { startBrowser } from './browsers.mjs';
import { HALL, openHall } from './checks/kiosk.mjs';
import { SIZES, round, through } from './checks/kiosk-sizes.mjs';
import { HERE, openSite } from './site.mjs';

/** A slide has faded in after so long, in milliseconds. */
const FADED = 1750;
const GAP = 12;

/** A visitor's way, frame by frame: what is done before each is taken. */
const WALK = [
  'await slide(); await __probe.sleep(1750);',
  'hallClock.advance(15000); await __probe.sleep(800);',
  'await enter();',
  "one('#plans-fujian-2025').click();",
  "one('#themes-intellectual-property').click();",
  "one('#targets-fujian-valid-trademarks-2025').click(); await chart(); await __probe.sleep(400);",
  `const slider = one('#target indicator-chart').shadowRoot.querySelector('.slider'); slider.value = 0;
    slider.dispatchEvent(new Event('input', { bubbles: true, composed: true })); await __probe.sleep(400);`,
  "tab('compare').click(); await chart(); await __probe.sleep(400);",
  "tab('source').click(); one('#bar-contrast').click(); await __probe.sleep(400);",
  'hallClock.advance(48000); await __probe.sleep(200);',
];

async function strip(page, open, hall, file) {
  await page.resize(1080, 1920);
  await openHall({ page, open }, hall);
  const frames = [];
  for (const body of WALK) {
    await page.run(`${HALL} ${body}`);
    await page.screenshot(file);
    frames.push(halved(halved(PNG.sync.read(readFileSync(file)))));
  }
  const sheet = new PNG({ width: frames.length * (frames[0].width + GAP) + GAP, height: frames[0].height + 2 * GAP });
  sheet.data.fill(0xff);
  frames.forEach((frame, i) => PNG.bitblt(frame, sheet, 0, 0, frame.width, frame.height, GAP + i * (frame.width + GAP), GAP));
  writeFileSync(file, PNG.sync.write(sheet));
}

/** A picture at half its width and height: each dot the mean of four. */
function halved(picture) {
  const half = new PNG({ width: picture.width >> 1, height: picture.height >> 1 });
  const at = (x, y, part) => picture.data[(y * picture.width + x) * 4 + part];
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      for (let part = 0; part < 4; part += 1) {
        half.data[(y * half.width + x) * 4 + part] = (at(2 * x, 2 * y, part) + at(2 * x + 1, 2 * y, part) + at(2 * x, 2 * y + 1, part) + at(2 * x + 1, 2 * y + 1, part)) >> 2;
      }
    }
  }
  return half;
}

async function main() {
  const { values, positionals: [folder = 'target/hall-shots'] } = parseArgs({ allowPositionals: true, options: {
    browser: { type: 'string', default: 'chromium' }, hall: { type: 'string', default: 'kiosk' }, size: { type: 'string', default: '' },
  } });
  const { browser, hall, size } = values;
  mkdirSync(folder, { recursive: true });
  const site = await openSite();
  const page = await startBrowser(browser);
  const probe = readFileSync(join(HERE, 'pages', 'probe.js'), 'utf8');
  const open = async (path) => {
    await page.open(new URL(path, site.file).href);
    await page.run(probe);
  };
  try {
    for (const [width, height] of SIZES.filter((one) => one.join('x').includes(size))) {
      await page.resize(width, height);
      await openHall({ page, open }, hall);
      const lang = await page.run('return document.documentElement.lang;');
      const take = async (where) => {
        await page.run('await __probe.sleep(args[0]);', where.startsWith('slide') ? FADED : 50);
        await page.screenshot(join(folder, `${width}x${height}-${hall}-${where.replace(' ', '-')}.png`));
      };
      const wrong = [];
      if (hall === 'whole') await round(page, lang, wrong, take);
      else wrong.push(...await through(page, lang, take));
      wrong.forEach((fault) => console.log(`${width} x ${height} ${fault}`));
    }
    if (hall !== 'whole') await strip(page, open, hall, join(folder, `strip-${hall}.png`));
  } finally {
    await page.close();
    site.close();
  }
}

await main();
