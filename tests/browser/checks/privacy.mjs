// Nothing is stored, nothing is asked of anybody but this site, and nothing but web addresses is ever followed.
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { TOP } from '../site.mjs';

/** The pages that are shipped, in dist/ itself. */
const SHIPPED = readdirSync(join(TOP, 'dist')).filter((name) => extname(name) === '.html').sort();
/** What our pages may do: bring in a sheet or the nowasm script from their own folder. */
const HALL = 'kiosk.html';
const ALLOWED = /^(HTMLLinkElement\.href = themes\/\w+\.css|HTMLScriptElement\.src = (\.\.\/dist\/)?indicator-widgets\.(nowasm\.)?js)$/;

/** Opens all that opens, moves all that moves, takes all that can be taken, but for a print. */
const USED = `
  const hosts = Array.from(document.querySelectorAll('indicator-chart'));
  const settled = (host) => host.shadowRoot && (__probe.drawn(host) || host.shadowRoot.querySelector('[part~="error"], table'));
  for (const host of hosts) {
    if (!__probe.visible(host) && !host.isConnected) continue;
    host.scrollIntoView({ block: 'center' });
    await __probe.until(() => settled(host), (host.id || host.getAttribute('target')) + ' is drawn or says why not');
    const each = (selector, act) => Array.from(host.shadowRoot.querySelectorAll(selector)).forEach(act);
    each('[aria-expanded="false"]', (button) => button.click());
    each('select', (list) => { list.selectedIndex = list.options.length - 1; list.dispatchEvent(new Event('change', { bubbles: true })); });
    each('input[type="range"]', (slider) => { slider.value = slider.max; slider.dispatchEvent(new Event('input', { bubbles: true })); });
    each('[data-take]:not([data-take="print"])', (button) => button.click());
    const mark = host.shadowRoot.querySelector('[data-mark], svg [tabindex]');
    if (mark) mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await Promise.all(['describe', 'toSVG', 'toPNG', 'toCSV', 'update'].map((name) => host[name]().catch(() => {})));
  }
  await __probe.frames(3);
  return hosts.length;`;

/** What is left in the browser, and what the page was seen to do. */
const LEFT = `
  const notes = window.__spied.slice();
  const left = [];
  const count = (name, there) => { if (there) left.push(name); };
  try { count('cookie', document.cookie); } catch (error) { /* A file has none. */ }
  try { count('localStorage', localStorage.length); count('sessionStorage', sessionStorage.length); } catch (error) { /* Nor this. */ }
  try { if (indexedDB.databases) count('indexedDB', (await indexedDB.databases()).length); } catch (error) { /* Nor this. */ }
  try { if (window.caches) count('caches', (await caches.keys()).length); } catch (error) { /* Nor this. */ }
  return { notes, left };`;

/** Requests that are not for `folder` (below `base`), our own pages of tests aside. */
async function strays(page, base, folders) {
  const own = folders.map((folder) => new URL(folder, base).href);
  return (await page.requests()).filter((url) => !own.some((start) => url.startsWith(start)) && !/^(blob|about|data):|\/favicon\.ico$/.test(url));
}

async function quiet({ page, base }, folders, allowed = ALLOWED) {
  const { notes, left } = await page.run(LEFT);
  assert.deepEqual(notes.filter((note) => !allowed.test(note)), [], 'what could store or tell');
  assert.deepEqual(left, [], 'what is left in the browser');
  assert.deepEqual(await strays(page, base, folders), [], 'requests beyond its own folder');
}

async function views(visit) {
  await visit.open('pages/privacy.html');
  assert.equal(await visit.page.run(USED), 9);
  await quiet(visit, ['dist/', 'pages/']);
}

/** The gallery, page by page, and every other page that is shipped. */
async function pages(visit) {
  for (const name of SHIPPED.filter((one) => one !== HALL)) {
    const hashes = name === 'index.html' ? ['', '#plan/jinhua-2025', '#indicator/manufacturing-quality-index', '#target/jinhua-rd-intensity-2025', '#targets'] : [''];
    for (const hash of hashes) {
      await visit.open(`spied/${name}${hash}`);
      await visit.page.run(USED);
      if (name === 'styling.html') {
        await visit.page.run(`document.querySelectorAll('input[type="radio"], input[type="color"]').forEach((one) => { one.click(); one.dispatchEvent(new Event('input', { bubbles: true })); });
          await __probe.frames(2);`);
      }
      await quiet(visit, ['spied/', 'pages/watch.js', 'pages/spy.js']);
    }
  }
}

