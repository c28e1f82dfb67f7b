// The webmasters' pages: readable by anybody, at any width, and every snippet in them does what it says.
import { strict as assert } from 'node:assert';
import { LANGUAGES, PAGES, docsPage, guarded, plain, snippets } from '../snippets.mjs';
import { TWO } from '../browsers.mjs';
import { COLOUR_RULES } from '../rules.mjs';

/** Each page in each language. */
async function each(run) {
  for (const language of LANGUAGES) for (const name of PAGES) await run(language, name);
}

/** A message of the element as its page quotes it, to be found in what is said: any text stands in its gaps. */
function message(language, page, name) {
  const quoted = docsPage(language, page).match(new RegExp(`<q class="said" data-message="${name}">(.*?)</q>`));
  assert.ok(quoted, `${language}/${page} quotes ${name}`);
  const pieces = plain(quoted[1]).split('…').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(pieces.join('.*'), 's');
}

/** Makes the charts that are far down be drawn, and tells what became of all. */
const SETTLE = `
  await __probe.until(() => window.IndicatorWidgets && document.readyState === 'complete', 'the script is there');
  const charts = Array.from(document.querySelectorAll('indicator-chart'));
  if (!charts.length) throw new Error('there is no chart');
  charts.forEach((chart) => chart.describe().catch(() => {}));
  const about = (chart) => window.__heard.filter((one) => one.target === chart);
  await __probe.until(() => charts.every((chart) => about(chart).length), 'every chart is drawn or says why not');
  await __probe.frames(2);
  return charts.map((chart) => {
    const [{ name, detail }] = about(chart);
    const text = (selector) => Array.from(chart.shadowRoot.querySelectorAll(selector)).map((node) => node.textContent).join(' ');
    return { name, code: detail.code || '', message: detail.message || '', shown: text('.error'), faults: text('[part~="faults"]'), all: text('.frame'), own: chart.textContent };
  });`;

/** Moves the page's slider, or that of the first chart, as a reader does; every chart then says something else. */
const MOVE = `
  const charts = Array.from(document.querySelectorAll('indicator-chart'));
  const said = () => charts.map((chart) => chart.shadowRoot.querySelector('[part~="finding"]').textContent);
  const before = said();
  const slider = document.querySelector('input[type="range"]') || charts[0].shadowRoot.querySelector('input[type="range"]');
  slider.value = slider.max;
  for (const name of ['input', 'change']) slider.dispatchEvent(new Event(name, { bubbles: true }));
  await __probe.until(() => said().every((text, i) => text !== before[i]), 'every chart follows the slider');`;

async function html(visit, one) {
  const { marked, language, page } = one;
  if (marked.still !== undefined) {
    await visit.page.run(`const node = document.querySelector('img, iframe');
      await __probe.until(() => (node.localName === 'img' ? node.complete && node.naturalWidth > 100 : true), 'the picture is there');
      if (location.protocol === 'file:' || node.localName === 'img') return;
      const inner = await __probe.until(() => node.contentDocument && node.contentDocument.querySelector('indicator-chart'), 'the frame is there');
      await __probe.until(() => __probe.drawn(inner), 'its chart is drawn');`);
    return;
  }
  const seen = await visit.page.run(SETTLE);
  for (const chart of seen) {
    if (marked.error) {
      assert.deepEqual([chart.name, chart.code], ['indicator-error', marked.error], chart.message);
      assert.match(chart.message, message(language, page, marked.says));
      assert.ok(chart.shown.includes(chart.message), 'the message is shown');
    } else {
      assert.equal(chart.name, 'indicator-ready', chart.message);
      if (marked.faults) assert.match(chart.faults, message(language, page, marked.faults));
      else assert.equal(chart.faults, '', 'nothing is left out');
    }
    if (marked.gbk !== undefined) assert.match(chart.own, /到2025年/);
    if (marked.values) assert.match(chart.all, new RegExp(language === 'zh' ? `读取${marked.values}个值` : `\\b${marked.values} values?\\b`), 'so many values are read');
  }
  if (marked.moves !== undefined) await visit.page.run(MOVE);
}

