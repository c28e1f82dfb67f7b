// What a reader tries: the slider, a typed value, a method, the last year; undo and reset; what is said, shown and told of it.
import { strict as assert } from 'node:assert';
import { TWO } from '../browsers.mjs';

/** Opens the page with one chart on a target that can be projected. */
const START = `
  const chart = document.getElementById('chart');
  await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
  const root = chart.shadowRoot;
  const one = (selector) => root.querySelector(selector);
  const finding = () => one('[part~="finding"]').textContent;
  const line = () => { const path = one('svg [data-role="projection"]'); return path && path.getAttribute('d'); };
  const look = () => ({ finding: finding(), line: line(), value: one('.slider').value, typed: one('.number').value, said: one('[aria-live]').textContent,
    valuetext: one('.slider').getAttribute('aria-valuetext'), method: one('select[data-set="method"]').value,
    undo: one('[data-act="undo"]').getAttribute('aria-disabled'), reset: one('[data-act="reset"]').getAttribute('aria-disabled'),
    verdict: one('[part~="verdict"]') && one('[part~="verdict"]').getAttribute('data-verdict'), foot: one('[part~="foot"]').textContent,
    table: one('table').textContent, description: one('.description').textContent, deepest: __probe.label(__probe.active()) });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const put = (control, value, type) => { control.value = value; control.dispatchEvent(new Event(type, { bubbles: true, composed: true })); };`;

const TARGET = 'fujian-valid-trademarks-2025';
const open = (openChart, more = {}) => openChart({ target: TARGET, 'as-of': '2024-12-31', ...more });

async function keyboard({ page, openChart }) {
  await open(openChart);
  const before = await page.run(`${START} window.__kept = one('.slider'); window.__kept.focus();
    // The half second that the slider must rest is the test's to end: machines are slow at times.
    window.__rests = [];
    const wait = window.setTimeout;
    window.setTimeout = (done, time, ...more) => (time === 500 ? window.__rests.push(done) : wait(done, time, ...more));
    return look();`);
  await page.press('ArrowRight');
  await page.press('ArrowRight');
  const after = await page.run(`${START} await frame(); return Object.assign(look(), { same: window.__kept === one('.slider') && root.activeElement === window.__kept });`);
  assert.ok(after.same, 'the slider stays, and so does the focus');
  assert.notEqual(after.value, before.value);
  for (const part of ['finding', 'line', 'valuetext', 'typed', 'foot', 'table', 'description']) assert.notEqual(after[part], before[part], part);
  assert.equal(after.method, 'assumption');
  assert.equal(after.said, '', 'nothing is said while it moves');
  assert.deepEqual([before.undo, before.reset, after.undo, after.reset], ['true', 'true', 'false', 'false']);
  const rested = await page.run(`${START} window.__rests.pop()(); await __probe.until(() => one('[aria-live]').textContent === finding(), 'the finding is said', 3000); return look();`);
  assert.equal(rested.said, after.finding);
  // Each press was a step back.
  const back = await page.run(`${START}
    const seen = [];
    for (let i = 0; i < 2; i += 1) { one('[data-act="undo"]').click(); await frame(); seen.push(look()); }
    return seen;`);
  assert.deepEqual([back[0].undo, back[1].undo], ['false', 'true']);
  assert.deepEqual([back[1].finding, back[1].value, back[1].method], [before.finding, before.value, before.method]);
}

async function pointer({ page, openChart }) {
  await open(openChart);
  const at = await page.run(`${START}
    one('.slider').scrollIntoView({ block: 'center' });
    const box = one('.slider').getBoundingClientRect();
    window.__before = look();
    return { x: box.left, y: box.top + box.height / 2, wide: box.width, high: box.height };`);
  assert.ok(at.high >= 44, 'a finger finds the slider');
  await page.drag([[at.x + at.wide / 2, at.y], [at.x + at.wide * 0.7, at.y], [at.x + at.wide * 0.9, at.y]]);
  const [before, after, back] = await page.run(`${START} await frame(); const after = look();
    one('[data-act="undo"]').click(); await frame(); return [window.__before, after, look()];`);
  assert.notEqual(after.finding, before.finding);
  assert.notEqual(after.line, before.line);
  assert.ok(Number(after.value) > 0);
  assert.equal(back.finding, before.finding, 'one movement is one step back');
}

