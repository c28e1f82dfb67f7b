// What goes wrong: a core that fails inside, a damaged script, names that are taken, wrong attributes. Each is told in one line, in the
// page's language, and once to the page; all other charts go on. Nothing in the script knows of these tests: pages/trap.js stands between.
import { strict as assert } from 'node:assert';

/** In a page: the charts of pages/faults.html, and what is seen of one. */
const AT_HAND = `
  const trap = window.__trap;
  const [first, second, third] = ['first', 'second', 'third'].map((id) => document.getElementById(id));
  const line = (host) => host.shadowRoot.querySelector('[part~="error"]');
  const seen = (host) => ({ drawn: __probe.drawn(host), line: line(host) ? line(host).textContent : '', lang: line(host) && line(host).parentNode.lang,
    own: Boolean(host.firstElementChild && __probe.visible(host.firstElementChild)), detail: Boolean(host.shadowRoot.querySelector('[part~="detail"]')) });
  const errors = (host) => window.__watched.events.filter((event) => event.chart === host.id && event.type === 'indicator-error').map((event) => event.detail.code);
  const drawn = (host) => __probe.until(() => __probe.drawn(host), host.id + ' is drawn');
  const failed = (host, code) => __probe.until(() => line(host) && __probe.visible(line(host)) && errors(host).length, host.id + ' says what is wrong');
  await __probe.until(() => customElements.get('indicator-chart'), 'the element is defined');`;

const DRAWN = `${AT_HAND}
  for (const host of [first, second, third]) {
    host.scrollIntoView();
    await drawn(host);
  }
  await IndicatorWidgets.ready;`;

async function contained({ page, open }) {
  for (const torn of [false, true]) {
    await open('pages/faults.html');
    const shown = await page.run(`${DRAWN}
      trap.torn = args[0];
      const method = second.shadowRoot.querySelector('select[data-set="method"]');
      method.value = 'naive';
      method.dispatchEvent(new Event('change', { bubbles: true }));
      second.shadowRoot.querySelector('[data-view="table"]').click();
      await __probe.sleep(800);
      second.shadowRoot.querySelector('[data-view="table"]').focus();
      const before = __probe.text(second);
      const table = second.shadowRoot.querySelector('.table');
      const mark = second.shadowRoot.querySelector('.foot').firstChild;
      trap.target = first.target;
      first.setAttribute('theme', 'dark');
      await failed(first);
      await __probe.until(() => second.shadowRoot.querySelector('.foot').firstChild !== mark, 'the others are drawn on the fresh core');
      const made = [trap.made, trap.failed];
      const focus = second.shadowRoot.activeElement;
      const others = { same: __probe.text(second) === before, focus: focus && focus.id, table: __probe.visible(second.shadowRoot.querySelector('.table')), drawn: __probe.drawn(third) };
      const wrong = seen(first);
      // What does not concern the chart itself is no reason to try again.
      trap.target = '';
      document.documentElement.lang = 'en';
      await __probe.until(() => / /.test(line(first).textContent), 'the line is in English now');
      const reworded = [line(first).textContent, errors(first), trap.made];
      document.documentElement.lang = 'zh-Hans';
      await __probe.sleep(100);
      first.setAttribute('theme', 'light');
      await drawn(first);
      second.setAttribute('theme', 'dark');
      await __probe.sleep(200);
      return { made, others, wrong, reworded, events: errors(first), after: [first, third].map(__probe.drawn), gone: !line(first),
        ready: window.__watched.events.filter((event) => event.type === 'indicator-ready' && event.chart === 'first').length,
        table: table.textContent, now: second.shadowRoot.querySelector('.table').textContent, strangers: [second, third].map((host) => errors(host).length) };`, torn);
    assert.deepEqual(shown.made, [2, 1], 'one failure, one fresh instance');
    assert.deepEqual(shown.others, { same: true, focus: 'tab-table-0', table: true, drawn: true }, 'the others stand as their readers left them');
    assert.ok(shown.wrong.own && !shown.wrong.drawn && shown.wrong.detail, 'the one that failed shows its own content');
    assert.match(shown.wrong.line, /图表内部出错/);
    assert.match(shown.reworded[0], /failed inside/);
    assert.deepEqual(shown.reworded.slice(1), [['panic'], 2], 'in another language it is the same fault, and nothing is tried');
    assert.deepEqual([shown.events, shown.ready, shown.gone], [['panic'], 2, true], 'told once; drawn again when an attribute changes');
    assert.deepEqual([shown.after, shown.strangers], [[true, true], [0, 0]]);
    assert.equal(shown.now, shown.table, 'and go on working');
  }
}