async function css(visit, one) {
  const rules = one.code.split('{').length - 1;
  const seen = await visit.page.run(`
    const count = (list) => Array.from(list).reduce((all, rule) => all + 1 + (rule.cssRules && rule.type !== 1 ? count(rule.cssRules) : 0), 0);
    const chart = document.querySelector('indicator-chart');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    const title = chart.shadowRoot.querySelector('[part~="title"]');
    return { rules: count(document.styleSheets[0].cssRules), target: getComputedStyle(chart).getPropertyValue('--indicator-target').trim(), edge: getComputedStyle(title).borderLeftWidth };`);
  if (one.code.includes('::part') && visit.page.name === 'chromium69') return;
  assert.equal(seen.rules, rules, 'every rule is understood');
  if (one.code.includes('#8c1515;\n')) assert.equal(seen.target, '#8c1515');
  if (one.code.includes('::part(title)')) assert.equal(seen.edge, '6px');
}

async function js(visit, one) {
  const thrown = await visit.page.run(`
    await __probe.until(() => window.IndicatorWidgets && __probe.drawn(document.querySelector('indicator-chart')), 'the chart is drawn');
    try { await (async () => { ${one.code} })(); } catch (error) { return { code: error.code || '', message: error.message }; }
    await __probe.frames(2);
    const chart = document.querySelector('indicator-chart');
    return chart.shadowRoot.querySelector('.error') ? { code: 'the chart', message: chart.shadowRoot.textContent } : { code: '', message: '' };`);
  assert.equal(thrown.code, one.marked.error || '', thrown.message);
  if (one.marked.says) assert.match(thrown.message, message(one.language, one.page, one.marked.says));
}

async function policy(visit) {
  const [chart] = await visit.page.run(SETTLE);
  assert.equal(chart.name, 'indicator-ready', chart.message);
}

const RUN = { html, css, js, http: policy };

/** What the browser itself says of a policy that it enforces, or of a file that is not there, as a snippet wants it. */
const BROWSERS_OWN = [/content.security.policy|invalid source|wasm|webassembly|unrecognized/i, /404|failed to load resource/i, /trusted/i];

/** Every snippet of a language that is `wanted`. */
const runAll = (language, wanted) => async (visit) => {
  const old = visit.page.name === 'chromium69';
  const faults = [];
  for (const one of snippets().filter(({ kind, marked }) => RUN[kind] && marked.npm === undefined && marked.part === undefined)) {
    if (one.language !== language || !wanted(one) || (one.marked.http !== undefined && visit.origin === 'file') || (one.marked.file !== undefined && visit.origin === 'http')) continue;
    const folder = one.kind === 'http' ? `policy/${one.name}/snippets/` : 'snippets/';
    try {
      await visit.open(`${folder}${one.name}${old && guarded(one) ? '.old' : ''}.html`);
      await RUN[one.kind](visit, one);
      const said = (await visit.page.messages()).filter((line) => !BROWSERS_OWN.some((known) => known.test(line)));
      assert.deepEqual(said, [], 'the console says nothing of ours');
    } catch (error) {
      faults.push(`${one.name}: ${error.message.split('\n').slice(0, 6).join(' ')}`);
    }
  }
  assert.deepEqual(faults, []);
};
const ofServer = (one) => one.kind === 'http' || one.marked.http !== undefined;

