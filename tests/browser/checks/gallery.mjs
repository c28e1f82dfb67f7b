// The gallery: opens by http and as a file, page by page, by keyboard, narrow and with large text.
import { strict as assert } from 'node:assert';
import { TWO } from '../browsers.mjs';
import { COLOUR_RULES } from '../rules.mjs';

/** Waits for the gallery, and for those of its charts that are in sight: drawn, or telling why not. */
const READY = `await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the gallery is ready');
  const settled = (chart) => __probe.drawn(chart) || chart.shadowRoot.querySelector('[part~="error"]');
  await __probe.until(() => Array.from(document.querySelectorAll('indicator-chart')).every((chart) =>
    chart.getBoundingClientRect().top > innerHeight || settled(chart)), 'the charts in sight are drawn');`;

/** What the page shows; a chart is told by its attributes. */
const SEEN = `const seen = () => ({ page: document.documentElement.getAttribute('data-page'), h1: document.querySelector('h1').textContent,
    charts: Array.from(document.querySelectorAll('#page indicator-chart')).map((chart) => ['plan', 'indicator', 'region', 'target', 'view']
      .map((name) => chart.getAttribute(name)).filter(Boolean).join(' ')),
    fault: __probe.visible(document.getElementById('fault')),
    nonsense: (/undefined|NaN|null|\\[object|\\{\\w*\\}/.exec(document.body.innerText) || [''])[0] });
  const turned = (hash) => __probe.until(() => location.hash === hash && document.activeElement !== document.body, 'the page ' + hash);`;

async function opens({ page, open, shipped, base }) {
  await open(`${shipped}index.html?lang=en`);
  const found = await page.run(`${READY}${SEEN}
    const plans = IndicatorWidgets.plans();
    const due = IndicatorWidgets.targets().filter((target) => !target.restates);
    return { seen: seen(), title: document.title, cards: Array.from(document.querySelectorAll('.plan-size strong')).map((one) => Number(one.textContent)),
      sizes: plans.map((plan) => due.filter((target) => target.plan === plan.id).length),
      counted: Array.from(document.querySelectorAll('.tally strong')).map((one) => Number(one.textContent)) };`);
  assert.deepEqual(found.cards, found.sizes, 'a card for each plan, with the number of its targets');
  assert.equal(found.counted.reduce((sum, one) => sum + one, 0), 192, 'every target is counted once');
  assert.match(found.seen.h1, /^5 government quality plans, 192 targets/);
  assert.deepEqual([found.seen.page, found.seen.fault, found.seen.nonsense, found.title], ['start', false, '', 'Quality targets gallery']);
  const elsewhere = (await page.requests()).filter((url) => !url.startsWith(new URL(shipped, base).href) && !url.endsWith('/pages/watch.js') && !url.endsWith('/favicon.ico'));
  assert.deepEqual(elsewhere, [], 'requests outside its own folder');
}

/** Addresses and what stands behind them: page, charts that come first. Bare ids, `#list` and filters are of earlier versions. */
const DEEP = [
  ['#plan/jinhua-2025', 'plan', ['jinhua-2025 scorecard', 'jinhua-2025 timeline']],
  ['#indicator/manufacturing-quality-index', 'indicator', ['manufacturing-quality-index comparison', 'manufacturing-quality-index quanzhou',
    'manufacturing-quality-index jinhua', 'manufacturing-quality-index fujian']],
  ['#target/jinhua-rd-intensity-2025', 'target', ['jinhua-rd-intensity-2025', 'jinhua-rd-intensity-2025 progress']],
  ['#jinhua-rd-intensity-2025', 'target', ['jinhua-rd-intensity-2025', 'jinhua-rd-intensity-2025 progress']],
  ['#quanzhou-little-giant-firms-2025-restated', 'target', ['quanzhou-little-giant-firms-2025', 'quanzhou-little-giant-firms-2025 progress']],
  ['#plans', 'plans', []], ['#indicators', 'indicators', []], ['#targets', 'targets', []], ['#timeline', 'timeline', ['all timeline']], ['#list', 'targets', []],
  ['?plan=fujian-2025', 'targets', []],
];