/** The hall's page looks for newer data beside it and for what a technician let it keep; of itself it leaves nothing. */
async function hall(visit) {
  await visit.open(`spied/${HALL}`);
  await visit.page.run(`await __probe.until(() => document.querySelector('.stage.on indicator-chart') && __probe.drawn(document.querySelector('.stage.on indicator-chart')), 'a slide shows');`);
  await quiet(visit, ['spied/', 'pages/watch.js', 'pages/spy.js'], /^(name|localStorage|HTMLScriptElement\.src = .*\/spied\/indicator-widgets-data\.js)$/);
}

/** The same eyes see what is planted: each of these would be told of. */
async function planted({ page, open, base }) {
  await open('pages/privacy.html');
  const { notes, left, phones } = await page.run(`
    const other = 'http://localhost:' + location.port + '/open/pages/values/values.csv?planted';
    document.cookie = 'planted=1';
    localStorage.setItem('planted', '1');
    sessionStorage.setItem('planted', '1');
    indexedDB.deleteDatabase('planted');
    caches && window.isSecureContext && await caches.keys();
    navigator.sendBeacon(other);
    const made = [() => new WebSocket('ws://127.0.0.1:9/'), () => new EventSource(other), () => new RTCPeerConnection(), () => new Worker('watch.js')];
    made.forEach((make) => { try { const one = make(); if (one.close) one.close(); else one.terminate(); } catch (error) { /* Not everywhere. */ } });
    const image = new Image();
    await new Promise((done) => { image.onload = image.onerror = done; image.src = other + '-image'; });
    await fetch(other + '-fetch');
    const asked = new XMLHttpRequest();
    await new Promise((done) => { asked.onloadend = done; asked.open('GET', other + '-xhr'); asked.send(); });
    await __probe.until(() => performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('-xhr')), 'the browser knows of it');
    ${LEFT.replace('return { notes, left };', '')}
    document.cookie = 'planted=; max-age=0';
    localStorage.clear();
    sessionStorage.clear();
    return { notes, left, phones: Boolean(window.RTCPeerConnection) };`);
  for (const what of ['cookie = planted', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'sendBeacon http', 'new WebSocket ws:', 'new EventSource http',
    ...(phones ? ['new RTCPeerConnection'] : []), 'new Worker', 'new Image', 'HTMLImageElement.src = http', 'fetch http', 'XMLHttpRequest.open GET', 'XMLHttpRequest.send']) {
    assert.ok(notes.some((note) => note.startsWith(what)), `${what} is seen, not only ${notes.join('; ')}`);
  }
  assert.deepEqual(left, ['cookie', 'localStorage', 'sessionStorage']);
  const seen = await strays(page, base, ['dist/', 'pages/']);
  for (const what of ['-fetch', '-xhr', '-image']) assert.ok(seen.some((url) => url.endsWith(what)), `${what} is among ${seen}`);
}

/** Asks one page for values at each address in turn: what it says of each, and which it asked for. */
async function told({ page, open }, query, addresses) {
  await open(`pages/own-origins.html${query}`);
  return page.run(`
    const chart = document.getElementById('chart');
    await __probe.until(() => customElements.get('indicator-chart') && (__probe.drawn(chart) || chart.shadowRoot.querySelector('[part~="error"]')), 'drawn or not');
    chart.setAttribute('data-indicator-origins', window.__other);
    chart.setAttribute('origins', window.__other);
    const said = [];
    for (const address of args[0]) {
      const full = address.replace('OTHER', window.__other).replace('HOST', window.__other.replace('http:', ''));
      performance.clearResourceTimings();
      chart.setAttribute('observations', full);
      await chart.update().catch(() => {});
      // A request is told of a little after its answer.
      await __probe.sleep(100);
      const text = __probe.text(chart);
      said.push([/读取4个值/.test(text) ? 'read' : (/不在本站/.exec(text) || /读取失败/.exec(text) || /从磁盘打开/.exec(text) || [text])[0],
        performance.getEntriesByType('resource').some((entry) => /values\\.csv/.test(entry.name))]);
    }
    return said;`, addresses);
}

const FILE = '/pages/values/values.csv';
const NEVER = ['data:text/csv,year,value%0A2019,2%0A', 'javascript:alert(1)', 'file:///etc/passwd', 'blob:http://127.0.0.1/1', 'about:blank', 'ftp://localhost/a.csv',
  'view-source:http://localhost/', '  JavaScript:alert(1)'];

