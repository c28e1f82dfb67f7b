// What a reader takes away: files, the clipboard, a link, paper; what is chosen stands in the address, tables sort, sources open.
import { strict as assert } from 'node:assert';

const TARGET = 'fujian-valid-trademarks-2025';
const open = (openChart, more = {}) => openChart({ target: TARGET, 'as-of': '2024-12-31', ...more });

/** The chart's parts, and what a click on a download would have saved. */
const START = `
  const chart = document.getElementById('chart');
  await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
  const root = chart.shadowRoot;
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => Array.from(root.querySelectorAll(selector));
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const unfold = (name) => { const button = one('[aria-controls="' + name + '-0"][aria-expanded="false"]'); if (button) button.click(); };
  const put = (control, value) => { control.value = value; control.dispatchEvent(new Event('change', { bubbles: true, composed: true })); };
  const status = () => one('.status').textContent;
  const files = window.__files || (window.__files = []);
  if (!window.__caught) {
    window.__caught = true;
    const blobs = {};
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs[url] = blob; return url; };
    HTMLAnchorElement.prototype.click = function () { files.push({ name: this.download, blob: blobs[this.href] }); };
  }
  // Not by Response: old Chromium reads no blobs for a page that is a file.
  const read = (blob, how) => new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader[how](blob); });
  const bytes = async (blob) => Array.from(new Uint8Array(await read(blob, 'readAsArrayBuffer')));
  const taken = async (what) => {
    const before = files.length;
    one('[data-take="' + what + '"]').click();
    await __probe.until(() => files.length > before && status(), 'a file ' + what);
    return files[files.length - 1];
  };`;