async function deepLinks({ page, open, shipped }) {
  for (const [at, [address, name, charts]] of DEEP.entries()) {
    // The first four as a reader comes from elsewhere, the others by typing.
    if (at < 4 || address.startsWith('?')) await open(`${shipped}index.html${address}`);
    else await page.run('const moved = new Promise((done) => addEventListener("hashchange", done)); location.hash = args[0]; await moved;', address);
    const seen = await page.run(`${READY}${SEEN} return seen();`);
    assert.deepEqual({ ...seen, h1: '' }, { page: name, h1: '', charts, fault: false, nonsense: '' }, address);
    if (address.startsWith('?')) assert.equal(await page.run(`return document.querySelectorAll('.list li:not([hidden])').length;`), 50, 'the filter holds');
  }
  await page.run('location.hash = "#plan/atlantis-2025"; await __probe.until(() => document.documentElement.getAttribute("data-page") === "start", "the start");');
  const lost = await page.run(`${READY}${SEEN} return Object.assign(seen(), { said: document.getElementById('fault').textContent });`);
  assert.deepEqual([lost.page, lost.fault, lost.said.includes('atlantis-2025')], ['start', true, true]);
}

/** Every page there is, in three languages: a name of its own, no hole in a sentence. */
async function everyPage({ page, open, shipped }) {
  await open(`${shipped}index.html`);
  const found = await page.run(`${READY}${SEEN}
    const faults = [];
    let pages = 0;
    for (const lang of ['zh-Hant', 'en', 'zh-Hans']) {
      document.querySelector('#settings [value="' + lang + '"]').click();
      const titles = {};
      const look = (name, id) => {
        const one = galleryPages[name](id, { q: '', plan: '', topic: '', values: '' }, () => {});
        const text = one && one.title + ' ' + one.nodes.map((node) => node.textContent).join(' ');
        const title = name + ' ' + (one && (one.tab || one.title));
        if (!one || !one.title || titles[title] || /undefined|NaN|null|\\[object|\\{\\w*\\}/.test(text)) faults.push([lang, name, id, title, titles[title]].join(' '));
        titles[title] = id;
        pages += 1;
      };
      IndicatorWidgets.plans().forEach((one) => look('plan', one.id));
      const targets = IndicatorWidgets.targets().filter((one) => !one.restates);
      targets.forEach((one) => look('target', one.id));
      new Set(targets.map((one) => one.indicator)).forEach((id) => look('indicator', id));
    }
    return { faults: faults.slice(0, 5), pages };`);
  assert.deepEqual(found.faults, []);
  assert.equal(found.pages, 3 * (5 + 192 + 162));
}

/** Follows links, goes back and forward: filters, place and focus are as they were left; titles and headings follow. */
async function backAndForward({ page, open, shipped }) {
  await open(`${shipped}index.html?lang=zh-Hans`);
  const found = await page.run(`${READY}${SEEN}
    const steps = [];
    const note = () => steps.push([document.documentElement.getAttribute('data-page'), document.activeElement.id || document.activeElement.getAttribute('href'), document.title]);
    const moved = () => new Promise((done) => addEventListener('popstate', () => setTimeout(done, 100), { once: true }));
    const go = async (act) => { const done = moved(); act(); await done; note(); };
    await go(() => document.querySelector('#nav [href="#targets"]').click());
    const search = document.querySelector('.filters [type="search"]');
    search.value = 'R&D';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    const shown = () => document.querySelectorAll('.list li:not([hidden])').length;
    steps.push(shown());
    await go(() => document.querySelector('.list li:not([hidden]) a').click());
    await go(() => document.querySelector('.page-head .up a').click());
    await go(() => history.back());
    await go(() => history.back());
    steps.push(shown(), location.search);
    await go(() => history.forward());
    await go(() => document.querySelector('.brand a').click());
    return steps;`);
  const target = ['target', 'page-title', '金华市 研发投入强度 ≥2.8% - 质量目标图库'];
  const [list, some, first, plan, again, back, stillSome, query, forward, start] = found;
  assert.deepEqual([list, first, plan], [['targets', 'page-title', '全部192项目标 - 质量目标图库'], target,
    ['plan', 'page-title', '金华市深入贯彻《质量强国建设纲要》加快建设质量强市的实施方案 - 质量目标图库']]);
  assert.deepEqual([again, forward], [['target', '#plan/jinhua-2025', target[2]], ['target', '#plan/jinhua-2025', target[2]]], 'the focus is on the link that led away');
  assert.deepEqual([back[0], back[1], stillSome], ['targets', '#target/jinhua-rd-intensity-2025', some], 'the list is as it was left');
  assert.ok(some > 0 && some < 10 && query.includes('R%26D'));
  assert.deepEqual(start, ['start', 'page-title', '质量目标图库']);
}