async function addresses(visit) {
  const { page } = visit;
  // By this its requests are told from those of other browsers.
  const mine = `?${page.name}-${Math.random()}`;
  const opened = async () => (await page.run("return (await fetch('/opened')).json();")).filter((url) => url.endsWith(mine)).length;
  const own = await told(visit, '', [FILE, `OTHER/open${FILE}${mine}`, `HOST/open${FILE}${mine}`, `/away${FILE}${mine}`, 'http://127.0.0.1:1/a.csv', ...NEVER]);
  assert.deepEqual(own[0], ['read', true]);
  assert.deepEqual(own.slice(1, 3).map(([said]) => said), ['不在本站', '不在本站'], 'what the element, the page and idle scripts say allows nothing');
  assert.equal(own[3][0], '读取失败', 'moved to another site');
  assert.ok(own.slice(4).every(([said]) => said === '不在本站'), JSON.stringify(own));
  assert.equal(await opened(), 0, 'the other site was asked for nothing');
  const allowed = await told(visit, '?allowed', [`OTHER/open${FILE}${mine}`, FILE, `OTHER/away${FILE}${mine}`, `OTHER${FILE}`, 'http://127.0.0.1:1/a.csv', 'https://example.org/a.csv', ...NEVER]);
  assert.deepEqual(allowed.slice(0, 2).map(([said]) => said), ['read', 'read']);
  assert.equal(allowed[2][0], '读取失败', 'an allowed site that moves it on');
  assert.equal(allowed[3][0], '读取失败', 'an allowed site that does not allow this one');
  assert.ok(allowed.slice(4).every(([said]) => said === '不在本站'), JSON.stringify(allowed));
  assert.equal(await opened(), 1, 'asked for once');
}

/** A page from disk has no site of its own: what it allows it may read, and nothing else. */
async function fromDisk(visit) {
  const said = await told(visit, '', ['values/values.csv', ...NEVER]);
  assert.deepEqual(said.map(([one]) => one), said.map(() => '从磁盘打开'));
}

const SCRIPTS = ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'blob:x', 'file:///etc/passwd', 'javascript:a@b', 'mailto:javascript:alert(1)', '"><img src=x onerror=alert(1)>'];

/** Whatever `contact` and `link` say, what can be followed is a web address, mail or a telephone. */
async function links({ page, open }) {
  await open('pages/one.html');
  const found = await page.run(`
    const chart = document.getElementById('chart');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    const found = [];
    const look = (given) => {
      const all = Array.from(chart.shadowRoot.querySelectorAll('*'));
      all.forEach((one) => Array.from(one.attributes).forEach((attribute) => {
        // Sizes and places are set on an element's style by name; no text of the page's is among them.
        if (/^on|^srcdoc$|^(form)?action$/.test(attribute.name) || (attribute.name === 'style' && /script:|alert[(]|url[(]/.test(attribute.value))) found.push(given + ' made ' + attribute.name);
      }));
      all.filter((one) => /^(script|iframe|object|embed|img|base|link|form)$/.test(one.localName)).forEach((one) => found.push(given + ' made ' + one.localName));
      const anchors = all.filter((one) => one.hasAttribute('href'));
      anchors.forEach((one) => { if (['https:', 'http:', 'mailto:', 'tel:'].concat(location.protocol).indexOf(one.protocol) < 0) found.push(given + ' leads to ' + one.href); });
      return anchors.length;
    };
    let led = 0;
    for (const given of args[0]) {
      chart.setAttribute('view', 'progress');
      chart.setAttribute('contact', given);
      for (const template of [given + '{target}', given.replace('alert(1)', '{target}'), '{target}' + given]) {
        chart.setAttribute('link', template);
        await chart.update();
        const mark = chart.shadowRoot.querySelector('svg [tabindex]');
        mark.focus();
        mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        await __probe.frames(1);
        led += look(given);
        mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      }
    }
    return { found, led };`, [...SCRIPTS, 'https://example.org/a', 'data@example.org', '+86 595 1234']);
  assert.deepEqual(found.found, []);
  assert.ok(found.led > 2, 'good ones can be followed');
}

export default [
  { name: 'privacy: every view', run: views, mayWarn: true },
  { name: 'privacy: shipped pages', run: pages, usually: ['chromium'], mayWarn: true },
  // The browser's own message tells of a file that is not there.
  { name: "privacy: the hall's page", run: hall, usually: ['chromium'], mayWarn: true },
  { name: 'privacy: what is planted is seen', run: planted, origins: ['http'], mayWarn: true },
  { name: 'privacy: values from other sites', run: addresses, origins: ['http'], mayWarn: true },
  { name: 'privacy: addresses from disk', run: fromDisk, origins: ['file'], mayWarn: true },
  { name: 'privacy: links', run: links, usually: ['chromium', 'webkit'] },
];