async function files({ page, openChart }) {
  await open(openChart, { contact: 'desk@example.org', updated: '2024-11-05' });
  const seen = await page.run(`${START}
    unfold('take');
    const [png, svg, csv] = [await taken('png'), await taken('svg'), await taken('csv')];
    const image = await bytes(png.blob);
    const size = (at) => image.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0);
    return { names: [png, svg, csv].map((file) => file.name), types: [png, svg, csv].map((file) => file.blob.type),
      magic: image.slice(0, 8), wide: size(16), svg: await read(svg.blob, 'readAsText'), csv: await bytes(csv.blob), said: status(),
      offered: all('[data-take]').map((button) => button.getAttribute('data-take')), role: one('.status').getAttribute('role'),
      heads: all('.head').map((head) => head.textContent), columns: all('.take li').map((line) => line.textContent),
      high: Math.min(...all('.take button').map((button) => button.getBoundingClientRect().height)) };`);
  assert.deepEqual(seen.names, ['png', 'svg', 'csv'].map((end) => `${TARGET}.trajectory.zh-Hans.${end}`));
  assert.deepEqual(seen.types.map((type) => type.split(';')[0]), ['image/png', 'image/svg+xml', 'text/csv']);
  assert.deepEqual(seen.magic, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.ok(seen.wide >= 1280, `a picture of two dots a pixel: ${seen.wide}`);
  for (const part of ['font-family="', '有效注册商标', '福建省质量强省建设纲要', '2024-12-31', '数据更新：2024-11-05', '发现数据有误：desk@example.org']) {
    assert.ok(seen.svg.includes(part), `the SVG holds ${part}`);
  }
  assert.deepEqual(seen.csv.slice(0, 3), [0xef, 0xbb, 0xbf], 'Excel takes it for UTF-8');
  const csv = new TextDecoder().decode(new Uint8Array(seen.csv)).split('\r\n');
  assert.deepEqual(csv[0].replace(/^\ufeff/, '').split(','), seen.heads);
  assert.ok(csv.length > 5);
  assert.deepEqual(seen.columns.map((line) => line.split('：')[0]), seen.heads, 'every column is explained');
  assert.ok(seen.said.includes(seen.names[2]), `what was saved is said: ${seen.said}`);
  assert.deepEqual(seen.offered, ['png', 'svg', 'csv', 'copy', 'print'], 'no link unless the page allows it');
  assert.equal(seen.role, 'status');
  assert.ok(seen.high >= 44);
}

async function clipboard({ page, openChart }) {
  await open(openChart, { share: 'link' });
  const seen = await page.run(`${START}
    const held = {};
    // Beneath the element: what the browser was handed.
    const set = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, text) { held[type] = text; return set.call(this, type, text); };
    one('[data-view="table"]').click();
    one('.head .sort').click();
    one('.head .sort').click();
    unfold('take');
    const button = one('[data-take="copy"]');
    button.focus();
    const done = document.execCommand;
    let ran;
    document.execCommand = function (name) { ran = done.call(document, name); return ran; };
    button.click();
    await __probe.until(() => status(), 'it is said');
    const table = Object.assign({ said: status(), ran, focus: root.activeElement === button, left: all('textarea').length }, held);
    one('[data-take="link"]').click();
    await __probe.until(() => held['text/plain'] !== table['text/plain'] || !ran, 'the link is copied');
    DataTransfer.prototype.setData = set;
    delete document.execCommand;
    const shown = all('.table tr').map((row) => Array.from(row.cells, (cell) => cell.textContent.replace(/\\s+/g, ' ').trim()).join('\\t'));
    return { table, link: held['text/plain'], shown, words: [one('.status').getAttribute('data-copied'), one('.status').getAttribute('data-refused')] };`);
  assert.ok(seen.table.focus && !seen.table.left, 'the focus is where it was, and nothing is left behind');
  if (!seen.table.ran) {
    // A driver's click is no reader's: a browser may refuse it, and then that is said.
    assert.equal(seen.table.said, seen.words[1]);
    return;
  }
  assert.equal(seen.table.said, seen.words[0]);
  assert.deepEqual(seen.table['text/plain'].split('\n'), seen.shown, 'as it stands, in its present order');
  assert.equal((seen.table['text/html'].match(/<tr>/g) || []).length, seen.shown.length);
  assert.match(seen.link, /#chart\?view=table$/);
}

async function address({ page, openChart, open: go }) {
  await open(openChart);
  const quiet = await page.run(`${START}
    put(one('select[data-set="method"]'), 'linear');
    await frame(); await frame();
    return location.hash;`);
  assert.equal(quiet, '', 'nothing is written that the page does not allow');
  await open(openChart, { share: 'link' });
  const seen = await page.run(`${START}
    const steps = history.length;
    const seen = {};
    put(one('select[data-set="method"]'), 'drift');
    await frame(); await frame();
    const until = one('select[data-set="until"]');
    put(until, '2030');
    await frame(); await frame();
    one('[data-view="table"]').click();
    seen.hash = location.hash;
    seen.steps = history.length - steps;
    seen.finding = one('.finding').textContent;
    for (let i = 0; i < 2; i += 1) { one('[data-act="undo"]').click(); await frame(); await frame(); }
    one('[data-view="trajectory"]').click();
    seen.undone = location.hash;
    // A fragment of the page's own.
    history.replaceState(null, '', '#after');
    put(one('select[data-set="method"]'), 'naive');
    await frame(); await frame();
    seen.foreign = location.hash;
    // Followed while the page is open.
    location.hash = '#chart?method=theil-sen&until=2031;other?x=1';
    await __probe.until(() => one('select[data-set="method"]').value === 'theil-sen', 'the address is followed');
    seen.until = one('select[data-set="until"]').value;
    seen.reset = one('[data-act="reset"]').getAttribute('aria-disabled');
    return seen;`);
  assert.equal(seen.hash, '#chart?view=table&method=drift&until=2030');
  assert.equal(seen.steps, 0, 'no step in the history');
  assert.equal(seen.undone, '#chart?view=trajectory');
  assert.equal(seen.foreign, '#after', "the page's own fragment is its own");
  assert.deepEqual([seen.until, seen.reset], ['2031', 'false']);
  // A page that is opened by such a link.
  await go('pages/shared.html#chart?method=drift&until=2030&view=table');
  const opened = await page.run(`
    const chart = document.getElementById('chart');
    const one = (selector) => chart.shadowRoot.querySelector(selector);
    await __probe.until(() => one('.table tbody tr'), 'the chart is drawn');
    return { method: one('select[data-set="method"]').value, until: one('select[data-set="until"]').value, table: __probe.visible(one('.table')),
      finding: one('.finding').textContent };`);
  assert.deepEqual(opened, { method: 'drift', until: '2030', table: true, finding: seen.finding });
  await go('pages/shared.html#chart?method=none-such');
  const wrong = await page.run(`${START} return one('select[data-set="method"]').value;`);
  assert.equal(wrong, 'auto', 'a link that asks for what cannot be is passed over');
}

async function sorting({ page, openChart }) {
  await open(openChart);
  const seen = await page.run(`${START}
    one('[data-view="table"]').click();
    const years = () => all('tbody tr').map((row) => row.cells[0].textContent);
    const values = () => all('tbody tr').map((row) => row.cells[1].getAttribute('data-order'));
    const head = (at) => all('.head .sort')[at];
    const ways = () => all('.head').map((one) => one.getAttribute('aria-sort'));
    const seen = { start: years(), none: ways() };
    head(0).focus();
    head(0).click(); seen.up = years(); seen.upWay = ways()[0];
    head(0).click(); seen.down = years(); seen.downWay = ways()[0];
    // It outlasts being made anew, and so does the focus.
    chart.style.width = '500px';
    await __probe.frames(3);
    put(one('select[data-set="method"]'), 'linear');
    await frame(); await frame();
    seen.kept = [years(), ways()[0], __probe.label(root.activeElement)];
    head(0).click(); seen.back = [years(), ways()];
    head(1).click(); seen.values = values();
    head(1).click(); seen.fall = values();
    seen.high = head(1).getBoundingClientRect().height;
    return seen;`);
  assert.deepEqual(seen.up, [...seen.start].sort());
  assert.deepEqual([seen.upWay, seen.downWay], ['ascending', 'descending']);
  assert.deepEqual(seen.down, [...seen.start].sort().reverse());
  const [years, way, focus] = seen.kept;
  assert.deepEqual(years, [...years].sort().reverse());
  assert.equal(way, 'descending');
  assert.match(focus, /^button#head-0-0/);
  assert.deepEqual(seen.back[0], [...seen.back[0]].sort());
  assert.ok(seen.back[1].concat(seen.none).every((one) => one === null));
  for (const [list, turn] of [[seen.values, 1], [seen.fall, -1]]) {
    const known = list.filter((one) => one !== null);
    assert.ok(known.length > 2 && list.slice(0, known.length).every((one) => one !== null), 'what is not known stands last');
    assert.deepEqual(known.map(Number), known.map(Number).sort((a, b) => turn * (a - b)));
  }
  assert.ok(seen.high >= 44);
}

async function sources({ page, openChart }) {
  await open(openChart, { contact: 'https://example.org/mistakes', updated: '2024-11-05', lang: 'en' });
  const seen = await page.run(`${START}
    const seen = { before: one('.sources').children.length };
    unfold('sources');
    await frame();
    seen.entries = all('.sources .source').map((entry) => Array.from(entry.children, (line) => line.textContent));
    seen.foot = one('.foot').textContent;
    seen.link = one('.foot a').href;
    chart.setAttribute('contact', '0595-1234567');
    await __probe.until(() => /0595/.test(one('.foot').textContent), 'another contact');
    seen.phone = [one('.foot').textContent, all('.foot a').length];
    chart.setAttribute('contact', 'javascript:alert(1)');
    await __probe.until(() => /javascript/.test(one('.foot').textContent), 'no link');
    seen.script = all('.foot a').length;
    chart.setAttribute('updated', '2024-02-30');
    await __probe.until(() => one('[part~="error"]'), 'a wrong date is told of');
    seen.wrong = one('[part~="error"]').textContent;
    return seen;`);
  assert.equal(seen.before, 0, 'what nobody reads is not there');
  const [target, ...values] = seen.entries;
  assert.ok(target.length >= 6 && target[1].includes('250万件'), target.join('|'));
  assert.ok(target.some((line) => line.startsWith('Issued by: ')) && target.some((line) => line.startsWith('Date: ')));
  assert.ok(values.length >= 4);
  for (const value of values) {
    const text = value.join('|');
    assert.match(text, /Published by: |From: /);
    assert.match(text, /press report|official text/);
    assert.match(text, /Date: /);
    assert.match(text, /no public link known|open the source/);
  }
  assert.match(seen.foot, /press reports\)/, 'the press is named where readers look');
  assert.match(seen.foot, /data updated 2024-11-05.*Found a mistake\? https:\/\/example\.org\/mistakes/);
  assert.equal(seen.link, 'https://example.org/mistakes');
  assert.equal(seen.phone[1], 0);
  assert.equal(seen.script, 0, 'only addresses that can do no harm are followed');
  assert.match(seen.wrong, /updated/);
}

async function paper({ page, openChart }) {
  await open(openChart);
  const seen = await page.run(`${START}
    const seen = {};
    one('[data-view="table"]').click();
    unfold('working');
    await frame();
    dispatchEvent(new Event('beforeprint'));
    seen.paper = { drawn: Boolean(one('.figure svg [data-role="observed"]')), rows: all('tbody tr').length, table: __probe.visible(one('.table')), finding: one('.finding').textContent.length };
    dispatchEvent(new Event('afterprint'));
    seen.after = { figure: __probe.visible(one('.figure')), table: __probe.visible(one('.table')), working: __probe.visible(one('.working')),
      tab: one('[role="tab"][aria-selected="true"]').getAttribute('data-view') };
    return seen;`);
  assert.ok(seen.paper.drawn && seen.paper.table && seen.paper.rows > 3 && seen.paper.finding > 10, JSON.stringify(seen.paper));
  assert.deepEqual(seen.after, { figure: false, table: true, working: true, tab: 'table' }, 'behind it all is as the reader left it');
}

async function accessible({ page, openChart, violations }) {
  await open(openChart, { share: 'link', contact: 'desk@example.org' });
  await page.run(`${START} one('[data-view="table"]').click(); one('.head .sort').click(); unfold('take'); unfold('sources'); await frame();`);
  assert.deepEqual(await violations(), []);
  const outside = await page.run(`const chart = document.getElementById('chart'); chart.style.width = '280px'; await __probe.frames(3); return __probe.outside(chart);`);
  assert.deepEqual(outside, []);
}

/** A keyboard alone: Tab to the panel's button, Enter, Tab to the table's button, Enter. */
async function keyboard({ page, openChart }) {
  await open(openChart);
  await page.run(`${START} one('[aria-controls="sources-0"]').focus();`);
  await page.press('Tab');
  await page.press('Enter');
  for (let i = 0; i < 3; i += 1) await page.press('Tab');
  const at = await page.run(`${START} return root.activeElement.getAttribute('data-take');`);
  assert.equal(at, 'csv');
  await page.press('Enter');
  const said = await page.run(`${START} await __probe.until(() => status(), 'it is said'); return [status(), files.length && files[0].name];`);
  assert.ok(said[0].includes(`${TARGET}.trajectory.zh-Hans.csv`), said[0]);
}

export default [
  { name: 'away: files', run: files },
  { name: 'away: clipboard', run: clipboard },
  { name: 'away: address', run: address },
  { name: 'away: sorting', run: sorting },
  { name: 'away: sources', run: sources },
  { name: 'away: paper', run: paper },
  { name: 'away: keyboard', run: keyboard },
  { name: 'away: accessible', run: accessible, browsers: ['chromium', 'firefox'] },
];