async function languages({ page, open }) {
  await open('pages/faults.html');
  const shown = await page.run(`${DRAWN}
    const all = {};
    for (const lang of ['zh-CN', 'zh-HK', 'en-GB']) {
      first.setAttribute('lang', lang);
      trap.target = first.target;
      first.setAttribute('until', '2026');
      await failed(first);
      await __probe.until(() => line(first) && line(first).parentNode.lang, lang);
      await __probe.sleep(50);
      all[lang] = [seen(first), __probe.text(first)];
      trap.target = '';
      first.removeAttribute('until');
      await drawn(first);
    }
    return { all, errors: errors(first) };`);
  for (const [lang, words, tag] of [['zh-CN', /图表内部出错.*详情/, 'zh-Hans'], ['zh-HK', /圖表內部出錯.*詳情/, 'zh-Hant'], ['en-GB', /failed inside.*Details/, 'en']]) {
    const [one, text] = shown.all[lang];
    assert.match(text, words);
    assert.equal(one.lang, tag);
  }
  assert.deepEqual(shown.errors, ['panic', 'panic', 'panic']);
}

async function scripts({ page, open }) {
  await open('pages/faults.html');
  const found = await page.run(`${DRAWN}
    const fault = (call) => { try { call(); } catch (error) { return [error.code, error.message]; } return undefined; };
    document.documentElement.lang = 'en';
    const api = IndicatorWidgets;
    trap.call = 'core_targets';
    trap.torn = true;
    const trapped = fault(() => api.targets());
    // Where instances are not made at once there is a fresh one to wait for.
    const at = fault(() => api.plans());
    await api.ready;
    const next = [api.targets().length, api.plans().length];
    trap.call = 'core_renderSVG';
    const drawing = fault(() => api.renderSVG({ target: first.target }));
    await api.ready;
    trap.call = 'core_describe';
    const said = await third.describe().then(() => 'said', (error) => error.code);
    await api.ready;
    const again = await third.describe();
    return { trapped, at, next, drawing, said, again, drawn: [first, second, third].map(__probe.drawn), failed: trap.failed };`);
  assert.equal(found.trapped[0], 'panic');
  assert.match(found.trapped[1], /failed inside/);
  if (page.name !== 'chromium69') assert.ok(!found.at, `the next call works: ${found.at}`);
  assert.deepEqual(found.next, [204, 5]);
  assert.equal(found.drawing[0], 'panic');
  assert.equal(found.said, 'panic');
  assert.match(found.again, /2025/);
  assert.deepEqual([found.drawn, found.failed], [[true, true, true], 3]);
}

async function again({ page, open }) {
  await open('pages/faults.html');
  const found = await page.run(`${DRAWN}
    trap.target = first.target;
    for (let i = 0; i < 40; i += 1) {
      first.setAttribute('until', String(2026 + i % 3));
      await __probe.sleep(25);
    }
    await __probe.sleep(1500);
    const made = trap.made;
    await __probe.sleep(1500);
    const later = trap.made;
    trap.target = '';
    first.removeAttribute('until');
    await drawn(first);
    return { made, later, failed: trap.failed, drawn: [first, second, third].map(__probe.drawn) };`);
  assert.ok(found.failed >= 3 && found.failed <= 7, `a chart that fails at each of 40 changes was tried ${found.failed} times in 2.5 s`);
  assert.ok(found.made <= found.failed + 1, `${found.made} instances for ${found.failed} failures`);
  assert.equal(found.later, found.made, 'nothing goes on by itself');
  assert.deepEqual(found.drawn, [true, true, true]);
}