async function pages({ page, open, violations, all }) {
  await each(async (language, name) => {
    // The others are of the same make.
    if (!all && !['index', 'embed', 'troubleshooting'].includes(name)) return;
    await page.resize(1280, 900);
    await open(`dist/docs/${language}/${name}.html`);
    const seen = await page.run(`
      for (const chart of document.querySelectorAll('.live indicator-chart')) {
        chart.scrollIntoView();
        await __probe.until(() => __probe.drawn(chart), 'an example is drawn');
      }
      return { lang: document.documentElement.lang, current: document.querySelector('.pages [aria-current]').getAttribute('href'),
        sections: document.querySelectorAll('main h2[id]').length, listed: document.querySelectorAll('.contents a').length };`);
    assert.deepEqual([seen.lang, seen.current], [language === 'zh' ? 'zh-Hans' : 'en', `${name}.html`]);
    assert.ok(seen.sections > 2 && seen.sections === seen.listed, `${language}/${name}: ${seen.listed} of ${seen.sections} sections are listed`);
    // One sheet gives all pages their colours.
    for (const theme of all || name === 'troubleshooting' ? ['light', 'dark'] : ['light']) {
      await page.run('document.documentElement.setAttribute("data-theme", args[0]); document.querySelectorAll("indicator-chart").forEach((one) => one.setAttribute("theme", args[0])); await __probe.frames(3);', theme);
      assert.deepEqual(await violations(theme === 'dark' && COLOUR_RULES), [], `${language}/${name} ${theme}`);
    }
  });
}

async function narrow({ page, open }) {
  try {
    await each(async (language, name) => {
      await page.resize(320, 800);
      await open(`dist/docs/${language}/${name}.html`);
      for (const text of ['100%', '200%']) {
        const over = await page.run(`document.documentElement.style.setProperty('font-size', args[0]);
          await __probe.frames(2);
          const edge = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= edge) return [];
          return Array.from(document.querySelectorAll('body *')).filter((node) => node.getBoundingClientRect().right > edge + 1 && !(node.parentNode.closest && node.parentNode.closest('pre')))
            .map((node) => node.localName + ' ' + node.textContent.slice(0, 40)).slice(-3).concat('wider than ' + edge);`, text);
        assert.deepEqual(over, [], `${language}/${name}, text at ${text}`);
      }
    });
  } finally {
    await page.resize(1000, 800);
  }
}

async function copies({ page, open, shipped }) {
  await open(`${shipped}docs/zh/index.html`);
  const seen = await page.run(`
    const line = document.querySelector('pre').nextElementSibling;
    line.querySelector('button').click();
    return { said: line.querySelector('[role="status"]').textContent, selected: String(getSelection()), code: document.querySelector('pre code').textContent };`);
  assert.ok(['已复制', '已选中，请按 Ctrl+C'].includes(seen.said), seen.said);
  assert.equal(seen.selected.trim(), seen.code.trim());
}

async function underPolicy({ page, open, shipped }) {
  await open(`policy/strict/${shipped}docs/zh/index.html`);
  await page.run('const chart = document.querySelector(".live indicator-chart"); chart.scrollIntoView(); await __probe.until(() => __probe.drawn(chart), "the example is drawn");');
}

export default [
  { name: 'docs: snippets', run: runAll('zh', (one) => !ofServer(one)), browsers: TWO, usually: ['chromium'] },
  // A page that is kept from something is told so by the browser.
  { name: 'docs: snippets of servers', run: runAll('zh', ofServer), browsers: TWO, usually: ['chromium'], origins: ['http'], mayWarn: true },
  // The same code with other words.
  { name: 'docs: snippets in English', run: runAll('en', (one) => ['html', 'js'].includes(one.kind) && !ofServer(one)), browsers: TWO, usually: [] },
  { name: 'docs: snippets of servers in English', run: runAll('en', (one) => one.kind === 'html' && ofServer(one)), browsers: TWO, usually: [], origins: ['http'], mayWarn: true },
  { name: 'docs: pages for axe-core', run: pages, browsers: ['chromium'], origins: ['http'] },
  { name: 'docs: narrow', run: narrow, browsers: ['chromium'], origins: ['http'], usually: [] },
  { name: 'docs: copying', run: copies },
  { name: 'docs: under a strict policy', run: underPolicy, browsers: ['chromium', 'firefox', 'webkit'], origins: ['http'] },
];
