// The chart itself: every target, its marks, its events, its methods, what it does to the page around it.
import { strict as assert } from 'node:assert';
import { AS_OF, expectedTargets } from '../expected.mjs';

/** Draws every target, scrolling to those that wait below the fold, and gives back what each shows. */
const DRAW_ALL = `
  const api = window.IndicatorWidgets || await __probe.until(() => window.IndicatorWidgets, 'the script has run');
  await api.ready;
  const box = document.getElementById('charts');
  const targets = api.targets().filter((target) => !target.restates);
  const charts = targets.map((target) => {
    const chart = document.createElement('indicator-chart');
    for (const [name, value] of [['target', target.id], ['as-of', args[0]], ['lang', args[1] || 'zh-Hans']]) chart.setAttribute(name, value);
    chart.append('own content of ' + target.id);
    box.append(chart);
    return chart;
  });
  const settled = () => window.__watched.events.filter((event) => event.type !== 'indicator-change').length;
  for (const chart of charts) {
    if (__probe.drawn(chart)) continue;
    chart.scrollIntoView({ block: 'start' });
    await __probe.until(() => __probe.drawn(chart) || window.__watched.events.some((event) => event.type === 'indicator-error'),
      'the chart ' + chart.getAttribute('target') + ' is drawn');
  }
  await __probe.until(() => settled() >= charts.length, charts.length + ' charts raise an event');
  await __probe.frames(2);`;

/** Faults with the targets that have them, the same fault of many targets told once. */
class Faults {
  constructor() {
    this.targets = new Map();
  }

  add(id, what) {
    this.targets.set(what, [...(this.targets.get(what) ?? []), id]);
  }

  count(id, role, shown, due) {
    if (shown !== due) this.add(id, `${shown} marks of ${role}, ${due} are due`);
  }

  assertNone() {
    const told = [...this.targets].map(([what, ids]) => `${what}: ${ids.slice(0, 4).join(', ')}${ids.length > 4 ? ` and ${ids.length - 4} more` : ''}`);
    assert.ok(!told.length, told.join('\n'));
  }
}

async function allTargets({ page, open }) {
  await open('pages/all-targets.html');
  const shown = await page.run(`${DRAW_ALL}
    return charts.map((chart, i) => {
      const id = targets[i].id;
      const trajectory = api.trajectory(id);
      const nonsense = /undefined|NaN|null|Infinity|\\[object|\\{\\w*\\}/.exec(__probe.text(chart));
      return { id, marks: __probe.marks(chart), nonsense: nonsense && nonsense[0],
        steps: trajectory.steps.map((step) => step.year), base: Boolean(trajectory.base), indicator: trajectory.indicator,
        observations: api.observations({ indicator: trajectory.indicator, region: targets[i].region }).length,
        events: window.__watched.events.filter((event) => event.chart === id) };
    });`, AS_OF);
  const due = expectedTargets();
  assert.equal(due.length, 192, 'targets in data/targets.csv');
  const drawn = new Set(shown.map((chart) => chart.id));
  assert.deepEqual(due.filter((target) => !drawn.has(target.id)).map((target) => target.id), [], 'targets that are not drawn');
  assert.equal(shown.length, due.length, 'charts');
  const faults = new Faults();
  for (const target of due) {
    const chart = shown.find((one) => one.id === target.id);
    const { marks } = chart;
    if (chart.steps.join() !== target.steps.join()) faults.add(target.id, `steps in ${chart.steps.join(', ')}, ${target.steps.join(', ')} are due`);
    if (chart.indicator !== target.indicator) faults.add(target.id, `drawn on ${chart.indicator}, ${target.indicator} is due`);
    if (chart.observations !== target.published) faults.add(target.id, `${chart.observations} observations by the API, ${target.published} are published`);
    if (chart.nonsense) faults.add(target.id, `says ${chart.nonsense}`);
    faults.count(target.id, 'observed', marks.observed ?? 0, target.observed);
    faults.count(target.id, 'target', marks.target ?? 0, target.steps.length);
    // Without a base there is a path only between two deadlines; a yearly floor needs none.
    const path = chart.base || target.steps.length > 1 || target.kind === 'per_year';
    faults.count(target.id, 'trajectory', marks.trajectory ? 1 : 0, path ? 1 : 0);
    faults.count(target.id, 'projection', marks.projection ?? 0, target.projected ? 1 : 0);
    for (const role of ['band-80', 'band-95']) faults.count(target.id, role, marks[role] ?? 0, target.banded ? 1 : 0);
    for (const role of ['axis', 'label']) if (!marks[role]) faults.add(target.id, `no ${role}`);
    const events = chart.events.map((event) => event.type).join(' ');
    if (events !== 'indicator-ready') faults.add(target.id, `raised ${events || 'no event'}`);
    if (chart.events.some((event) => !event.bubbles || !event.composed)) faults.add(target.id, 'its event does not bubble out');
  }
  faults.assertNone();
}

const WIDTHS = [280, 320, 480, 640, 1000, 1920];
/** Each width in one of the languages; `all` of them in both. */
const MET = { 'zh-Hans': [280, 480, 1000], en: [320, 640, 1920] };

