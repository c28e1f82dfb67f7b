// The hall's page at the sizes of halls' screens: nothing is cut, nothing lies on another, what is touched is large and within reach.
import { strict as assert } from 'node:assert';
import { COLOUR_RULES } from '../rules.mjs';
import { HALL, openHall } from './kiosk.mjs';

export const SIZES = [[1080, 1920], [1920, 1080], [3840, 2160], [1024, 768]];

/** What is wrong with what shows now: `faults()`. */
const LOOK = `const box = (node) => node.getBoundingClientRect();
  const shown = (selector) => all(selector).filter((node) => __probe.visible(node) && !node.closest('.stage:not(.on)'));
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const name = (node) => (node.id || node.className || node.localName) + ' ' + JSON.stringify(node.textContent.trim().slice(0, 24));
  const within = (node) => node.closest('.scroller, .area');
  const faults = () => {
    const found = [];
    if (document.scrollingElement.scrollWidth > innerWidth || document.scrollingElement.scrollHeight > innerHeight) found.push('the page scrolls');
    const warning = !one('#warning').hidden;
    const parts = shown('button, .kicker, .of, .headline, .sub, .title, .lead, #name, #invite, #progress').filter((node) => !warning || node.closest('#warning'));
    parts.forEach((node) => {
      const at = box(node);
      if (!within(node) && (at.left < -1 || at.top < -1 || at.right > innerWidth + 1 || at.bottom > innerHeight + 1)) found.push('out of sight: ' + name(node));
      if (node.scrollWidth > node.clientWidth + 2) found.push('cut: ' + name(node));
      if (node.localName === 'button' && (at.width < 59.5 || at.height < 59.5)) found.push('small: ' + name(node) + ' ' + Math.round(at.width) + ' x ' + Math.round(at.height));
    });
    // What moves in a scroller meets what stands below it where it is cut.
    const apart = parts.filter((node) => !within(node));
    apart.forEach((a, i) => apart.slice(i + 1).forEach((b) => { if (!a.contains(b) && !b.contains(a) && meet(box(a), box(b))) found.push(name(a) + ' on ' + name(b)); }));
    shown('.scroller, .area').filter(() => !warning).forEach((node) => apart.forEach((other) => { if (!node.contains(other) && meet(box(node), box(other))) found.push(name(other) + ' on what scrolls'); }));
    shown('indicator-chart').forEach((chart) => {
      if (__probe.text(chart).length < 10) return;
      __probe.outside(chart).forEach((one) => found.push('chart: ' + one));
      __probe.crossing(chart).forEach((one) => found.push('chart: ' + one));
    });
    if (innerHeight > innerWidth) shown('.tile, #bar button, .tabs button, #go-on').forEach((node) => { if (box(node).top < innerHeight / 2 - 8) found.push('too high: ' + name(node)); });
    return Array.from(new Set(found)).slice(0, 4);
  };
  // Drawn to its height, and its marks have come to rest.
  const fitted = async () => { await __probe.frames(2); for (let last = ''; ;) { const now = shown('indicator-chart').map((each) => each.offsetHeight + Array.from(each.shadowRoot.querySelectorAll('.figure'), (figure) => figure.innerHTML).join()).join(); if (now === last) return; last = now; await __probe.sleep(80); } };`;

/** The hall that rests in a language. */
export const hall = (lang) => (lang === 'zh-Hans' ? 'kiosk' : lang);

/** Goes through the slides; gives back what is wrong where. */
async function round(page, lang, looked, done) {
  const count = await page.run(`return document.querySelectorAll('#progress span').length;`);
  for (let i = 0; i < count; i += 1) {
    const found = await page.run(`${HALL}${LOOK} await slide(); const before = front();
      if (args[0]) { hallClock.advance(25000); await __probe.until(() => front() !== before && __probe.drawn(front()), 'the next slide'); }
      hallClock.advance(1700); await fitted(); return faults();`, i);
    looked.push(...found.map((fault) => `slide ${i + 1} ${lang}: ${fault}`));
    if (done) await done(`slide ${i + 1}`, lang);
  }
}

