// Pictures to look at: chosen targets at three widths, light and dark, in three languages, and the gallery.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browsers.mjs';
import { AS_OF, expectedTargets } from './expected.mjs';

const WIDTHS = [320, 640, 1280];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

/** One target of each kind without a published value, and one with the most. */
function chosen() {
  const targets = expectedTargets();
  const found = new Map();
  for (const target of targets) {
    const bare = `${target.kind} bare`;
    const rich = `${target.kind} rich`;
    if (!target.observed && !found.has(bare)) found.set(bare, target);
    if (target.observed && !(found.get(rich)?.observed >= target.observed)) found.set(rich, target);
  }
  const steps = targets.find((target) => target.steps.length > 1);
  return [...new Set([...found.values(), ...(steps ? [steps] : [])].map((target) => target.id))];
}

async function pictureCharts(page, site, folder) {
  for (const id of chosen()) {
    for (const width of WIDTHS) {
      await page.resize(width, 900);
      await page.open(new URL('pages/one.html', site.http).href);
      await page.run(`const chart = document.getElementById('chart');
        chart.setAttribute('target', args[0]);
        chart.setAttribute('as-of', args[1]);
        for (const extra of document.querySelectorAll('h1, p')) extra.remove();`, id, AS_OF);
      for (const theme of THEMES) {
        await page.media({ 'prefers-color-scheme': theme });
        for (const lang of LANGUAGES) {
          await page.run(`document.getElementById('chart').setAttribute('lang', args[0]);
            document.documentElement.style.background = args[1] === 'dark' ? '#111' : '#fff';
            await new Promise((done) => setTimeout(done, 250));`, lang, theme);
          await page.screenshot(join(folder, `${id}.${width}.${lang}.${theme}.png`), { full: true });
        }
      }
    }
  }
}

/** Two walks: a published series, and a page's own table whose slider is moved until the target is reached; panels open at last. */
const WALKS = [
  { name: 'walk-trademarks', page: 'pages/one.html', id: 'chart', attributes: { target: 'fujian-valid-trademarks-2025', 'as-of': '2024-12-31' } },
  { name: 'walk-own-values', page: 'pages/own-values.html', id: 'inside', attributes: { 'as-of': '2025-06-30' } },
];

async function pictureWalks(page, site, folder) {
  for (const walk of WALKS) {
    for (const width of WIDTHS) {
      await page.resize(width, 900);
      for (const theme of THEMES) {
        await page.media({ 'prefers-color-scheme': theme });
        for (const lang of LANGUAGES) {
          await page.open(new URL(walk.page, site.http).href);
          const step = (body) => page.run(`const chart = document.getElementById(args[0]); const root = chart.shadowRoot;
            ${body} await new Promise((done) => setTimeout(done, 300));`, walk.id, { ...walk.attributes, lang });
          const picture = (name) => page.screenshot(join(folder, `${walk.name}-${name}.${width}.${lang}.${theme}.png`), { full: true });
          await step(`document.documentElement.style.background = ${theme === 'dark'} ? '#111' : '#fff';
            for (const other of Array.from(chart.parentNode.children)) if (other !== chart) other.remove();
            for (const name of Object.keys(args[1])) chart.setAttribute(name, args[1][name]);
            await new Promise((done) => setTimeout(done, 300));`);
          await picture('1');
          await step(`const slider = root.querySelector('.slider');
            for (let i = 0; i < 80 && root.querySelector('[data-verdict]').getAttribute('data-verdict') !== 'on_track'; i += 1) {
              slider.stepUp();
              slider.dispatchEvent(new Event('input', { bubbles: true }));
              await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
            }`);
          await picture('2');
          await step('root.querySelector(\'[aria-controls="working-0"]\').click();');
          await picture('3');
        }
      }
    }
  }
}

async function pictureGallery(page, site, folder) {
  for (const width of WIDTHS) {
    await page.resize(width, 900);
    for (const theme of THEMES) {
      await page.media({ 'prefers-color-scheme': theme });
      for (const lang of LANGUAGES) {
        for (const [name, hash] of [['list', ''], ['target', '#jinhua-rd-intensity-2025']]) {
          await page.open(new URL(`dist/index.html?lang=${lang}${hash}`, site.http).href);
          await page.run('await new Promise((done) => setTimeout(done, 700));');
          await page.screenshot(join(folder, `gallery-${name}.${width}.${lang}.${theme}.png`));
        }
      }
    }
  }
}

/** Takes all pictures with the current Chromium into `folder`. */
export async function takeScreenshots(site, folder) {
  mkdirSync(folder, { recursive: true });
  const page = await startBrowser('chromium');
  try {
    await pictureWalks(page, site, folder);
    await pictureGallery(page, site, folder);
    await pictureCharts(page, site, folder);
  } finally {
    await page.close();
  }
}