async function hundred({ page, open }) {
  await open('pages/faults.html');
  const found = await page.run(`${DRAWN}
    const good = first.target;
    const counts = () => ({ nodes: __probe.walk(document, []).length, listening: trap.listening });
    const round = async (i) => {
      const before = errors(first).length;
      if (i % 2) {
        trap.target = good;
        first.setAttribute('until', '2027');
      } else {
        first.target = 'nothing-' + i;
      }
      await __probe.until(() => errors(first).length > before, 'fault ' + i);
      trap.target = '';
      first.removeAttribute('until');
      first.target = good;
      await drawn(first);
    };
    await round(0);
    await round(1);
    const before = counts();
    for (let i = 2; i < 102; i += 1) await round(i);
    await __probe.sleep(200);
    return { before, after: counts(), events: errors(first).length };`);
  assert.deepEqual(found.after, found.before, 'neither elements nor listeners pile up');
  assert.equal(found.events, 102);
}

async function attributes({ page, open }) {
  await open('pages/faults.html');
  const found = await page.run(`${DRAWN}
    const all = {};
    const wrong = async (name, given) => {
      const host = document.createElement('indicator-chart');
      host.id = name;
      host.lang = 'en';
      Object.keys(given).forEach((key) => host.setAttribute(key, given[key]));
      host.innerHTML = '<p>own content</p>';
      document.querySelector('main').prepend(host);
      host.scrollIntoView();
      await failed(host);
      all[name] = Object.assign(seen(host), { codes: errors(host) });
      host.remove();
    };
    await wrong('values', { target: first.target, theme: 'pink', view: 'pie', growth: 'much', 'as-of': 'today' });
    await wrong('targets', { target: 'jinhua-rd-intensity-2052 ' + first.target + ' fujian-valid-trademark-2025' });
    await wrong('plan', { plan: 'fujian-2052', view: 'scorecard' });
    await wrong('region', { indicator: 'rd-intensity', region: 'jinhau' });
    await wrong('indicator', { indicator: 'rd-intensitty' });
    await wrong('elsewhere', { indicator: 'rd-intensity', region: 'linxia' });
    await wrong('compact', { target: 'nothing', view: 'progress', size: 'compact' });
    return all;`);
  for (const [name, one] of Object.entries(found)) {
    assert.deepEqual(one.codes, [name === 'values' ? 'bad-value' : 'unknown-id'], name);
    assert.ok(one.own && !one.drawn, `${name}: its own content stays`);
    assert.equal(one.detail, name !== 'compact', `${name}: details, but not in running text`);
  }
  for (const name of ['theme', 'view', 'growth', 'as-of']) assert.match(found.values.line, new RegExp(`attribute ${name} `), 'each wrong attribute is named');
  assert.match(found.targets.line, /2052.*jinhua-rd-intensity-2025.*fujian-valid-trademark-2025.*fujian-valid-trademarks-2025/, 'each wrong id has its nearest');
  assert.match(found.plan.line, /fujian-2052.*fujian-2025/);
  assert.match(found.region.line, /jinhau.*jinhua/);
  assert.match(found.indicator.line, /rd-intensitty.*rd-intensity/);
  assert.match(found.elsewhere.line, /linxia.*rd-intensity.*Change the region/);
}

async function details({ page, open, origin }) {
  await open('pages/faults.html?secret=1#fragment');
  const found = await page.run(`${DRAWN}
    trap.target = first.target;
    first.setAttribute('contact', 'office@example.org');
    await failed(first);
    const all = first.shadowRoot.querySelector('[part~="detail"]');
    const field = all.querySelector('textarea');
    const closed = !all.open;
    all.open = true;
    const button = all.querySelector('button');
    button.click();
    await __probe.sleep(100);
    const status = all.querySelector('[role="status"]').textContent;
    const selected = field.value.slice(field.selectionStart, field.selectionEnd);
    document.execCommand = () => false;
    button.click();
    const refused = { status: all.querySelector('[role="status"]').textContent, whole: field.selectionEnd - field.selectionStart === field.value.length && field.selectionEnd > 0,
      focus: first.shadowRoot.activeElement === field };
    // What stands there and has not changed is left alone.
    document.documentElement.lang = 'zh-CN';
    await __probe.sleep(100);
    const left = all.isConnected && all.open;
    trap.target = third.target;
    third.setAttribute('theme', 'dark');
    await failed(third);
    return { closed, text: field.value, status, refused, left, quiet: seen(third) };`);
  assert.ok(found.closed, 'no reader need see them');
  for (const part of ['panic', 'RuntimeError', 'target="jinhua-rd-intensity-2025"', 'contact="office@example.org"', 'pages/faults.html', 'Mozilla/']) {
    assert.ok(found.text.includes(part), `${part} in\n${found.text}`);
  }
  assert.match(found.text, /indicator-widgets \d+\.\d+\.\d+/);
  assert.doesNotMatch(found.text, /secret|fragment/, 'no query of the page');
  assert.ok(['已复制。', '这里不能自动复制。文字已选中，请按 Ctrl+C。'].includes(found.status), found.status);
  assert.deepEqual(found.refused, { status: '这里不能自动复制。文字已选中，请按 Ctrl+C。', whole: true, focus: true });
  assert.ok(found.left, 'open details stay open');
  assert.deepEqual([found.quiet.detail, found.quiet.lang, origin.length > 0], [false, 'zh-Hant', true], 'controls="none" has the line alone');
}