/** What a chart asks to open is opened here, and the browser's own way is called off. */
async function opensWhatAChartNames({ page, open, shipped }) {
  await open(`${shipped}index.html#plan/jinhua-2025`);
  const found = await page.run(`${READY}${SEEN}
    const asked = new CustomEvent('indicator-open', { bubbles: true, composed: true, cancelable: true, detail: { target: 'jinhua-rd-intensity-2027' } });
    document.querySelector('indicator-chart').dispatchEvent(asked);
    await turned('#target/jinhua-rd-intensity-2027');
    return { prevented: asked.defaultPrevented, seen: seen(), focus: document.activeElement.id };`);
  assert.deepEqual([found.prevented, found.seen.page, found.seen.charts[0], found.focus], [true, 'target', 'jinhua-rd-intensity-2027', 'page-title']);
}

/** The lines to paste, for each view that can be chosen; a settings change keeps the page. */
async function linesToPaste({ page, open, shipped }) {
  const lines = async (hash) => {
    await open(`${shipped}index.html?lang=en${hash}`);
    return page.run(`${READY}
      return Array.from(document.querySelectorAll('.paste .choice button')).map((button) => {
        button.click();
        const text = document.querySelector('.paste code').textContent.split('\\n');
        return [button.value, /<indicator-chart ([^>]*) lang="en">/.exec(text[1])[1], text.length];
      });`);
  };
  assert.deepEqual(await lines('#target/linxia-good-air-days-2023'), [['trajectory', 'target="linxia-good-air-days-2023"', 2],
    ['progress', 'target="linxia-good-air-days-2023" view="progress"', 2], ['compact', 'target="linxia-good-air-days-2023" view="progress" size="compact"', 2],
    ['table', 'target="linxia-good-air-days-2023" view="table"', 2]]);
  assert.deepEqual((await lines('#plan/linxia-2023')).map((one) => one[1]), ['plan="linxia-2023" view="scorecard"', 'plan="linxia-2023" view="timeline"', 'plan="linxia-2023" view="table"']);
  assert.equal((await lines('#indicator/good-air-days'))[0][1], 'indicator="good-air-days" view="comparison"');
}

/** The counts' words are those of the charts. */
async function sameWords({ page, open, shipped }) {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
    await open(`${shipped}index.html?lang=${lang}#target/quanzhou-tourist-visits-2025`);
    const words = await page.run(`${READY}
      const chart = document.querySelector('indicator-chart').shadowRoot.querySelector('[data-verdict="met"]');
      return [chart.textContent.trim(), document.querySelector('.strip .row-state').textContent.split(' \\u00b7 ')[0].trim()];`);
    assert.equal(words[0], words[1]);
  }
}

/** From the start to a target by keys alone: type, walk to what is found, open it. */
async function findsByKeyboard({ page, open, shipped }) {
  await open(`${shipped}index.html?lang=en`);
  await page.run(`${READY} document.querySelector('.start-search input').focus();
    document.querySelector('.start-search input').value = 'forest';
    document.querySelector('.start-search input').dispatchEvent(new Event('input', { bubbles: true }));`);
  await page.press('Tab');
  await page.press('Tab');
  await page.press('Enter');
  const found = await page.run(`${SEEN} await turned(location.hash); return [seen().page, document.activeElement.id, location.hash];`);
  assert.deepEqual([found[0], found[1]], ['indicator', 'page-title'], found[2]);
  await page.press('Shift+Tab');
  await page.press('Enter');
  const up = await page.run(`await __probe.until(() => document.documentElement.getAttribute('data-page') === 'indicators', 'the list above'); return document.activeElement.id;`);
  assert.equal(up, 'page-title');
}

async function underStrictPolicy({ page, open }) {
  await open('policy/strict/dist/index.html#target/jinhua-rd-intensity-2025');
  await page.run(`${READY} document.querySelector('.paste .choice [value="table"]').click();
    document.querySelector('#settings [value="large"]').click();
    await __probe.frames(3);`);
}

