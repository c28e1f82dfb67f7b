// Marks move from where they were to exactly where the core puts them: on a clock of the test's own, so that nothing depends on
// how fast this machine is.
import { strict as assert } from 'node:assert';

const TARGET = { target: 'fujian-valid-trademarks-2025', 'as-of': '2024-12-31' };

/** `window.__now` is the page's time in milliseconds from here on. */
const START = `
  const chart = document.getElementById('chart');
  await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
  const one = (selector) => chart.shadowRoot.querySelector(selector);
  const frames = async () => { for (let i = 0; i < 4; i += 1) await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))); };
  const at = async (time) => { window.__now = time; await frames(); return drawing(); };
  const drawing = () => one('.figure svg').innerHTML;
  const line = () => one('[data-role="projection"]').getAttribute('d').match(/-?[\\d.]+/g).map(Number);
  const put = (selector, value, type) => { const control = one(selector); control.value = value; control.dispatchEvent(new Event(type, { bubbles: true, composed: true })); };
  if (window.__now === undefined) { window.__now = 0; performance.now = () => window.__now; }`;

/** How a chart looks that was never anything else. */
const fresh = async ({ page, openChart }, attributes) => {
  await openChart({ ...TARGET, ...attributes });
  return page.run(`${START} await frames(); return { drawing: drawing(), line: line() };`);
};

async function moves(visit) {
  const [was, is] = [await fresh(visit, {}), await fresh(visit, { method: 'naive' })];
  await visit.openChart(TARGET);
  const seen = await visit.page.run(`${START}
    const seen = { styled: 0 };
    put('select[data-set="method"]', 'naive', 'change');
    await frames();
    seen.start = line();
    await at(100);
    seen.half = line();
    seen.styled = chart.shadowRoot.querySelectorAll('svg [style]').length;
    seen.end = await at(200);
    seen.method = one('select[data-set="method"]').value;
    return seen;`);
  assert.notDeepEqual(is.line, was.line, 'another method draws another line');
  assert.deepEqual(seen.start, was.line, 'it begins where it was');
  seen.half.forEach((value, i) => {
    const due = is.line[i] - (is.line[i] - was.line[i]) / 8;
    assert.ok(Math.abs(value - due) < 0.02, `half of the time is seven eighths of the way: ${value} for ${due}`);
  });
  assert.equal(seen.end, is.drawing, 'it ends as the core drew it');
  assert.equal(seen.styled, visit.page.name === 'chromium69' ? seen.styled : 0, 'no style attribute');
}

async function interrupted(visit) {
  const is = await fresh(visit, { method: 'linear' });
  await visit.openChart(TARGET);
  const seen = await visit.page.run(`${START}
    const seen = {};
    put('select[data-set="method"]', 'naive', 'change');
    await frames();
    await at(100);
    seen.half = line();
    put('select[data-set="method"]', 'linear', 'change');
    await frames();
    seen.turned = line();
    await at(200);
    seen.later = line();
    seen.end = await at(300);
    return seen;`);
  assert.deepEqual(seen.turned, seen.half, 'a new change begins where the marks are');
  assert.notDeepEqual(seen.later, is.line, 'and has its own time');
  assert.equal(seen.end, is.drawing);
}

async function byAttribute(visit) {
  const [was, is] = [await fresh(visit, {}), await fresh(visit, { growth: '0' })];
  await visit.openChart(TARGET);
  const seen = await visit.page.run(`${START}
    chart.growth = '0';
    await __probe.until(() => /^0$/.test(one('.slider').value), 'the page sets the assumption');
    await frames();
    const start = line();
    return { start, end: await at(200) };`);
  assert.deepEqual(seen.start, was.line);
  assert.equal(seen.end, is.drawing);
}

/** What must be drawn at once: `body` changes something; the drawing is the same before and after the time has passed. */
async function atOnce({ page, openChart }, body, what) {
  await openChart(TARGET);
  const [before, after, later] = await page.run(`${START} const before = drawing(); ${body}; await frames(); return [before, drawing(), await at(1000)];`);
  assert.notEqual(after, before, `${what}: something changed`);
  assert.equal(after, later, `${what}: nothing moves`);
}

async function still(visit) {
  await atOnce(visit, "put('.slider', '5', 'input')", 'under the finger');
  await atOnce(visit, "chart.style.setProperty('width', '400px'); await __probe.until(() => drawing() !== before, 'it is drawn narrower')", 'another width');
  await atOnce(visit, "chart.setAttribute('target', 'jinhua-rd-intensity-2025'); await __probe.until(() => drawing() !== before, 'it is drawn')", 'another target');
  await atOnce(visit, "chart.setAttribute('text-size', 'large'); await __probe.until(() => drawing() !== before, 'it is drawn')", 'larger text');
  await atOnce(visit, "Object.defineProperty(document, 'hidden', { get: () => true }); put('select[data-set=\"method\"]', 'naive', 'change')", 'where nobody looks');
  await atOnce(visit, "window.dispatchEvent(new Event('beforeprint')); put('select[data-set=\"method\"]', 'naive', 'change')", 'on paper');
}

async function reduced(visit) {
  // Firefox is started so; the old Chromium does not know the feature.
  if (visit.page.can.emulate) await visit.page.media({ 'prefers-reduced-motion': 'reduce' });
  try {
    await atOnce(visit, "put('select[data-set=\"method\"]', 'naive', 'change')", 'with reduced motion');
  } finally {
    if (visit.page.can.emulate) await visit.page.media({});
  }
}

const MOVING = ['chromium', 'webkit', 'chromium69'];
// Firefox moves only where it is started so: `MOTION=1 node tests/browser/run.mjs --browsers firefox --only motion`.
const FIREFOX = process.env.MOTION ? ['firefox'] : [];

export default [
  { name: 'motion from where marks were', run: moves, browsers: MOVING.concat(FIREFOX), origins: ['http'] },
  { name: 'motion interrupted', run: interrupted, browsers: MOVING.concat(FIREFOX), origins: ['http'] },
  { name: 'motion by attribute', run: byAttribute, browsers: MOVING, origins: ['http'] },
  { name: 'motion only where it explains', run: still, browsers: ['chromium', 'webkit'], origins: ['http'] },
  { name: 'motion reduced', run: reduced, browsers: process.env.MOTION ? ['chromium'] : ['chromium', 'firefox'], origins: ['http'] },
];