async function refused({ page, open }) {
  await open('pages/refused.html');
  const found = await page.run(`
    const host = document.getElementById('refused');
    await __probe.until(() => __probe.drawn(host), 'it is drawn by other means');
    return window.__watched.events.map((event) => event.type);`);
  assert.deepEqual(found, ['indicator-ready']);
}

/** A script of which a part is lost: the browser can't read it, or it can't read itself. */
async function truncated({ page, open }) {
  await open('damaged/pages/faults.html');
  const found = await page.run(`${AT_HAND}
    for (const host of [first, second, third]) {
      host.scrollIntoView();
      await failed(host);
    }
    const error = await IndicatorWidgets.ready.then(() => 'ready', (reason) => reason.code);
    return { all: [first, second, third].map((host) => [seen(host), errors(host)]), error };`);
  for (const [at, words] of [/脚本不完整/, /came incomplete/, /指令碼不完整/].entries()) {
    const [one, codes] = found.all[at];
    assert.match(one.line, words);
    assert.ok(one.own && !one.drawn);
    assert.deepEqual(codes, ['truncated']);
  }
  assert.equal(found.error, 'truncated');
}

async function cut({ page, open }) {
  await open('cut/pages/faults.html');
  await page.run(`
    const hosts = Array.from(document.querySelectorAll('indicator-chart'));
    if (!hosts.every((host) => __probe.visible(host.firstElementChild) && !host.shadowRoot)) throw new Error('the own content does not stand');
    if (window.IndicatorWidgets || window.__watched.events.length) throw new Error('half a script has run');`);
}

/** Another's element of the same name, or a browser below the floor: one line each, and nothing else in the page is touched. */
async function outside({ page, open }) {
  for (const [name, code, words] of [['clash', 'name-clash', [/本頁已有同名/, /already named indicator-chart/]], ['old', 'too-old', [/瀏覽器太舊/, /too old/]]]) {
    await open(`pages/${name}.html`);
    const found = await page.run(`
      await __probe.until(() => document.querySelectorAll('[data-indicator-error]').length === 2, 'two lines');
      await __probe.sleep(50);
      const lines = Array.from(document.querySelectorAll('[data-indicator-error]'));
      const said = lines.map((one) => ({ text: one.textContent, visible: __probe.visible(one), lang: one.lang, role: one.getAttribute('role'), style: one.hasAttribute('style'),
        of: (one.parentNode.localName === 'indicator-chart' ? one.parentNode : one.previousElementSibling).id }));
      lines.forEach((one) => one.remove());
      return { said, one: document.getElementById('one').innerHTML, next: document.getElementById('one').nextElementSibling.id,
        two: document.getElementById('two').innerHTML, events: window.__watched.events.map((event) => [event.chart, event.detail.code]) };`);
    assert.deepEqual(found.said.map(({ visible, lang, role, style, of }) => [visible, lang, role, style, of]),
      [[true, 'zh-Hant', 'status', false, 'one'], [true, 'en', 'status', false, 'two']], name);
    found.said.forEach((one, at) => assert.match(one.text, words[at]));
    assert.deepEqual([found.one, found.next, found.two], ['<p>own content</p>', 'next', 'own content'], `${name}: without its line the page is as it was`);
    assert.deepEqual(found.events, [['one', code], ['two', code]], `${name}: told once, though the script is there twice`);
  }
}