/** Presses Tab from the top of the page until it comes round; gives back the stops as the page saw them. */
async function tabThrough(page, from, limit) {
  const due = await page.run(`
    // What is drawn anew meanwhile would be another stop.
    const drawings = () => Array.from(document.querySelectorAll('indicator-chart'), (chart) => chart.shadowRoot && chart.shadowRoot.querySelector('.figure svg'));
    let before = [];
    await __probe.until(async () => {
      const last = before;
      before = drawings();
      if (before.length) await __probe.sleep(200);
      return drawings().every((one, at) => one === before[at] && (one === last[at] || !last.length));
    }, 'the charts stand still');
    window.__stops = __probe.tabbable(${from});
    // Tab begins behind what had the focus last, even where it has lost it: that is now the top of the page.
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.insertBefore(top, document.body.firstChild);
    top.focus();
    return window.__stops.map(__probe.label);`);
  const stops = [];
  for (let i = 0; i < Math.min(due.length, limit) + 5; i++) {
    await page.press('Tab');
    const stop = await page.run('return __probe.stop(window.__stops);');
    if (stops.length && (stop.page || stop.at === 0)) break;
    stops.push(stop);
  }
  return { due, stops };
}

function assertStops({ due, stops }, limit) {
  const wanted = Math.min(due.length, limit);
  const reached = stops.filter((stop) => stop.at >= 0).map((stop) => stop.at);
  const strange = stops.filter((stop) => stop.at < 0 && !stop.scroller && !stop.page).map((stop) => stop.label);
  assert.deepEqual(strange, [], 'stops that are no control');
  assert.deepEqual(reached.slice(0, wanted).map((at) => due[at]), due.slice(0, wanted), 'every control, in the order of the page');
  assert.deepEqual(stops.filter((stop) => stop.at >= 0 && !stop.focus).map((stop) => stop.label), [], 'controls that do not show the focus');
}

async function galleryByKeyboard({ page, open, shipped }) {
  for (const hash of ['', '#plan/fujian-2025', '#target/jinhua-rd-intensity-2025']) {
    await open(`${shipped}index.html${hash}`);
    await page.run(`${READY} for (const chart of document.querySelectorAll('indicator-chart')) { chart.scrollIntoView(); await __probe.until(() => settled(chart), 'drawn'); }
      // The page puts the focus on its heading a second time, once the browser has looked for the fragment.
      await __probe.sleep(300);
      scrollTo(0, 0);`);
    assertStops(await tabThrough(page, 'document', 400), 400);
  }
}

async function chartByKeyboard({ page, openChart }) {
  await openChart();
  const walked = await tabThrough(page, 'document', 400);
  assertStops(walked, 400);
  assert.ok(walked.due.length >= 4, `a chart has a table and a source to open: ${walked.due.join(', ')}`);
}

async function switchesByKeyboard({ page, openChart }) {
  await openChart();
  const look = `const frame = document.getElementById('chart').shadowRoot;
    const shows = (selector) => Array.prototype.some.call(frame.querySelectorAll(selector), __probe.visible);
    return { chart: shows('[part~="svg"]'), table: shows('table'), source: shows('blockquote, q, [part~="quote"], .quote'), at: __probe.label(__probe.active()) };`;
  const after = async (key) => {
    if (key) await page.press(key);
    await page.run('await __probe.frames(2);');
    return page.run(look);
  };
  const focus = (selector) => page.run(`document.getElementById('chart').shadowRoot.querySelector(args[0]).focus();`, selector);
  await focus('[role="tab"][aria-selected="true"]');
  const start = await after();
  assert.deepEqual([start.chart, start.table], [true, false], 'opens with the chart');
  const second = await after('ArrowRight');
  assert.deepEqual([second.chart, second.table], [false, true], 'the arrow shows the table');
  assert.notEqual(second.at, start.at, 'the focus goes along');
  const back = await after('ArrowLeft');
  assert.deepEqual([back.chart, back.table], [true, false], 'the arrow back shows the chart');
  await focus('[aria-controls^="sources"]');
  assert.equal((await after()).source, false, 'the source is closed');
  assert.equal((await after('Enter')).source, true, 'Enter opens the source');
  assert.equal((await after(' ')).source, false, 'Space closes it');
}

/** Addresses, each at widths and sizes of text: pages of the gallery, and one chart in a plain page. */
const NARROW = [['#plan/linxia-2023', 320, 100], ['#target/jinhua-rd-intensity-2025', 640, 200], ['#targets', 320, 100], ['pages/one.html', 320, 200]];
const NARROW_MORE = [...['', '#indicator/manufacturing-quality-index', '#target/jinhua-rd-intensity-2025', '#indicators', '#timeline'].map((hash) => [hash, 320, 100]),
  ['', 640, 200], ['#targets', 640, 200], ['pages/one.html', 320, 100], ['pages/one.html', 640, 200]];