async function typed({ page, openChart }) {
  await open(openChart);
  const seen = await page.run(`${START}
    const seen = { before: look(), events: [] };
    chart.addEventListener('indicator-change', (event) => seen.events.push([event.detail, event.bubbles, event.composed]));
    const typed = async (text) => { put(one('.number'), text, 'change'); await frame(); return Object.assign(look(), { invalid: one('.number').getAttribute('aria-invalid') }); };
    seen.wide = await typed('\\uff12\\uff10');
    seen.percent = await typed('5%');
    seen.wrong = await typed('many');
    await __probe.until(() => one('[aria-live]').textContent, 'it is said');
    seen.why = one('[aria-live]').textContent;
    seen.whySeen = __probe.visible(one('[aria-live]'));
    one('[data-act="reset"]').click();
    await frame();
    seen.reset = look();
    return seen;`);
  assert.match(seen.wide.finding, /20/);
  assert.notEqual(seen.percent.finding, seen.wide.finding);
  assert.match(seen.percent.finding, /5%/);
  assert.equal(seen.wrong.invalid, 'true');
  assert.equal(seen.wrong.finding, seen.percent.finding, 'what is not understood changes nothing');
  assert.ok(seen.whySeen && seen.why.includes('many'), `a line says what is wrong: ${seen.why}`);
  assert.deepEqual([seen.reset.finding, seen.reset.value, seen.reset.reset, seen.reset.undo], [seen.before.finding, seen.before.value, 'true', 'false']);
  assert.deepEqual(seen.events, [[{ method: '', growth: '20', until: '' }, true, true], [{ method: '', growth: '5%', until: '' }, true, true],
    [{ method: '', growth: '', until: '' }, true, true]]);
}

async function choices({ page, openChart }) {
  await open(openChart);
  const seen = await page.run(`${START}
    const seen = { before: look(), methods: Array.from(one('select[data-set="method"]').options, (option) => [option.value, option.textContent]) };
    put(one('select[data-set="method"]'), 'linear', 'change');
    await frame();
    seen.linear = look();
    const until = one('select[data-set="until"]');
    put(until, until.options[until.options.length - 1].value, 'change');
    await frame();
    seen.until = Object.assign(look(), { last: until.value, year: Array.from(root.querySelectorAll('svg text'), (text) => text.textContent).includes(until.value) });
    put(one('select[data-set="method"]'), 'assumption', 'change');
    await frame();
    seen.own = look();
    seen.svg = await chart.toSVG();
    seen.csv = await chart.toCSV();
    chart.setAttribute('lang', 'en');
    await __probe.until(() => /Assuming/.test(finding()), 'the choice outlasts another language');
    seen.english = look();
    chart.setAttribute('method', 'naive');
    await __probe.until(() => one('select[data-set="method"]').value === 'naive', 'an attribute set anew wins');
    seen.naive = look();
    chart.growth = '10';
    await __probe.until(() => /Assuming/.test(finding()), 'growth goes before method');
    seen.growth = [chart.getAttribute('growth'), chart.method, one('.slider').value];
    chart.removeAttribute('growth');
    chart.removeAttribute('method');
    chart.until = '2030';
    await __probe.until(() => one('select[data-set="until"]').value === '2030', 'until is an attribute');
    return seen;`);
  assert.deepEqual(seen.methods.map(([name]) => name), ['auto', 'drift', 'linear', 'growth', 'theil-sen', 'naive', 'assumption']);
  assert.ok(seen.methods.every(([, word]) => word.length > 1));
  assert.notEqual(seen.linear.finding, seen.before.finding);
  assert.equal(seen.linear.method, 'linear');
  assert.ok(seen.until.year, `the axis ends at ${seen.until.last}`);
  assert.equal(seen.own.method, 'assumption');
  assert.match(seen.own.finding, /假设/);
  assert.ok(seen.svg.includes('band-80') && seen.svg.includes('假设'), 'the file shows what is chosen');
  assert.ok(seen.csv.includes(seen.until.last), 'and so does the table');
  assert.equal(seen.english.undo, 'false');
  assert.deepEqual([seen.naive.undo, seen.naive.reset], ['true', 'true'], 'choices are gone');
  assert.deepEqual(seen.growth, ['10', 'naive', '10']);
}

async function verdict({ page, openChart }) {
  await open(openChart);
  const seen = await page.run(`${START}
    const badge = one('[part~="verdict"]');
    const seen = { name: badge.getAttribute('data-verdict'), word: badge.textContent, symbol: Boolean(badge.querySelector('svg[aria-hidden] path')) };
    seen.svg = await chart.toSVG();
    put(one('.number'), '-40', 'change');
    await frame();
    seen.falling = look().verdict;
    chart.setAttribute('verdict', 'none');
    await __probe.until(() => !one('[part~="verdict"]'), 'it is hidden');
    seen.hidden = await chart.toSVG();
    return seen;`);
  assert.ok(seen.word.length > 1 && seen.symbol, 'a word and a symbol');
  assert.ok(seen.svg.includes(`data-verdict="${seen.name}"`));
  assert.deepEqual([seen.name, seen.falling], ['on_track', 'off_track']);
  assert.ok(!seen.hidden.includes('data-verdict'));
}

