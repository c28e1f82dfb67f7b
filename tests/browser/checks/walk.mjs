// A walk by the keyboard alone: from the gallery's start page to a plan, a target on its scorecard, one figure's source, and the CSV.
import { strict as assert } from 'node:assert';

const LIMIT = 160;

/** What has the focus, through shadow trees: `tag.class "name"`. */
const AT = `
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  const said = at ? at.getAttribute('aria-label') || at.textContent || '' : '';
  return { name: at ? at.localName : '', role: at && at.getAttribute('data-role') || '', take: at && at.getAttribute('data-take') || '',
    href: at && at.getAttribute('href') || '', controls: at && at.getAttribute('aria-controls') || '', open: at && at.hasAttribute('data-open'),
    said: said.trim().replace(/\\s+/g, ' ').slice(0, 80) };`;

/** Presses `key` until what has the focus is as `wanted` says; gives back how often. */
async function until(page, key, wanted, what) {
  const seen = [];
  for (let i = 1; i <= LIMIT; i += 1) {
    await page.press(key);
    const at = await page.run(AT);
    seen.push(`${at.name} ${at.role} ${at.said}`);
    if (wanted(at)) return i;
  }
  throw new Error(`${key} never came to ${what}:\n${seen.slice(-25).join('\n')}`);
}

async function walk({ page, open, shipped }) {
  await open(`${shipped}index.html?lang=en`);
  await page.run(`
    await __probe.until(() => document.querySelector('a[href="#plan/fujian-2025"]'), 'the start page');
    const make = URL.createObjectURL;
    window.__files = [];
    URL.createObjectURL = (blob) => { window.__files.push(blob); return make.call(URL, blob); };`);
  const steps = [];
  const go = async (key, wanted, what) => steps.push(`${await until(page, key, wanted, what)} x ${key}: ${what}`);
  await go('Tab', (at) => at.href === '#plan/fujian-2025', 'the plan');
  await page.press('Enter');
  await page.run(`await __probe.until(() => document.querySelector('indicator-chart[view="scorecard"]') && __probe.drawn(document.querySelector('indicator-chart[view="scorecard"]')), 'the scorecard');`);
  await go('Tab', (at) => at.role === 'tile', 'the first tile');
  await go('ArrowRight', (at) => /trademarks/i.test(at.said), 'the trademarks');
  await page.press('Enter');
  await page.run(`const { shadowRoot } = document.querySelector('indicator-chart[view="scorecard"]');
    await __probe.until(() => shadowRoot.querySelector('.card[role="dialog"]'), 'the card of the tile');`);
  await go('Tab', (at) => at.open || /#?target\//.test(at.href), 'the way to its chart');
  await page.press('Enter');
  await page.run(`await __probe.until(() => /^#target\\/fujian-valid-trademarks-2025/.test(location.hash) && __probe.drawn(document.querySelector('main indicator-chart')), 'its page');`);
  await go('Tab', (at) => at.role === 'observed', 'a published value');
  await page.press('Enter');
  const card = await page.run(`const { shadowRoot } = document.querySelector('main indicator-chart');
    return __probe.until(() => shadowRoot.querySelector('.card[role="dialog"]'), 'the card of the value').then((card) => card.textContent);`);
  assert.match(card, /2019/, 'one figure, with its wording');
  await page.press('Escape');
  await go('Tab', (at) => /^take-/.test(at.controls), 'the downloads');
  await page.press('Enter');
  await go('Tab', (at) => /CSV/.test(at.said) && at.name === 'button', 'the CSV');
  await page.press('Enter');
  const file = await page.run(`await __probe.until(() => window.__files.some((blob) => /csv/.test(blob.type)), 'a file');
    const blob = window.__files.filter((one) => /csv/.test(one.type)).pop();
    return new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(Array.from(new Uint8Array(reader.result)).slice(0, 3).concat(reader.result.byteLength)); reader.readAsArrayBuffer(blob); });`);
  assert.deepEqual(file.slice(0, 3), [0xef, 0xbb, 0xbf], 'Excel is told that it is UTF-8');
  assert.ok(file[3] > 200, `${file[3]} bytes`);
  console.log(`       ${steps.join('; ')}`);
}

export default [
  { name: 'walk by keyboard to a CSV', run: walk, browsers: ['chromium', 'firefox'], origins: ['http'] },
];