const narrow = (list) => async ({ page, open, shipped, base }) => {
  for (const [place, width, text] of list) {
    const address = place.endsWith('.html') ? place : `${shipped}index.html${place}`;
    await open(`pages/frame.html#${width},${encodeURIComponent(new URL(address, base).href)}`);
    const found = await page.run(`
      const frame = document.getElementById('frame').contentWindow;
      const inner = await __probe.until(() => frame.location.href !== 'about:blank' && frame.document.readyState === 'complete' && frame.document,
        'the frame is loaded');
      frame.document.documentElement.style.fontSize = args[0] + '%';
      await __probe.until(() => inner.querySelector('.row, .plan-card, indicator-chart'), 'the page is there');
      const faults = { over: 0, outside: [], crossing: [] };
      for (const chart of inner.querySelectorAll('indicator-chart')) {
        chart.scrollIntoView();
        await __probe.until(() => __probe.drawn(chart) || (chart.shadowRoot && chart.shadowRoot.querySelector('[part~="error"]')), 'the chart is drawn');
        await __probe.frames(3);
        faults.outside.push(...__probe.outside(chart));
        faults.crossing.push(...__probe.crossing(chart));
      }
      await __probe.frames(2);
      faults.over = inner.documentElement.scrollWidth - inner.documentElement.clientWidth;
      return faults;`, text);
    assert.deepEqual(found, { over: 0, outside: [], crossing: [] }, `${address}, ${width} px, text at ${text} %`);
  }
};

async function galleryAxe({ page, open, shipped, violations, all }) {
  for (const hash of ['', '#plans', '#plan/linxia-2023', '#indicator/manufacturing-quality-index', '#target/jinhua-rd-intensity-2025', '#targets', '#indicators', '#timeline']) {
    for (const theme of ['light', 'dark', 'contrast']) {
      if (all || theme === 'light') await open(`${shipped}index.html?theme=${theme}${hash}`);
      else await page.run(`document.querySelector('#settings [value="${theme}"]').click();`);
      await page.run(READY);
      // The page is built alike in each theme: of the others only the colours are looked at anew.
      assert.deepEqual(await violations(!all && theme !== 'light' && COLOUR_RULES), [], `theme ${theme}, ${hash}`);
    }
  }
}

async function chartAxe({ openChart, violations }) {
  for (const theme of ['light', 'dark', 'contrast']) {
    for (const view of ['trajectory', 'table']) {
      await openChart({ theme, view });
      assert.deepEqual(await violations(), [], `theme ${theme}, view ${view}`);
    }
  }
}


export default [
  { name: 'gallery opens', run: opens, both: true },
  { name: 'gallery deep links', run: deepLinks, usually: TWO },
  { name: 'gallery page by page', run: everyPage, origins: ['http'], usually: TWO },
  { name: 'gallery back and forward', run: backAndForward },
  { name: 'gallery opens what a chart names', run: opensWhatAChartNames },
  { name: 'gallery lines to paste', run: linesToPaste, origins: ['http'], usually: TWO },
  { name: 'gallery words as the charts', run: sameWords, origins: ['http'], usually: TWO },
  { name: 'gallery finds by keyboard', run: findsByKeyboard },
  { name: 'gallery under a strict policy', run: underStrictPolicy, browsers: ['chromium'], origins: ['http'] },
  // Chromium 69 begins a Tab walk where the page was scrolled to last, and nothing sets that back: its walk is `chart by keyboard`.
  { name: 'gallery by keyboard', run: galleryByKeyboard, browsers: ['chromium', 'firefox', 'webkit'], origins: ['http'] },
  { name: 'chart by keyboard', run: chartByKeyboard, origins: ['http'] },
  { name: 'chart switches by keyboard', run: switchesByKeyboard, origins: ['http'] },
  // Frames of file:// pages are foreign to each other, so by http alone.
  { name: 'narrow and large', run: narrow(NARROW), origins: ['http'] },
  { name: 'narrow and large elsewhere', run: narrow(NARROW_MORE), origins: ['http'], usually: TWO },
  { name: 'gallery for axe-core', run: galleryAxe, browsers: ['chromium'], origins: ['http'] },
  // In Chromium axe.mjs looks at every view.
  { name: 'chart for axe-core', run: chartAxe, browsers: ['chromium', 'firefox'], origins: ['http'], usually: ['firefox'] },
];