async function working({ page, openChart, violations }) {
  await open(openChart);
  const seen = await page.run(`${START}
    const button = one('[aria-controls="working-0"]');
    const panel = one('[part~="working"]');
    const closed = panel.children.length;
    one('[aria-controls="sources-0"]').click();
    button.click();
    await frame();
    const first = panel.textContent;
    put(one('select[data-set="method"]'), 'linear', 'change');
    await frame();
    return { closed, open: button.getAttribute('aria-expanded'), first, then: panel.textContent, formula: panel.querySelectorAll('.formula').length,
      figure: Boolean(panel.querySelector('svg [data-role="band-80"]')), outside: __probe.outside(chart) };`);
  assert.equal(seen.closed, 0);
  assert.equal(seen.open, 'true');
  assert.ok(seen.first.length > 200 && seen.formula > 0);
  assert.notEqual(seen.then, seen.first, 'it follows the method');
  assert.deepEqual(seen.outside, []);
  assert.deepEqual(await violations(), []);
}

async function none({ page, openChart }) {
  await openChart({ target: 'quanzhou-food-evaluative-pass-rate-2025' });
  const bare = await page.run(`${START} return { controls: Boolean(one('[part~="operation"]')), verdict: one('[part~="verdict"]').getAttribute('data-verdict') };`);
  assert.deepEqual(bare, { controls: false, verdict: 'not_reported' });
  await open(openChart, { controls: 'basic' });
  assert.equal(await page.run(`${START} return Boolean(one('[part~="operation"]'));`), false, 'basic has no such controls');
}

async function several({ page, openChart }) {
  await open(openChart, { target: `jinhua-rd-intensity-2025 ${TARGET}` });
  const seen = await page.run(`${START}
    const sections = Array.from(root.querySelectorAll('.chart'));
    const said = () => sections.map((section) => section.querySelector('[part~="finding"]').textContent);
    const before = said();
    put(sections[1].querySelector('.number'), '40', 'change');
    await frame();
    return { before, after: said() };`);
  assert.equal(seen.after[0], seen.before[0], 'the other chart stays as it is');
  assert.notEqual(seen.after[1], seen.before[1]);
}

/** A step of the slider changes texts and the drawing; the controls are the same elements, under the same finger. */
async function steady({ page, openChart }) {
  await open(openChart);
  const seen = await page.run(`${START}
    const parts = ['.slider', '.number', '.finding', '.controls', '[aria-live]'].map((part) => one(part));
    const drawing = one('.figure svg');
    const slider = one('.slider');
    const start = performance.now();
    for (let i = 0; i < 60; i += 1) {
      slider.stepUp();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
    }
    const took = performance.now() - start;
    const same = parts.every((part, i) => part === ['.slider', '.number', '.finding', '.controls', '[aria-live]'].map((name) => one(name))[i]);
    return { same, drawn: drawing !== one('.figure svg'), svgs: root.querySelectorAll('.figure svg').length, took };`);
  if (process.env.SHOW) console.log(`60 steps: ${seen.took.toFixed(0)} ms`);
  assert.deepEqual({ same: seen.same, drawn: seen.drawn, svgs: seen.svgs }, { same: true, drawn: true, svgs: 1 });
}

/** A page's own seven values: what it takes to reach the target. */
async function ownWalk({ page, open: visit }) {
  await visit('pages/own-values.html');
  const seen = await page.run(`
    const chart = document.getElementById('inside');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    chart.asOf = '2025-06-30';
    const root = chart.shadowRoot;
    await __probe.until(() => root.querySelector('[data-verdict="off_track"]'), 'the deadline is ahead');
    const slider = root.querySelector('.slider');
    slider.focus();
    const badge = () => root.querySelector('[part~="verdict"]').getAttribute('data-verdict');
    const finding = () => root.querySelector('[part~="finding"]').textContent;
    return { at: slider.value, verdict: badge(), finding: finding() };`);
  let now = seen;
  let steps = 0;
  for (; steps < 60 && now.verdict !== 'on_track'; steps += 1) {
    await page.press('ArrowRight');
    now = await page.run(`const root = document.getElementById('inside').shadowRoot;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      return { at: root.querySelector('.slider').value, verdict: root.querySelector('[part~="verdict"]').getAttribute('data-verdict'),
        finding: root.querySelector('[part~="finding"]').textContent };`);
  }
  assert.equal(now.verdict, 'on_track', `after ${steps} steps`);
  assert.ok(Number(now.at) > Number(seen.at));
  assert.match(now.finding, /假设/);
}

export default [
  { name: 'trial by keyboard', run: keyboard },
  { name: 'trial by pointer', run: pointer, browsers: ['chromium', 'firefox', 'webkit', 'chromium69'] },
  { name: 'trial typed', run: typed },
  { name: 'trial of methods and years', run: choices, usually: TWO },
  { name: 'trial verdict', run: verdict, usually: TWO },
  { name: 'trial working', run: working, usually: TWO },
  { name: 'trial none', run: none, usually: TWO },
  { name: 'trial several', run: several, usually: TWO },
  { name: 'trial steady', run: steady },
  { name: 'trial own values', run: ownWalk },
];
