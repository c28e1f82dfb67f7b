// A page's own table of yearly values: inside the element or named by it, its marks, and what is said of rows that can't be used.
import { strict as assert } from 'node:assert';

/** What every chart of the page shows and raised. */
const SHOWN = `
  const hosts = Array.from(document.querySelectorAll('indicator-chart'));
  await __probe.until(() => customElements.get('indicator-chart'), 'the element is defined');
  for (const host of hosts) {
    host.scrollIntoView({ block: 'center' });
    await __probe.until(() => __probe.drawn(host) || host.shadowRoot.querySelector('[part~="error"]'), host.id + ' is drawn or says why not');
  }
  await __probe.sleep(50);
  const shown = {};
  for (const host of hosts) {
    const faults = Array.from(host.shadowRoot.querySelectorAll('[part~="faults"] li')).filter(__probe.visible);
    const own = host.firstElementChild;
    shown[host.id] = { drawn: __probe.drawn(host), marks: __probe.marks(host), text: __probe.text(host), own: Boolean(own && __probe.visible(own)),
      faults: faults.map((one) => one.textContent), outside: __probe.outside(host).filter((one) => !one.startsWith('label')),
      events: window.__watched.events.filter((event) => event.chart === host.id).map((event) => [event.type, event.detail && event.detail.code]) };
  }
  return shown;`;

async function ownValues({ page, open }) {
  await open('pages/own-values.html');
  const { inside, named, faulty, fallback, bad, missing, several } = await page.run(SHOWN);
  for (const chart of [inside, named, faulty, fallback]) {
    assert.ok(chart.drawn && !chart.own, 'the chart stands for the own content');
    assert.deepEqual(chart.events.map(([type]) => type), ['indicator-ready'], 'drawn once, with its table');
    assert.deepEqual(chart.outside, []);
  }
  // Collected are 2012, 2021 and 2024; the page's seven years stand for the last two.
  assert.equal(inside.marks.observed, 8);
  assert.deepEqual(inside.faults, []);
  assert.match(inside.text, /本页表格/);
  assert.match(inside.text, /2024年实际值为2\.61%（初步数）/);
  assert.match(inside.text, /2\.41%（初步数）/, 'a raised note is no digit');
  assert.equal(named.marks.observed, 3, 'a target that has no collected value');
  assert.match(named.text, /超过5\.2件\/万人/);
  assert.match(named.text, /2023年实际值为6\.3件/, 'an inner table is left alone');
  assert.equal(faulty.marks.observed, 5, '2019 and 2022 beside what is collected');
  assert.equal(faulty.faults.length, 3);
  for (const [i, due] of ['第3行“二点一”', '第4行“20二一”', '第6行“2022”'].entries()) assert.ok(faulty.faults[i].startsWith(due), faulty.faults[i]);
  assert.equal(fallback.marks.observed, 3, 'a table that is not marked is fallback');
  assert.doesNotMatch(fallback.text, /本页表格/);
  for (const [chart, name] of [[bad, 'a table of words'], [missing, 'no table'], [several, 'one table for two indicators']]) {
    assert.deepEqual(chart.events, [['indicator-error', 'bad-table']], name);
    assert.ok(!chart.drawn && chart.own, `${name}: the own content stays`);
    assert.ok(chart.text.length > 20, `${name}: a line says what is wrong`);
  }
  assert.match(missing.text, /#nothing/);
}

async function follows({ page, open }) {
  await open('pages/own-values.html');
  const seen = await page.run(`
    const chart = document.getElementById('inside');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    const csv = await chart.toCSV();
    const svg = await chart.toSVG();
    const said = await chart.describe();
    chart.setAttribute('lang', 'en');
    await __probe.until(() => /this page/.test(__probe.text(chart)), 'it speaks English');
    const english = __probe.marks(chart).observed;
    chart.observations = '#values';
    await __probe.until(() => chart.shadowRoot.querySelector('[part~="error"]'), 'patents are no share');
    const wrong = __probe.text(chart);
    chart.removeAttribute('observations');
    await __probe.until(() => __probe.drawn(chart), 'it is drawn again');
    chart.querySelector('table').removeAttribute('data-observations');
    chart.setAttribute('theme', 'dark');
    await __probe.until(() => __probe.marks(chart).observed === 3, 'without its table the collected values are left');
    return { csv, svg, said, english, wrong };`);
  assert.match(seen.csv, /2018,1\.91%,[^\r\n]*本页表格\r\n/);
  assert.match(seen.svg, /本页表格/);
  assert.match(seen.said, /7个由本页给出/);
  assert.equal(seen.english, 8);
  assert.match(seen.wrong, /件/);
}

export default [
  { name: 'own values', run: ownValues },
  // WebKit now and then tells of a size that it will only report in the next frame, when a chart gives way to its own content.
  { name: 'own values follow', run: follows, mayWarn: true },
];
