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
  assert.match(inside.text, /本页表格：读取7个值（2018–2024年）/);
  assert.match(inside.text, /本页表格/);
  assert.match(inside.text, /2024年实际值为2\.61%（初步数）/);
  assert.match(inside.text, /2\.41%（初步数）/, 'a raised note is no digit');
  assert.equal(named.marks.observed, 3, 'a target that has no collected value');
  assert.match(named.text, /超过5\.2件\/万人/);
  assert.match(named.text, /2023年实际值为6\.3件/, 'an inner table is left alone');
  assert.equal(faulty.marks.observed, 5, '2019 and 2022 beside what is collected');
  assert.equal(faulty.faults.length, 3);
  for (const [i, due] of ['第3行第2列“二点一”', '第4行第1列“20二一”', '第6行第1列“2022”'].entries()) assert.ok(faulty.faults[i].startsWith(due), faulty.faults[i]);
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

/** CSV and JSON in scripts, one table for several regions, and rows that a script gives. */
async function scripts({ page, open }) {
  await open('pages/own-scripts.html');
  const { csv, json, named, wrong, regions } = await page.run(SHOWN);
  assert.match(csv.text, /本页表格：读取4个值（2018–2021年）/);
  assert.match(csv.text, /2\.3%（初步数）/, 'a note that says how exact a value is');
  assert.deepEqual(csv.faults, []);
  assert.match(json.text, /本页表格：读取2个值（2018–2019年）/);
  assert.equal(json.faults.length, 1);
  assert.ok(json.faults[0].startsWith('observations[2].value“x”：'), json.faults[0]);
  assert.match(named.text, /本页表格：读取2个值（2018–2019年）/, 'another region is left alone');
  assert.deepEqual(wrong.events, [['indicator-error', 'bad-table']]);
  assert.ok(wrong.own && /JSON/.test(wrong.text), wrong.text);
  assert.ok(regions.drawn, 'one table serves several regions by their names');
  assert.match(regions.text, /本页表格：读取4个值（2022–2023年）/);
  const rows = await page.run(`
    const chart = document.getElementById('json');
    const read = /读取([0-9]+)个值（([0-9–、]+)年）/;
    const shown = async (due) => { await __probe.until(() => (read.exec(__probe.text(chart)) || [])[2] === due, due).catch((error) => { throw new Error(error.message + ' but ' + __probe.text(chart).slice(-300)); }); };
    chart.observations = [{ year: 2020, value: 2.1 }, { year: 2022, value: 2.4 }];
    await shown('2020、2022');
    const given = chart.observations.length;
    chart.observations.push([2023, 2.5]);
    chart.observations = [[2021, 2.3]];
    await shown('2021');
    chart.observations[0][0] = 2022;
    await chart.update();
    await shown('2022');
    chart.observations = [{ year: { a: 1 }, value: 2 }];
    await __probe.until(() => chart.shadowRoot.querySelector('[part~="error"]'), 'an object is no year');
    const path = __probe.text(chart);
    const refused = await chart.update().then(() => 'kept', (error) => error.code);
    chart.observations = null;
    await shown('2018–2019');
    return { given, path, refused, attribute: chart.hasAttribute('observations') };`);
  assert.equal(rows.given, 2);
  assert.match(rows.path, /observations\[0\]\.year/);
  assert.equal(rows.refused, 'bad-table');
  assert.equal(rows.attribute, false);
}

/** What the page changes is drawn, once for all changes made in one go; what has left the page listens to nothing. */
async function live({ page, open }) {
  await open('pages/own-scripts.html');
  const seen = await page.run(`
    const chart = document.getElementById('csv');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    const changes = () => window.__watched.events.filter((event) => event.chart === 'csv' && event.type === 'indicator-change').length;
    const script = chart.querySelector('script');
    const before = script.textContent;
    const row = (text) => { script.appendChild(document.createTextNode(text)); };
    const counts = [changes()];
    row('2022;2.41;\\n');
    row('2023;2.50;\\n');
    await __probe.until(() => /读取6个值（2018–2023年）/.test(__probe.text(chart)), 'six values');
    counts.push(changes());
    chart.querySelector('p').textContent = 'other words';
    await __probe.sleep(100);
    counts.push(changes());
    script.parentNode.removeChild(script);
    await __probe.until(() => !/读取/.test(__probe.text(chart)), 'the collected values again');
    chart.appendChild(script);
    await __probe.until(() => /读取6个值/.test(__probe.text(chart)), 'six values again');
    const next = chart.nextSibling;
    const parent = chart.parentNode;
    parent.removeChild(chart);
    const left = changes();
    script.textContent = before;
    await __probe.sleep(100);
    const quiet = changes() - left;
    parent.insertBefore(chart, next);
    await __probe.until(() => /读取4个值/.test(__probe.text(chart)), 'read anew in the page');
    const named = document.getElementById('named');
    named.scrollIntoView({ block: 'center' });
    await __probe.until(() => /读取2个值/.test(__probe.text(named)), 'named');
    const data = document.getElementById('data');
    const other = data.cloneNode(false);
    other.textContent = 'year,value\\n2020,2.2\\n';
    data.parentNode.replaceChild(other, data);
    await __probe.until(() => /读取1个值（2020年）/.test(__probe.text(named)), 'another element of that name');
    other.removeAttribute('id');
    other.parentNode.removeChild(other);
    await __probe.until(() => named.shadowRoot.querySelector('[part~="error"]'), 'it is gone');
    other.id = 'data';
    parent.appendChild(other);
    await __probe.until(() => /读取1个值/.test(__probe.text(named)), 'it is there again');
    return { counts, quiet };`);
  assert.deepEqual(seen.counts, [0, 1, 1], 'one change for two, and none for other words');
  assert.equal(seen.quiet, 0, 'nothing is drawn outside the page');
}

