// What a page may restyle reaches the chart, in every browser; and the page that tells of it.
import { strict as assert } from 'node:assert';
import { COLOUR_RULES } from '../rules.mjs';

const TARGET = { target: 'fujian-valid-trademarks-2025', 'as-of': '2024-12-31' };
const NAMES = ['background', 'text', 'quiet', 'grid', 'observed', 'band80', 'band95', 'path', 'target'];
const colour = (index) => `rgb(${index + 1}, ${index + 2}, ${index + 3})`;

/** Every colour that is seen in the chart, where a page sets its properties. */
const COLOURS = `
  const chart = document.getElementById('chart');
  args[0].forEach((name, index) => chart.style.setProperty('--indicator-' + name, 'rgb(' + [1, 2, 3].map((plus) => index + plus) + ')'));
  await __probe.frames(2);
  const colours = (selector, names) => Array.from(chart.shadowRoot.querySelectorAll(selector))
    .reduce((all, node) => all.concat(names.map((name) => getComputedStyle(node)[name])), []);
  return { drawn: colours('.figure svg *', ['fill', 'stroke']), said: colours('.frame *', ['color', 'backgroundColor']) };`;

async function properties({ page, openChart }) {
  await openChart({ ...TARGET, theme: 'light' });
  const seen = await page.run(COLOURS, NAMES);
  NAMES.forEach((name, index) => assert.ok(seen.drawn.includes(colour(index)), `--indicator-${name} reaches the drawing`));
  for (const name of ['background', 'text', 'quiet']) assert.ok(seen.said.includes(colour(NAMES.indexOf(name))), `--indicator-${name} reaches what is said`);
  const verdicts = await page.run(COLOURS, ['good', 'doubt', 'bad']);
  assert.ok(verdicts.said.some((one) => [0, 1, 2].map(colour).includes(one)), 'the verdict has its colour');
}

async function contrastStays({ page, openChart }) {
  await openChart({ ...TARGET, theme: 'contrast' });
  const seen = await page.run(COLOURS, NAMES);
  for (const list of [seen.drawn, seen.said]) NAMES.forEach((name, index) => assert.ok(!list.includes(colour(index)), name));
}

async function fontAndSize({ page, openChart }) {
  await openChart({ ...TARGET, theme: 'light' });
  const seen = await page.run(`
    const chart = document.getElementById('chart');
    const text = () => { const style = getComputedStyle(chart.shadowRoot.querySelector('.figure svg text')); return [style.fontFamily, parseFloat(style.fontSize)]; };
    const before = text();
    chart.parentNode.style.setProperty('font-family', 'serif');
    chart.parentNode.style.setProperty('font-size', '150%');
    const height = chart.shadowRoot.querySelector('.figure svg').getAttribute('height');
    await __probe.frames(2);
    chart.setAttribute('until', '2026');
    await __probe.until(() => text()[1] > before[1] * 1.2, 'the drawing is larger');
    return { before, after: text(), around: getComputedStyle(chart).fontFamily };`);
  assert.equal(seen.after[0], seen.around, 'the typeface is the page\'s');
  // A wide face is set smaller, so that labels fit (www/fit.js).
  const grown = seen.after[1] / seen.before[1];
  assert.ok(grown > 1.25 && grown < 1.52, `its size is the page's: ${seen.before[1]}, ${seen.after[1]}`);
}

async function filesKeepTheirs({ page, openChart }) {
  await openChart({ ...TARGET, theme: 'light' });
  const svg = await page.run(`const chart = document.getElementById('chart');
    chart.style.setProperty('--indicator-observed', 'red'); return chart.toSVG();`);
  assert.ok(!svg.includes('var(') && svg.includes('#0b5cad'), 'a file has colours of its own');
}

const READY = `await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the page is ready');
  const chart = document.getElementById('live');
  await __probe.until(() => __probe.drawn(chart), 'its chart is drawn');
  const pick = (name, value) => { const input = document.querySelector('input[name="' + name + '"][value="' + value + '"]');
    input.checked = true; input.dispatchEvent(new Event('change', { bubbles: true })); };
  const line = () => getComputedStyle(chart.shadowRoot.querySelector('[data-role="observed-line"]')).stroke;
  const shown = (id) => { const node = document.getElementById(id); return node.offsetParent ? node.textContent : ''; };`;

