// The builder page: what is chosen is drawn, and given as the code that the native tool prints for the same.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { TWO } from '../browsers.mjs';
import { COLOUR_RULES } from '../rules.mjs';
import { HERE, TOP } from '../site.mjs';

// Two cores are compiled before: a slow machine's oldest browser takes its time.
const READY = `await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the builder is ready', 40000);
  const snippet = () => document.getElementById('snippet').value;
  const set = (name, value) => {
    const boxes = Array.from(document.querySelectorAll('[name="' + name + '"]'));
    const box = boxes.find((one) => one.type !== 'radio' || one.value === value);
    if (box.type === 'radio' || box.type === 'checkbox') { if (box.checked !== Boolean(value)) box.click(); return; }
    box.value = value;
    box.dispatchEvent(new Event(box.localName === 'select' ? 'change' : 'input'));
  };
  const drawn = () => __probe.until(() => __probe.drawn(document.querySelector('.paper indicator-chart')), 'the chart is drawn');
  const given = (part) => __probe.until(() => snippet().includes(part), 'the code has ' + part);`;

const PASTED = '年份\t数值\n2020\t8.1\n2021\t约9.4\n2022\t十几\n2023\t12.6\n';
const PATENTS = 'jinhua-high-value-patents-per-10000-2025';
const DAY = '2025-06-30';