/** Every form that a server may send, and what it may refuse. */
async function addresses({ page, open }) {
  await open('pages/own-address.html');
  const seen = await page.run(`
    const chart = document.getElementById('chart');
    const drawn = () => __probe.until(() => __probe.drawn(chart) || chart.shadowRoot.querySelector('[part~="error"]'), 'drawn or not');
    const said = async (address) => {
      chart.setAttribute('observations', address);
      await chart.update().catch(() => {});
      return __probe.text(chart);
    };
    await drawn();
    const first = __probe.text(chart);
    const forms = {};
    for (const name of ['gbk.csv', 'utf16.csv', 'values.json']) forms[name] = await said('values/' + name);
    const wrong = {};
    for (const name of ['values/wrong.json', 'values/none.csv', 'https://example.org/values.csv', 'one.html', '#nothing', 'http://[']) wrong[name] = await said(name);
    const codes = window.__watched.events.filter((event) => event.type === 'indicator-error').map((event) => event.detail.code);
    return { first, forms, wrong, codes };`);
  assert.match(seen.first, /values\/values\.csv：读取4个值（2019–2022年）/);
  assert.match(seen.first, /第6行第2列“二点五”/);
  for (const name of ['gbk.csv', 'utf16.csv']) assert.match(seen.forms[name], new RegExp(`values/${name}：读取4个值（2019–2022年）`), name);
  assert.match(seen.forms['values.json'], /values\/values\.json：读取2个值（2019–2020年）/);
  assert.match(seen.forms['values.json'], /observations\[2\]\.value“two”/);
  assert.match(seen.wrong['values/wrong.json'], /不是正确的 JSON/);
  assert.match(seen.wrong['values/none.csv'], /HTTP 404/);
  assert.match(seen.wrong['https://example.org/values.csv'], /不在本站/);
  assert.match(seen.wrong['one.html'], /one\.html中没有可用的年度数值/);
  assert.match(seen.wrong['#nothing'], /#nothing/);
  assert.match(seen.wrong['http://['], /读取失败/);
  const codes = seen.codes.filter((code, at) => code !== seen.codes[at - 1]);
  assert.deepEqual(codes, ['bad-table', 'bad-value', 'bad-table']);
}

/** Values that are slow to come: nothing is drawn before them, and what is drawn stays until there are others. */
async function slow({ page, open }) {
  await open('pages/own-address.html');
  const seen = await page.run(`
    const chart = document.getElementById('chart');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    const events = () => window.__watched.events.filter((event) => event.chart === 'chart').length;
    const before = [events(), __probe.text(chart)];
    chart.setAttribute('observations', '/slow/pages/values/values.json');
    chart.setAttribute('theme', 'dark');
    await __probe.sleep(500);
    const kept = __probe.text(chart) === before[1];
    // Another one is asked for: the first is given up.
    chart.setAttribute('observations', '/slow/pages/values/gbk.csv');
    await chart.update();
    const after = [events() - before[0], /gbk/.test(__probe.text(chart))];
    const fresh = document.createElement('indicator-chart');
    fresh.setAttribute('target', 'jinhua-rd-intensity-2025');
    fresh.setAttribute('as-of', '2026-06-30');
    fresh.setAttribute('observations', '/slow/pages/values/values.csv');
    chart.parentNode.insertBefore(fresh, chart);
    window.scrollTo(0, 0);
    await __probe.sleep(500);
    const early = __probe.text(fresh);
    await __probe.until(() => fresh.shadowRoot.querySelector('[part~="wait"]'), 'a line says that values are coming');
    const line = __probe.text(fresh);
    await __probe.until(() => __probe.drawn(fresh), 'then they have come');
    const gone = !fresh.shadowRoot.querySelector('[part~="wait"]');
    chart.setAttribute('observations', '/slow/pages/values/values.json');
    await __probe.sleep(50);
    chart.parentNode.removeChild(chart);
    const left = events();
    await __probe.sleep(2300);
    const quiet = events() - left;
    fresh.setAttribute('observations', '/turn.csv');
    await __probe.until(() => /读取1个值（2023年）/.test(__probe.text(fresh)), 'the turn of the first');
    const turn = async () => /([0-9]+)\\.5%/.exec((await fresh.toCSV()).split('2023,')[1])[1];
    const turns = [await turn()];
    fresh.setAttribute('theme', 'dark');
    await __probe.sleep(100);
    turns.push(await turn());
    await fresh.update();
    turns.push(await turn());
    return { kept, after, early, line, gone, quiet, turns: turns.map((one) => one - turns[0]) };`);
  assert.ok(seen.kept, 'what is drawn stays as it is');
  assert.deepEqual(seen.after, [1, true], 'one change, with the values asked for last');
  assert.equal(seen.early, '');
  assert.equal(seen.line, '正在读取数值…');
  assert.ok(seen.gone);
  assert.equal(seen.quiet, 0, 'a chart that has left waits for nothing');
  assert.deepEqual(seen.turns, [0, 0, 1], 'asked for once, and once more by update()');
}

/** Charts that name one file ask for it once, however they write its address; `update` asks anew, and once for all that are asked in one go. */
async function oneRequest({ page, open }) {
  await open('pages/own-address.html');
  const seen = await page.run(`
    const chart = document.getElementById('chart');
    // A browser enters a request some time after it has been answered.
    const count = async () => {
      await __probe.sleep(200);
      return performance.getEntriesByType('resource').filter((one) => /values\\/values\\.csv/.test(one.name)).length;
    };
    const drawn = (one) => {
      one.scrollIntoView();
      return __probe.until(() => /读取4个值/.test(__probe.text(one)), 'its values are there');
    };
    const more = (address) => {
      const one = document.createElement('indicator-chart');
      for (const name of ['target', 'as-of']) one.setAttribute(name, chart.getAttribute(name));
      one.setAttribute('observations', address);
      chart.parentNode.insertBefore(one, chart);
      return one;
    };
    const all = [chart, more('values/values.csv'), more('./values/values.csv')];
    scrollTo(0, 0);
    for (const one of all) await drawn(one);
    const counts = [await count()];
    const late = more('values/values.csv');
    await drawn(late);
    counts.push(await count());
    await chart.update();
    counts.push(await count());
    await Promise.all(all.map((one) => one.update()));
    counts.push(await count());
    // Nobody wants it any more, and then somebody does.
    const names = all.concat(late);
    for (const one of names) one.remove();
    const again = document.createElement('indicator-chart');
    for (const name of ['target', 'as-of', 'observations']) again.setAttribute(name, chart.getAttribute(name));
    document.body.insertBefore(again, document.body.firstChild);
    await drawn(again);
    counts.push(await count());
    // One that is still on its way is not given up while another waits for it.
    again.setAttribute('observations', '/slow/pages/values/gbk.csv');
    const mate = again.cloneNode(false);
    document.body.insertBefore(mate, again);
    mate.scrollIntoView();
    await __probe.sleep(300);
    again.remove();
    await __probe.until(() => /gbk\\.csv/.test(__probe.text(mate)), 'the other has its values');
    return counts;`);
  assert.deepEqual(seen, [1, 1, 2, 3, 4]);
}

async function asFile({ page, open }) {
  await open('pages/own-address.html');
  const seen = await page.run(`
    const chart = document.getElementById('chart');
    await __probe.until(() => chart.shadowRoot.querySelector('[part~="error"]'), 'it says why not');
    return { text: __probe.text(chart), own: __probe.visible(chart.firstElementChild),
      codes: window.__watched.events.map((event) => event.detail.code) };`);
  assert.match(seen.text, /从磁盘打开的页面不能读取“values\/values\.csv”。请把数值写在页面里/);
  assert.ok(seen.own);
  assert.deepEqual(seen.codes, ['unsupported']);
}

export default [
  { name: 'own values', run: ownValues },
  // WebKit now and then tells of a size that it will only report in the next frame, when a chart gives way to its own content.
  { name: 'own values follow', run: follows, mayWarn: true },
  { name: 'own values in scripts', run: scripts, mayWarn: true },
  { name: 'own values live', run: live, mayWarn: true },
  // A browser tells of a file that is not there.
  { name: 'own values by address', run: addresses, origins: ['http'], mayWarn: true },
  { name: 'own values slowly', run: slow, origins: ['http'] },
  { name: 'own values in one request', run: oneRequest, origins: ['http'] },
  { name: 'own values as a file', run: asFile, origins: ['file'] },
];