/** No label of any chart crosses another or leaves its drawing, at any width. */
async function labels({ page, open, all }) {
  const faults = new Faults();
  for (const lang of Object.keys(MET)) {
    await page.resize(280, 800);
    await open('pages/all-targets.html');
    await page.run(`${DRAW_ALL} return 0;`, AS_OF, lang);
    for (const width of all ? WIDTHS : MET[lang]) {
      await page.resize(width, 800);
      const found = await page.run(`
        await __probe.frames(2);
        const charts = Array.from(document.querySelectorAll('indicator-chart'));
        const fits = (chart) => Math.abs(chart.shadowRoot.querySelector('[part~="svg"]').getBoundingClientRect().width - chart.getBoundingClientRect().width) < 2;
        await __probe.until(() => charts.every(fits), 'every chart is drawn anew for its width');
        return charts.map((chart) => [chart.getAttribute('target'), __probe.outside(chart), __probe.crossing(chart)]);`);
      for (const [id, outside, crossing] of found) {
        if (outside.length) faults.add(`${id} (${outside[0]})`, `${lang}, ${width} px: sticks out`);
        if (crossing.length) faults.add(`${id} (${crossing[0]})`, `${lang}, ${width} px: labels on each other`);
      }
    }
  }
  await page.resize(1000, 800);
  faults.assertNone();
}

async function errors({ page, open }) {
  await open('pages/broken.html');
  const shown = await page.run(`
    const good = document.getElementById('good');
    await __probe.until(() => __probe.drawn(good), 'the good chart is drawn');
    await __probe.until(() => window.__watched.events.length >= 3, 'three events');
    const about = (id) => window.__watched.events.filter((event) => event.chart === id);
    return ['unknown', 'bad', 'good'].map((id) => {
      const host = document.getElementById(id);
      const own = host.querySelector('p');
      return { events: about(id), own: own ? __probe.visible(own) : null, drawn: __probe.drawn(host),
        line: __probe.walk(host.shadowRoot, []).filter(__probe.visible).map((one) => one.textContent.trim()).join(' ') };
    });`);
  const [unknown, bad, good] = shown;
  for (const [chart, code] of [[unknown, 'unknown-id'], [bad, 'bad-value']]) {
    assert.deepEqual(chart.events.map((event) => [event.type, event.detail.code]), [['indicator-error', code]]);
    assert.ok(chart.events[0].detail.message.length > 10, 'the event says what is wrong');
    assert.ok(chart.own, 'its own content is still to be seen');
    assert.ok(!chart.drawn, 'no chart is drawn');
    assert.ok(chart.line.length > 10, 'a line says what is wrong');
  }
  assert.match(unknown.line, /jinhua-rd-intensity-2025/, 'the line names the nearest id');
  assert.deepEqual(good.events.map((event) => event.type), ['indicator-ready']);
}

