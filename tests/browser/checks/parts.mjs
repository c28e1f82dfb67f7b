// Words of another language say so; every mark of small charts and of a chart beside another has its card, from as far as a finger needs.
import { strict as assert } from 'node:assert';

const VIEWS = [
  { target: 'fujian-valid-trademarks-2025', 'as-of': '2024-12-31' },
  { target: 'jinhua-rd-intensity-2025', compare: 'zhejiang' },
  { indicator: 'manufacturing-quality-index', view: 'comparison' },
  { plan: 'jinhua-2025', view: 'scorecard' },
  { plan: 'linxia-2023', view: 'table' },
];

/** The Chinese words below the frame that are heard and do not say that they are; of a list's options the whole option may. */
const UNSAID = `
  const root = document.getElementById('chart').shadowRoot;
  await __probe.until(() => root.querySelector('.frame[lang="en"] .foot span'), 'it says who published it');
  const openers = Array.from(root.querySelectorAll('[aria-expanded="false"]'));
  for (const opener of openers) opener.click();
  const tab = root.querySelector('[data-view="table"]');
  if (tab) tab.click();
  await __probe.sleep(100);
  const walker = document.createTreeWalker(root.querySelector('.frame'), NodeFilter.SHOW_TEXT);
  const [unsaid, said] = [[], []];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!/[\\u4e00-\\u9fff]/.test(node.data) || node.parentNode.closest('svg')) continue;
    const lang = node.parentNode.closest('[lang]').getAttribute('lang');
    (/^zh/.test(lang) ? said : unsaid).push(node.data);
  }
  return { unsaid, said: said.length };`;

async function languages({ page, openChart }) {
  for (const attributes of VIEWS) {
    await openChart({ 'as-of': '2026-06-30', target: '', ...attributes, lang: 'en' });
    const { unsaid, said } = await page.run(UNSAID);
    assert.deepEqual(unsaid, [], `${JSON.stringify(attributes)}: Chinese that an English voice would spell`);
    assert.ok(said > 3, `${JSON.stringify(attributes)}: ${said} Chinese parts`);
  }
}

/** Every mark that shows, its middle and what it is called. */
const MARKS = `
  const chart = document.getElementById('chart');
  await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
  const root = chart.shadowRoot;
  const tab = root.querySelector('[data-view="' + args[0] + '"]');
  if (tab) tab.click();
  await __probe.until(() => root.querySelector('.figure:not([hidden]) svg'), 'the drawing is there');
  const marks = Array.from(root.querySelectorAll('.figure:not([hidden]) [data-mark]'));
  marks[0].scrollIntoView({ block: 'center' });
  const found = marks.map((mark) => { const rect = mark.getBoundingClientRect();
    return { said: mark.getAttribute('aria-label'), row: mark.getAttribute('data-row'), x: rect.left + rect.width / 2, y: rect.top + rect.height / 2, half: rect.width / 2 }; });
  return found;`;
const glance = (page) => page.run(`const card = document.getElementById('chart').shadowRoot.querySelector('[part~="card"] .source-heading');
  return card && card.textContent;`);

async function multiples({ page, openChart }) {
  await openChart({ target: '', indicator: 'valid-trademarks', view: 'comparison', 'as-of': '2024-12-31', lang: 'en' });
  const marks = await page.run(MARKS, 'multiples');
  assert.ok(marks.length > 4 && new Set(marks.map((mark) => mark.row)).size === 2, JSON.stringify(marks));
  assert.ok(marks.every((mark) => /^(Fujian|Jinhua) 20\d\d /.test(mark.said)), JSON.stringify(marks.map((mark) => mark.said)));
  // A page that nobody has touched has no focus to give.
  await page.press('Tab');
  await page.run(`const root = document.getElementById('chart').shadowRoot;
    await __probe.until(() => {
      const first = root.querySelector('.figure:not([hidden]) [data-mark]');
      first.blur();
      first.focus();
      return root.querySelector('[part~="card"]');
    }, 'the first has a card');`);
  for (const mark of marks) {
    assert.equal(await glance(page), mark.said, 'arrows come to every mark, and each has its card');
    await page.press('ArrowRight');
  }
}

async function near({ page, openChart }) {
  if (!page.hover) return;
  for (const [size, least] of [['normal', 20], ['large', 28]]) {
    await openChart({ target: '', indicator: 'manufacturing-quality-index', view: 'comparison', 'as-of': '2026-06-30', lang: 'en', 'text-size': size });
    const marks = await page.run(MARKS, 'comparison');
    const alone = marks.filter((mark) => marks.every((other) => other === mark || Math.hypot(other.x - mark.x, other.y - mark.y) > 2 * least + 30));
    for (const mark of alone) {
      // The card of the one before may lie here.
      await page.hover([2, 2]);
      await page.run(`await __probe.until(() => !document.getElementById('chart').shadowRoot.querySelector('[part~="card"]'), 'it is gone');`);
      await page.hover([mark.x, mark.y + least + mark.half - 1]);
      assert.equal(await glance(page), mark.said, `${size}: found from ${least} pixels`);
    }
  }
}

export default [
  { name: 'parts in another language', run: languages, origins: ['http'] },
  { name: 'reading small charts', run: multiples, origins: ['http'] },
  { name: 'reading from a finger away', run: near, origins: ['http'] },
];