/** Goes through every screen in a language and gives back what is wrong where. */
async function through(page, lang, done) {
  const looked = [];
  const look = async (where, body) => {
    const found = await page.run(`${HALL}${LOOK} ${body} await fitted(); return faults();`, lang);
    looked.push(...found.map((fault) => `${where} ${lang}: ${fault}`));
    if (done) await done(where, lang);
  };
  await round(page, lang, looked, done);
  await look('plans', 'await enter();');
  await look('themes', `one('#plans-quanzhou-2025').click();`);
  await look('targets', `one('#themes-brand').click();`);
  await look('bare', `one('#targets .tile').click(); await chart();`);
  await look('target', `one('#bar-home').click(); one('#plans-fujian-2025').click(); one('#themes-intellectual-property').click(); one('#targets-fujian-valid-trademarks-2025').click(); await chart();`);
  await look('source', `tab('source').click();`);
  await look('table', `tab('table').click();`);
  await look('compare', `tab('compare').click(); await chart();`);
  await look('warning', 'hallClock.advance(46000);');
  await page.run(`${HALL} hallClock.advance(20000); await at('attract'); await slide();`);
  return looked;
}

async function sizes({ page, open, all }) {
  const wrong = [];
  try {
    for (const [at, [width, height]] of SIZES.entries()) {
      await page.resize(width, height);
      // Each size in one language, each language somewhere; with --all every one everywhere.
      const langs = all ? ['zh-Hans', 'zh-Hant', 'en'] : [['en', 'zh-Hans', 'zh-Hant', 'en'][at]];
      for (const lang of langs) {
        await openHall({ page, open }, hall(lang));
        wrong.push(...(await through(page, lang)).map((fault) => `${width} x ${height} ${fault}`));
      }
    }
  } finally {
    await page.resize(1000, 800);
  }
  assert.deepEqual(wrong, []);
}

/** The slides that ship, one by one. */
async function shipped({ page, open }) {
  const wrong = [];
  try {
    for (const [width, height] of SIZES) {
      await page.resize(width, height);
      await openHall({ page, open }, 'whole');
      const looked = [];
      await round(page, 'zh-Hans', looked);
      wrong.push(...looked.map((fault) => `${width} x ${height} ${fault}`));
    }
  } finally {
    await page.resize(1000, 800);
  }
  assert.deepEqual(wrong, []);
}

/** Turned round, the screen is laid out anew: slides and the chart of a target. */
async function turned({ page, open }) {
  try {
    await page.resize(1920, 1080);
    await openHall({ page, open });
    await page.resize(1080, 1920);
    const slide = await page.run(`${HALL}${LOOK} await __probe.sleep(300); await slide(); await __probe.until(() => front() && box(front()).width < 1080, 'the slide'); hallClock.advance(1700); await fitted(); return faults();`);
    await page.run(`${HALL} await visit('fujian-2025', 'intellectual-property', 'fujian-valid-trademarks-2025');`);
    const high = `return document.querySelector('#target indicator-chart').offsetHeight;`;
    const before = await page.run(high);
    await page.resize(1920, 1080);
    const target = await page.run(`${HALL}${LOOK} await __probe.until(() => one('#target indicator-chart').offsetHeight < args[0] - 200 && !faults().length, 'the chart is lower', 3000).catch(() => {}); return faults();`, before);
    assert.deepEqual([slide, target], [[], []]);
  } finally {
    await page.resize(1000, 800);
  }
}

/** What axe-core has to say of each screen, colours in each theme. */
async function axe({ page, open, violations }) {
  await openHall({ page, open });
  // The slide has faded in.
  await page.run(`await __probe.until(() => getComputedStyle(document.querySelector('.stage.on')).opacity === '1', 'the slide in full');`);
  const found = await violations();
  await page.run(`${HALL} await enter();`);
  found.push(...await violations());
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.run(`document.documentElement.setAttribute('data-theme', args[0]); await __probe.frames(1);`, theme);
    found.push(...await violations(COLOUR_RULES));
  }
  await page.run(`${HALL} one('#bar-home') && one('#plans-fujian-2025').click(); one('#themes-intellectual-property').click(); one('#targets-fujian-valid-trademarks-2025').click(); await chart();`);
  found.push(...await violations());
  await page.run('hallClock.advance(46000);');
  found.push(...await violations());
  assert.deepEqual(found, []);
}

const CHROMIUMS = ['chromium', 'chromium69'];

export { round, through };
export default [
  { name: 'kiosk at four sizes', run: sizes, origins: ['file'], browsers: CHROMIUMS, usually: ['chromium'] },
  // Only with --all: it takes a minute.
  { name: 'kiosk slides that ship, at four sizes', run: shipped, origins: ['file'], browsers: ['chromium'], usually: [] },
  { name: 'kiosk turned round', run: turned, origins: ['file'], browsers: CHROMIUMS, usually: ['chromium'] },
  { name: 'kiosk by axe', run: axe, origins: ['file'], browsers: ['chromium'] },
];