async function options({ page, open }) {
  await open('pages/faults.html');
  const found = await page.run(`${DRAWN}
    document.documentElement.lang = 'en';
    const fault = (call) => { try { call(); } catch (error) { return [error.code, error.message]; } return ['', 'no error']; };
    const api = IndicatorWidgets;
    const values = [[2020, 1], [2021, 2], [2022, 3]];
    return {
      project: fault(() => api.project(values, { horizn: 3 })),
      assess: fault(() => api.assess(first.target, { asof: '2025-01-01' })),
      backtest: fault(() => api.backtest(values, { year: 1 })),
      renderSVG: fault(() => api.renderSVG({ target: first.target, textsize: 'large' })),
      targets: fault(() => api.targets({ plans: 'fujian-2025' })),
      observations: fault(() => api.observations({ plan: 'fujian-2025' })),
      far: fault(() => api.project(values, { zzzzzzzz: 3 })),
      spoken: fault(() => api.project(values, { lang: 'zh-TW', horizn: 3 })),
      plan: fault(() => api.targets({ plan: 'fujian-2052' })),
      region: fault(() => api.observations({ region: 'jinhau', indicator: 'rd-intensitty' })),
      fine: [api.targets({ plan: 'fujian-2025', lang: 'en' }).length > 5, api.project(values, { horizon: 2, rule: 'own', asOf: '2025-01-01' }).rows.length,
        api.targets({ region: api.regions()[0] }).length >= 0, typeof api.renderSVG({ target: first.target, view: 'progress', width: 400, textSize: 'large' })],
    };`);
  const near = { project: 'horizon', assess: 'asOf', backtest: 'years', renderSVG: 'textSize', targets: 'plan' };
  for (const [call, name] of Object.entries(near)) {
    assert.equal(found[call][0], 'bad-value', call);
    assert.match(found[call][1], new RegExp(`Did you mean \u201c${name}\u201d`), call);
  }
  assert.match(found.observations[1], /no option .plan.*: region, indicator\.$/, 'values are no plan\u2019s');
  assert.match(found.far[1], /There are: .*horizon/);
  assert.match(found.spoken[1], /沒有選項/);
  assert.deepEqual([found.plan[0], found.region[0]], ['unknown-id', 'unknown-id']);
  assert.match(found.plan[1], /fujian-2025/);
  assert.match(found.region[1], /jinhua.*rd-intensity/);
  assert.deepEqual(found.fine, [true, 2, true, 'string']);
}

async function links({ page, open }) {
  for (const [link, left] of [['method=drift&until=2026', false], ['until=2090', true], ['growth=much', true], ['compare=atlantis', true], ['view=pie', true], ['open=nothing', true], ['wish=1', false]]) {
    await open(`pages/faults.html#second?${link}`);
    const found = await page.run(`${AT_HAND}
      await drawn(second);
      await __probe.sleep(50);
      const notes = Array.from(second.shadowRoot.querySelectorAll('[part~="note"]'));
      return { notes: notes.map((one) => [one.textContent, one.getAttribute('role'), __probe.visible(one)]), errors: errors(second) };`);
    assert.deepEqual(found.errors, [], link);
    assert.deepEqual(found.notes.map(([, role, visible]) => [role, visible]), left ? [['status', true]] : [], link);
    if (left) assert.match(found.notes[0][0], /left out/);
  }
}

export default [
  { name: 'fault: a core that fails is replaced', run: contained },
  { name: 'fault: in each language', run: languages },
  { name: 'fault: scripts go on', run: scripts },
  { name: 'fault: again and again', run: again, origins: ['http'], usually: ['chromium'] },
  { name: 'fault: a hundred', run: hundred, origins: ['http'], usually: ['chromium69'] },
  { name: 'fault: wrong attributes', run: attributes, origins: ['http'] },
  { name: 'fault: details', run: details },
  { name: 'fault: WebAssembly refused', run: refused },
  { name: 'fault: a damaged script', run: truncated, origins: ['http'] },
  // The browser's own message tells of half a script.
  { name: 'fault: half a script', run: cut, origins: ['http'], mayWarn: true },
  { name: 'fault: a name that is taken, a browser too old', run: outside },
  { name: 'fault: options of scripts', run: options, origins: ['http'] },
  { name: 'fault: links', run: links, usually: ['chromium'] },
];