async function redraws({ page, openChart }) {
  await openChart();
  const seen = await page.run(`
    const chart = document.getElementById('chart');
    const changed = async (name, value, look) => {
      const before = look();
      chart.setAttribute(name, value);
      await __probe.until(() => look() !== before, 'changing ' + name + ' to ' + value + ' is seen');
      return [before, look()];
    };
    const label = () => chart.shadowRoot.querySelector('svg text');
    const seen = {};
    seen.lang = await changed('lang', 'en', () => __probe.text(chart));
    seen.theme = await changed('theme', 'dark', () => label() && getComputedStyle(label()).fill);
    seen.size = await changed('text-size', 'large', () => label() && parseFloat(getComputedStyle(label()).fontSize) * label().ownerSVGElement.getScreenCTM().a);
    seen.asOf = await changed('as-of', '2021-06-30', () => __probe.marks(chart).observed || 0);
    seen.target = await changed('target', 'quanzhou-gross-ocean-product-2025', () => __probe.text(chart));
    chart.asOf = '2026-06-30';
    seen.mirrored = chart.getAttribute('as-of');
    seen.view = await changed('view', 'table', () => __probe.drawn(chart));
    seen.table = Array.prototype.some.call(chart.shadowRoot.querySelectorAll('table'), __probe.visible);
    seen.events = window.__watched.events.map((event) => event.type);
    return seen;`);
  assert.doesNotMatch(seen.lang[1].replace(/["“][^"”]*["”]/g, ''), /[\u3002\uff0c]/, 'English has no Chinese stops');
  assert.ok(seen.size[1] > seen.size[0], 'large text is larger');
  assert.ok(seen.asOf[1] < seen.asOf[0], 'in 2021 less was known');
  assert.equal(seen.mirrored, '2026-06-30', 'properties mirror attributes');
  assert.ok(seen.table, 'the table is to be seen');
  assert.equal(seen.events.filter((type) => type === 'indicator-ready').length, 1, 'ready is raised once');
  assert.ok(!seen.events.includes('indicator-error'));
}

async function methods({ page, openChart }) {
  await openChart();
  const given = await page.run(`
    const chart = document.getElementById('chart');
    const svg = await chart.toSVG();
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const png = async (scale) => {
      const blob = await chart.toPNG(scale);
      const bytes = new DataView(await new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.readAsArrayBuffer(blob);
      }));
      return { type: blob.type, magic: bytes.getUint32(0), width: bytes.getUint32(16), height: bytes.getUint32(20), size: blob.size };
    };
    return { describe: await chart.describe(), csv: await chart.toCSV(), svg, root: parsed.documentElement.localName,
      wrong: parsed.querySelector('parsererror') && parsed.querySelector('parsererror').textContent,
      roles: parsed.querySelectorAll('[data-role]').length, png1: await png(1), png2: await png(2) };`);
  assert.equal(typeof given.describe, 'string');
  assert.match(given.describe, /2025/);
  assert.match(given.csv, /^[^\r\n]+,[^\r\n]+,[^\r\n]+\r?\n/);
  assert.ok(given.csv.trim().split('\n').length > 2, 'rows of CSV');
  assert.equal(given.root, 'svg');
  assert.equal(given.wrong, null);
  assert.ok(given.roles > 5);
  for (const png of [given.png1, given.png2]) assert.deepEqual([png.type, png.magic], ['image/png', 0x89504e47]);
  assert.equal(given.png2.width, 2 * given.png1.width);
  assert.ok(Math.abs(given.png2.height - 2 * given.png1.height) <= 1, 'twice as high');
  assert.ok(given.png1.size > 4000, 'not an empty picture');
}

async function goodGuest({ page, open, openChart, base }) {
  await openChart();
  const left = await page.run(`
    const roots = __probe.walk(document, []).filter((one) => one.shadowRoot).map((one) => one.shadowRoot);
    return {
      globals: Object.getOwnPropertyNames(window).filter((name) => !window.__watched.globals.includes(name) && !/^__|^(chart|before|after)$/.test(name)),
      roots: roots.length,
      styles: roots.reduce((sum, root) => sum + root.querySelectorAll('style').length, 0) + document.querySelectorAll('style').length,
      inline: [].concat(...roots.map((root) => Array.from(root.querySelectorAll('[style]')))).map(__probe.label),
      sheets: 'adoptedStyleSheets' in document,
      stored: [document.cookie, (() => { try { return localStorage.length; } catch (e) { return 0; } })()],
    };`);
  assert.deepEqual(left.globals, ['IndicatorWidgets']);
  assert.equal(left.roots, 1);
  assert.equal(left.styles, 0, 'style elements');
  if (left.sheets) assert.deepEqual(left.inline, [], 'inline styles');
  assert.deepEqual(left.stored, ['', 0]);
  const own = ['pages/one.html', 'pages/watch.js', 'dist/indicator-widgets.js', 'favicon.ico'].map((path) => new URL(path, base).href);
  const requests = (await page.requests()).filter((url) => !own.includes(url));
  assert.deepEqual(requests, [], 'requests that the page does not name');
}

async function strictPolicy({ page, open }) {
  await open('policy/strict/pages/one.html');
  await page.run(`const chart = document.getElementById('chart');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    chart.setAttribute('lang', 'en');
    chart.setAttribute('theme', 'dark');
    await __probe.frames(3);
    await chart.toPNG(1);`);
}

async function print({ page, open }) {
  await open('pages/all-targets.html');
  await page.run(`
    const api = await __probe.until(() => window.IndicatorWidgets, 'the script has run');
    await api.ready;
    for (const target of api.targets().filter((one) => !one.restates).slice(0, 40)) {
      const chart = document.createElement('indicator-chart');
      chart.setAttribute('target', target.id);
      chart.setAttribute('as-of', args[0]);
      document.getElementById('charts').append(chart);
    }`, AS_OF);
  const pdf = await page.pdf();
  assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
  const drawn = await page.run('return Array.from(document.querySelectorAll("indicator-chart")).filter(__probe.drawn).length;');
  assert.equal(drawn, 40, 'charts that wait below the fold are drawn for print');
}

/** A4, in inches. */
const A4 = { paperWidth: 8.27, paperHeight: 11.69 };

async function report({ page, openChart }) {
  for (const plan of ['fujian-2025', 'quanzhou-2025', 'linxia-2023']) {
    for (const lang of ['zh-Hans', 'en']) {
      await openChart({ plan, view: 'scorecard', lang, 'as-of': AS_OF });
      const pdf = (await page.pdf(A4)).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages <= 2, `${plan} ${lang}: a plan's report stands on two pages, not ${pages}`);
    }
  }
}

export default [
  { name: 'all 192 targets', run: allTargets, both: true },
  { name: 'labels of all targets', run: labels, browsers: ['chromium'], origins: ['http'] },
  { name: 'errors', run: errors },
  { name: 'attributes', run: redraws },
  { name: 'methods', run: methods },
  { name: 'a good guest', run: goodGuest, both: true },
  { name: 'strict policy', run: strictPolicy, browsers: ['chromium'], origins: ['http'] },
  { name: 'a report on two pages', run: report, browsers: ['chromium'], origins: ['http'] },
  { name: 'print', run: print, browsers: ['chromium'], origins: ['http'] },
];