async function pageWorks({ page, open, shipped, base }) {
  await open(`${shipped}styling.html`);
  const seen = await page.run(`${READY}
    pick('look', 'light');
    const seen = { own: line() };
    pick('theme', 'government');
    await __probe.until(() => line() !== seen.own, 'the theme is on');
    seen.theme = line();
    seen.link = shown('link-code');
    seen.hidden = shown('css-code');
    seen.field = await __probe.until(() => document.getElementById('p-observed').value !== '#0b5cad' && document.getElementById('p-observed').value, 'the field follows');
    const field = document.getElementById('p-observed');
    field.value = '#00aa55';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    seen.set = line();
    seen.code = shown('css-code');
    pick('look', 'dark');
    await __probe.until(() => chart.shadowRoot.querySelector('.frame').className === 'frame dark', 'it is dark');
    document.getElementById('reset').click();
    await __probe.until(() => line() === 'rgb(108, 178, 247)', 'the element\\'s own again');
    seen.back = document.getElementById('p-observed').value;
    document.getElementById('copy').click();
    seen.said = await __probe.until(() => document.getElementById('said').textContent, 'what became of the copy is said');
    return seen;`);
  assert.deepEqual([seen.own, seen.theme, seen.set], ['rgb(11, 92, 173)', 'rgb(11, 74, 158)', 'rgb(0, 170, 85)']);
  assert.deepEqual([seen.field, seen.back], ['#0b4a9e', '#6cb2f7'], 'a field stands at what holds');
  assert.equal(seen.link, '<link rel="stylesheet" href="themes/government.css">');
  assert.equal(seen.hidden, '', 'a theme alone needs no sheet');
  assert.equal(seen.code, 'indicator-chart {\n  --indicator-observed: #00aa55;\n}');
  const elsewhere = (await page.requests()).filter((url) => !url.startsWith(new URL(shipped, base).href) && !url.endsWith('/pages/watch.js') && !url.endsWith('/favicon.ico'));
  assert.deepEqual(elsewhere, [], 'requests outside its own folder');
}

async function underPolicy({ page, open, shipped }) {
  await open(`policy/strict/${shipped}styling.html`);
  await page.run(`${READY} pick('look', 'light'); pick('theme', 'ink'); await __probe.until(() => line() === 'rgb(0, 0, 0)', 'the theme is on');
    document.getElementById('p-observed').value = '#00aa55';
    document.getElementById('p-observed').dispatchEvent(new Event('input', { bubbles: true }));
    if (line() !== 'rgb(0, 170, 85)') throw new Error('a colour is on: ' + line());`);
}

async function pageNarrow({ page, open, base }) {
  for (const [width, text] of [[320, 100], [640, 200]]) {
    await open(`pages/frame.html#${width},${encodeURIComponent(new URL('dist/styling.html', base).href)}`);
    const over = await page.run(`
      const frame = document.getElementById('frame').contentWindow;
      const inner = await __probe.until(() => frame.location.href !== 'about:blank' && frame.document.readyState === 'complete' && frame.document, 'the frame is loaded');
      frame.document.documentElement.style.fontSize = args[0] + '%';
      const chart = inner.getElementById('live');
      chart.scrollIntoView();
      await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
      await __probe.frames(3);
      return inner.documentElement.scrollWidth - inner.documentElement.clientWidth;`, text);
    assert.ok(over <= 0, `${width} px, text at ${text} %: scrolls sideways by ${over} px`);
  }
}

async function pageByKeyboard({ page, open, shipped }) {
  await open(`${shipped}styling.html`);
  const due = await page.run(`${READY}
    for (const one of document.querySelectorAll('indicator-chart')) { one.scrollIntoView(); await __probe.until(() => __probe.drawn(one), 'all are drawn'); }
    scrollTo(0, 0);
    window.__stops = __probe.tabbable(document);
    return window.__stops.map(__probe.label);`);
  const reached = new Set();
  for (let i = 0; i < due.length + 5; i += 1) {
    await page.press('Tab');
    const stop = await page.run('return __probe.stop(window.__stops);');
    if (reached.size && (stop.page || stop.at === 0)) break;
    if (stop.at >= 0) {
      assert.ok(stop.focus, `shows the focus: ${stop.label}`);
      reached.add(stop.at);
    }
  }
  assert.deepEqual(due.filter((label, at) => !reached.has(at)), [], 'what Tab does not reach');
}

async function pageAxe({ page, open, shipped, violations, all }) {
  await open(`${shipped}styling.html`);
  for (const look of ['light', 'dark', 'contrast']) {
    // High contrast is the same with any theme: `style leaves contrast alone`.
    for (const theme of all || look !== 'contrast' ? ['', 'plain', 'government', 'ink'] : ['']) {
      await page.run(`${READY} pick('look', args[0]); pick('theme', args[1]);
        const sheet = document.querySelector('head link[href^="themes/"]');
        await __probe.until(() => !sheet || sheet.sheet, 'the theme is there');
        await __probe.frames(3);`, look, theme);
      // The page is built alike with each: only the colours are looked at anew.
      assert.deepEqual(await violations(!all && theme && COLOUR_RULES), [], `${look} ${theme}`);
    }
  }
}

export default [
  { name: 'style by properties', run: properties, origins: ['http'] },
  { name: 'style leaves contrast alone', run: contrastStays, origins: ['http'] },
  { name: 'style by font and size', run: fontAndSize, origins: ['http'] },
  { name: 'style of files', run: filesKeepTheirs, origins: ['http'] },
  { name: 'style page works', run: pageWorks },
  // The old Chromium knows no policy that lets WebAssembly alone pass.
  { name: 'style page under a strict policy', run: underPolicy, browsers: ['chromium', 'firefox', 'webkit'], origins: ['http'] },
  // Frames of file:// pages are foreign to each other, so by http alone.
  { name: 'style page narrow', run: pageNarrow, origins: ['http'] },
  { name: 'style page by keyboard', run: pageByKeyboard, origins: ['http'], browsers: ['chromium', 'firefox'] },
  { name: 'style page for axe-core', run: pageAxe, browsers: ['chromium'], origins: ['http'] },
];