function native(...given) {
  return execFileSync(join(TOP, 'dist', 'indicator-widgets'), ['snippet', '--dist', join(TOP, 'dist'), ...given], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

async function opens({ page, open, shipped, base }) {
  await open(`${shipped}builder.html?lang=en`);
  const found = await page.run(`${READY}
    await drawn();
    return { title: document.title, h1: document.querySelector('h1').textContent, code: snippet(), ascii: /^[\\n -~]*$/.test(snippet()),
      nonsense: (/undefined|NaN|null|\\[object|\\{\\w*\\}/.exec(document.body.innerText) || [''])[0], fault: __probe.visible(document.getElementById('fault')),
      wrong: __probe.visible(document.getElementById('wrong')), width: document.querySelector('.paper').clientWidth };`);
  assert.equal(found.title, 'Make the code for your page - Quality targets gallery');
  assert.deepEqual([found.ascii, found.nonsense, found.fault, found.wrong, found.width], [true, '', false, false, 640]);
  assert.match(found.code, /<indicator-chart target="fujian-valid-trademarks-2025" lang="en">\n<div class="indicator-static/);
  // A field for a date has a picture of the browser's own.
  const elsewhere = (await page.requests()).filter((url) => !url.startsWith('data:') && !url.startsWith(new URL(shipped, base).href) && !url.endsWith('/pages/watch.js') && !url.endsWith('/favicon.ico'));
  assert.deepEqual(elsewhere, [], 'requests outside its own folder');
}

/** From the gallery's lines to the same thing here. */
async function fromTheGallery({ page, open, shipped }) {
  await open(`${shipped}index.html?lang=zh-Hant#target/jinhua-rd-intensity-2025`);
  const address = await page.run(`await __probe.until(() => document.getElementById('paste-more'), 'the link to the builder');
    document.querySelector('.paste [value="compact"]').click();
    return document.getElementById('paste-more').href;`);
  await open(`${shipped}${address.split('/').pop()}`);
  const found = await page.run(`${READY}
    await drawn();
    return [document.documentElement.lang, document.querySelector('[name="view"]:checked').value, snippet().split('\\n')[2].split('>')[0]];`);
  assert.deepEqual(found, ['zh-Hant', 'compact', '<indicator-chart target="jinhua-rd-intensity-2025" view="progress" lang="zh-Hant" size="compact"']);
}

/** Tab, letters, Tab, space: no mouse. */
async function byKeyboard({ page, open, shipped }) {
  await open(`${shipped}builder.html?lang=en&target=jinhua-rd-intensity-2025`);
  await page.run(`${READY} document.querySelector('[name="view"]:checked').focus();`);
  const at = () => page.run('const one = document.activeElement; return [one.name, one.type, one.value].join(" ");');
  await page.press('Tab');
  assert.equal(await at(), 'query search ');
  for (const letter of 'fujian-valid') await page.press(letter);
  assert.equal(await page.run('return document.querySelectorAll(".pick").length;'), 1, 'one target fits');
  for (let i = 0; i < 6 && !(await at()).startsWith('target'); i += 1) await page.press('Tab');
  assert.equal(await at(), 'target radio fujian-valid-trademarks-2025');
  await page.press(' ');
  const code = await page.run(`${READY} await given('target="fujian-valid-trademarks-2025"'); return snippet();`);
  assert.ok(!code.includes('jinhua-rd-intensity'), 'in place of the first');
  // On to the code's form, by arrow keys, and to the button that copies.
  await page.run(`window.__stops = []; document.addEventListener('focusin', (event) => window.__stops.push(event.target.id || event.target.name || event.target.localName));`);
  for (let i = 0; i < 70; i += 1) {
    await page.press('Tab');
    if (await page.run('return document.activeElement.name === "form";')) break;
  }
  await page.press('ArrowRight');
  await page.run(`${READY} await given('<div data-indicator-target="fujian-valid-trademarks-2025"');`);
  for (let i = 0; i < 12; i += 1) {
    await page.press('Tab');
    if (await page.run('return document.activeElement.id === "copy";')) break;
  }
  assert.equal(await page.run('return document.activeElement.id;'), 'copy', (await page.run('return window.__stops.join(" ");')));
  await page.press('Enter');
  await page.run(`await __probe.until(() => document.getElementById('copied').textContent, 'told that it is copied, or selected');`);
}

/** Pasted values are read at once; a mistake is named by its row; several targets at once are refused in words. */
async function ownValues({ page, open, shipped }) {
  await open(`${shipped}builder.html?lang=en&target=${PATENTS}`);
  const found = await page.run(`${READY}
    set('asOf', '${DAY}');
    const area = document.getElementById('pasted');
    area.value = args[0];
    area.dispatchEvent(new Event('input'));
    await given('data-observations');
    await drawn();
    const chart = document.querySelector('.paper indicator-chart');
    await __probe.until(() => chart.shadowRoot.textContent.includes('3 values read'), 'the chart has the values');
    return { status: document.querySelector('.read-status').textContent, faults: Array.from(document.querySelectorAll('.faults li'), (one) => one.textContent),
      read: Array.from(document.querySelectorAll('.read tbody tr'), (row) => Array.from(row.cells, (cell) => cell.textContent).join('|')), code: snippet() };`, PASTED);
  assert.match(found.status, /3 values read \(2020.*2023\).*What was not used: 1/);
  assert.equal(found.faults.length, 1);
  assert.match(found.faults[0], /^row 4/i);
  assert.match(found.faults[0], /十几/);
  assert.equal(found.read.length, 3);
  assert.match(found.read[1], /^2021\|约9\.4\|about 9\.4/);
  const folder = mkdtempSync(join(tmpdir(), 'indicator-builder-'));
  try {
    writeFileSync(join(folder, 'ours.csv'), PASTED);
    assert.equal(found.code, native('--target', PATENTS, '--lang', 'en', '--as-of', DAY, '--values', join(folder, 'ours.csv')));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const several = await page.run(`${READY}
    set('several', true);
    document.querySelectorAll('.pick input:not(:checked)')[0].click();
    await __probe.until(() => !snippet().includes('data-observations'), 'the values are left out');
    return document.querySelector('.read-status').textContent;`);
  assert.match(several, /one target/);
}

/** What is chosen here, and what the tool is asked. */
const SAME = [
  ['?target=fujian-valid-trademarks-2025&lang=zh-Hans', {}, ['--target', 'fujian-valid-trademarks-2025']],
  ['?target=jinhua-rd-intensity-2025&lang=en', { theme: 'dark', textSize: 'large', controls: 'basic', width: '960', form: 'div' },
    ['--target', 'jinhua-rd-intensity-2025', '--lang', 'en', '--theme', 'dark', '--text-size', 'large', '--controls', 'basic', '--width', '960', '--form', 'div']],
  ['?plan=jinhua-2025&view=scorecard&lang=zh-Hant', { verdict: false, heading: '2' }, ['--plan', 'jinhua-2025', '--view', 'scorecard', '--lang', 'zh-Hant', '--no-verdict', '--heading', '2']],
  ['?indicator=manufacturing-quality-index&view=comparison&lang=en', { sheet: false }, ['--indicator', 'manufacturing-quality-index', '--view', 'comparison', '--lang', 'en', '--no-sheet']],
  ['?target=fujian-valid-trademarks-2025&view=progress&size=compact&lang=zh-Hans', { theme: 'contrast' },
    ['--target', 'fujian-valid-trademarks-2025', '--view', 'progress', '--size', 'compact', '--theme', 'contrast']],
  ['?plan=linxia-2023&view=table&lang=zh-Hans', { form: 'iframe' }, ['--plan', 'linxia-2023', '--view', 'table', '--form', 'iframe', '--out', 'chart.html']],
  ['?target=fujian-valid-trademarks-2025&lang=zh-Hant', { growth: '5%', until: '2030', form: 'img' },
    ['--target', 'fujian-valid-trademarks-2025', '--lang', 'zh-Hant', '--growth', '5%', '--until', '2030', '--form', 'img', '--out', 'chart.svg']],
  ['?plan=all&view=timeline&lang=en', { method: 'drift', observations: '#ours', form: 'cdn', far: 'https://files.example.org/1/indicator-widgets.js' },
    ['--plan', 'all', '--view', 'timeline', '--lang', 'en', '--method', 'drift', '--observations', '#ours', '--form', 'cdn', '--src', 'https://files.example.org/1/indicator-widgets.js']],
];

async function asTheTool({ page, open, shipped }) {
  const folder = mkdtempSync(join(tmpdir(), 'indicator-builder-'));
  try {
    for (const [address, chosen, given] of SAME) {
      await open(`${shipped}builder.html${address}`);
      const found = await page.run(`${READY}
        set('asOf', '${DAY}');
        const asked = args[0];
        if (asked.form) set('form', asked.form);
        Object.keys(asked).filter((name) => name !== 'form').forEach((name) => set(name, asked[name]));
        // What is typed is taken a moment later.
        await new Promise((done) => setTimeout(done, 400));
        const files = {};
        for (const link of document.querySelectorAll('.downloads a[href^="blob:"]')) {
          files[link.download] = await new Promise((done) => {
            const request = new XMLHttpRequest();
            request.open('GET', link.href);
            request.onload = () => done(request.responseText);
            request.send();
          });
        }
        return { code: snippet(), files, wrong: document.getElementById('wrong').textContent };`, chosen);
      const out = given.indexOf('--out');
      const asked = out < 0 ? given : [...given.slice(0, out + 1), join(folder, given[out + 1])];
      assert.equal(found.code, native(...asked, '--as-of', DAY), `${address} ${found.wrong}`);
      for (const [name, text] of Object.entries(found.files)) assert.equal(text, readFileSync(join(folder, name), 'utf8'), name);
      assert.equal(Object.keys(found.files).length, { img: 2, iframe: 1 }[chosen.form] || 0, address);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By the clipboard where there is one, else the text stands selected. */
async function copies({ page, open, shipped }) {
  await open(`${shipped}builder.html?lang=en`);
  const found = await page.run(`${READY}
    const took = [];
    const clipboard = { writeText: (text) => { took.push(text); return Promise.resolve(); } };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    document.getElementById('copy').click();
    await __probe.until(() => document.getElementById('copied').textContent, 'copied');
    const said = [document.getElementById('copied').textContent];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = () => false;
    document.getElementById('copy').click();
    said.push(document.getElementById('copied').textContent);
    const area = document.getElementById('snippet');
    return { whole: took[0] === area.value, said, selected: area.selectionEnd - area.selectionStart === area.value.length && document.activeElement === area };`);
  assert.deepEqual(found, { whole: true, said: ['The code is copied.', 'Selected: press Ctrl+C (⌘C on a Mac) to copy'], selected: true });
}

/** What cannot be pasted is told in words, in each language. */
async function refuses({ page, open, shipped }) {
  for (const [lang, host, several, file, width] of [
    ['zh-Hans', /完整地址/, /只能放一项/, /\.svg 结尾/, /280/], ['zh-Hant', /完整位址/, /只能放一項/, /\.svg 結尾/, /280/], ['en', /other host/, /one chart/, /end in \.svg/, /280/],
  ]) {
    await open(`${shipped}builder.html?lang=${lang}&target=fujian-valid-trademarks-2025+jinhua-rd-intensity-2025`);
    const said = await page.run(`${READY}
      const wrong = document.getElementById('wrong');
      const said = [];
      const next = async (name, value) => {
        set(name, value);
        await new Promise((done) => setTimeout(done, 300));
        said.push(wrong.hidden ? '' : wrong.textContent);
      };
      await next('form', 'cdn');
      await next('form', 'img');
      await next('svg', 'chart');
      await next('form', 'element');
      await next('width', '100');
      return { said, empty: snippet() === '' && document.getElementById('copy').disabled };`);
    assert.match(said.said[0], host);
    assert.match(said.said[1], several);
    assert.match(said.said[2], file);
    assert.equal(said.said[3], '');
    assert.match(said.said[4], width);
    assert.ok(said.empty);
  }
}

/** No part of the page is wider than the window; the chart scrolls in its own place. */
async function narrow({ page, open, shipped }) {
  for (const [width, text] of [[320, 'normal'], [320, 'large'], [640, 'large'], [1280, 'normal']]) {
    await page.resize(width, 900);
    await open(`${shipped}builder.html?lang=en&text=${text}&target=fujian-valid-trademarks-2025+jinhua-rd-intensity-2025`);
    const found = await page.run(`${READY}
      const widths = [];
      for (const button of document.querySelectorAll('.gives .choice button')) {
        button.click();
        await __probe.frames(2);
        widths.push([document.querySelector('.paper').clientWidth, document.documentElement.scrollWidth <= innerWidth]);
      }
      const small = Array.from(document.querySelectorAll('button, select, input:not([type="radio"]):not([type="checkbox"]), label.tile, label.tick, label.pick, summary'))
        .filter((one) => __probe.visible(one) && one.getBoundingClientRect().height < 44).map(__probe.label || ((one) => one.outerHTML.slice(0, 80)));
      return { widths, small };`);
    assert.deepEqual(found.widths, [[320, true], [640, true], [1280, true]], `${width} ${text}`);
    assert.deepEqual(found.small, [], `${width} ${text}`);
  }
}

async function strictly({ page, open }) {
  await open('policy/strict/dist/builder.html?lang=en');
  await page.run(`${READY} await drawn(); set('form', 'iframe'); await __probe.until(() => snippet().startsWith('<iframe'), 'the frame');`);
}

async function axe({ page, open, shipped, violations, all }) {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
    for (const theme of ['light', 'dark', 'contrast']) {
      await open(`${shipped}builder.html?lang=${lang}&theme=${theme}&target=${PATENTS}`);
      await page.run(`${READY}
        const area = document.getElementById('pasted');
        area.value = args[0];
        area.dispatchEvent(new Event('input'));
        document.querySelector('.more-settings').open = true;
        set('form', 'iframe');
        set('several', true);
        await drawn();
        await __probe.until(() => document.querySelector('.faults'), 'the mistake is told');`, PASTED);
      // The page is built alike in each theme: of the others only the colours are looked at anew.
      assert.deepEqual(await violations(!all && theme !== 'light' && COLOUR_RULES), [], `${lang} ${theme}`);
    }
  }
}

/** Serves an old site as its IIS does: no file whose kind it does not know, and no word on character sets. */
async function oldSite(pasted) {
  const kinds = { '.html': 'text/html', '.htm': 'text/html', '.js': 'application/x-javascript', '.css': 'text/css', '.gif': 'image/gif', '.jpg': 'image/jpeg' };
  const asked = [];
  const server = createServer((request, response) => {
    const name = request.url.split('?')[0].slice(1);
    const kind = kinds[extname(name)];
    const file = name === 'page.html' ? join(HERE, 'pages', 'old-cms.html') : join(TOP, 'dist', name);
    try {
      asked.push(name);
      if (!kind) throw new Error('404.3');
      let body = readFileSync(file);
      if (name === 'page.html') body = Buffer.from(body.toString('latin1').replace('<!--here-->', () => pasted), 'latin1');
      response.writeHead(200, { 'content-type': kind, 'x-powered-by': 'ASP.NET', 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(name === 'favicon.ico' ? 204 : 404, { 'content-type': 'text/html' }).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { address: `http://127.0.0.1:${server.address().port}/page.html`, asked, close: () => { server.closeAllConnections(); server.close(); } };
}

/** A webmaster's walk: choose a target, paste values, copy, paste into a GBK page in quirks mode, look at it. */
async function walk({ page, open, shipped }) {
  const shots = join(TOP, 'target', 'builder-walk');
  mkdirSync(shots, { recursive: true });
  const shot = async (name) => { if (page.can.screenshot) await page.screenshot(join(shots, `${page.name || 'browser'}-${name}.png`)); };
  if (page.can.emulate) await page.resize(1280, 900);
  await open(`${shipped}builder.html?lang=zh-Hans`);
  await shot('1-opened');
  await page.run(`${READY} set('query', '高价值发明'); await __probe.until(() => document.querySelector('[name="target"][value="${PATENTS}"]'), 'the target is found');
    document.querySelector('[name="target"][value="${PATENTS}"]').click(); await given('${PATENTS}');`);
  await page.run(`${READY} const area = document.getElementById('pasted'); area.value = args[0]; area.dispatchEvent(new Event('input')); await given('data-observations'); await drawn();`, PASTED);
  await shot('2-values');
  const pasted = await page.run(`${READY} document.getElementById('copy').scrollIntoView(); return snippet();`);
  await shot('3-code');
  const site = await oldSite(pasted);
  try {
    await page.open(site.address);
    const found = await page.run(`
      const chart = document.querySelector('indicator-chart');
      const drawn = () => chart.shadowRoot && chart.shadowRoot.querySelector('svg');
      if (!drawn()) await new Promise((done, failed) => {
        chart.addEventListener('indicator-ready', done);
        chart.addEventListener('indicator-error', (event) => failed(new Error(event.detail.message)));
        setTimeout(() => failed(new Error('not drawn in 20 s')), 20000);
        const timer = setInterval(() => { if (drawn()) { clearInterval(timer); done(); } }, 50);
      });
      return { mode: document.compatMode, charset: document.characterSet, title: chart.shadowRoot.querySelector('[part="title"]').textContent, foot: chart.shadowRoot.querySelector('[part="foot"]').textContent,
        page: document.querySelector('h3').textContent, own: chart.querySelector('table[data-observations]').getClientRects().length };`);
    assert.deepEqual([found.mode, found.page, found.own], ['BackCompat', '质量强市：目标进展', 0]);
    assert.match(found.charset, /^GB/i);
    assert.match(found.title, /^金华市.*发明专利/);
    assert.match(found.foot, /本页表格：读取3个值/);
    assert.deepEqual(site.asked.filter((name) => name !== 'favicon.ico').sort(), ['indicator-static.css', 'indicator-widgets.js', 'page.html']);
    await shot('4-in-the-page');
  } finally {
    site.close();
  }
}

export default [
  { name: 'builder opens', run: opens, both: true },
  { name: 'builder from the gallery', run: fromTheGallery },
  { name: 'builder by keyboard', run: byKeyboard },
  { name: 'builder values of its own', run: ownValues, both: true },
  { name: 'builder as the tool', run: asTheTool, origins: ['http'], usually: ['chromium'] },
  { name: 'builder copies', run: copies },
  { name: 'builder refuses in words', run: refuses, usually: ['chromium'] },
  { name: 'builder at every width', run: narrow, browsers: TWO, usually: ['chromium'] },
  { name: 'builder under a strict policy', run: strictly, origins: ['http'], browsers: ['chromium'] },
  { name: 'builder axe', run: axe, origins: ['http'], browsers: ['chromium'] },
  { name: 'builder walk', run: walk, origins: ['http'], mayWarn: true },
];
