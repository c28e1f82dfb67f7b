// What `indicator-widgets snippet` prints: shown without a script, and replaced by the living chart without anything moving.
import { strict as assert } from 'node:assert';
import { CASES, widthOf } from '../static-pages.mjs';

const HEIGHT = 900;
const NAMES = Object.keys(CASES);

/** What shows of a static chart. */
const SHOWN = `
  const seen = (node) => Boolean(node) && node.getClientRects().length > 0 && node.getBoundingClientRect().height > 0;
  const own = document.querySelector('.indicator-static');
  const pictures = Array.from(own.querySelectorAll('[role="img"]')).filter(seen);
  const table = own.querySelector('.indicator-table');
  const box = pictures.length ? pictures[0].parentNode.getBoundingClientRect() : null;`;

/** Waits until the page has been painted as it is. */
const PAINTED = `
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await painted();
  await __probe.sleep(150);`;

/** Lets the script come, and waits until the chart is drawn. */
const ARRIVE = `
  const arrive = async () => {
    const script = document.createElement('script');
    script.src = '../../dist/indicator-widgets.js';
    script.charset = 'utf-8';
    document.head.appendChild(script);
    const chart = await __probe.until(() => { const one = document.querySelector('indicator-chart'); return one && one.shadowRoot && !one.shadowRoot.querySelector('slot') && one; }, 'the chart is drawn');
    await painted();
    await __probe.sleep(150);
    return chart;
  };`;

/** The bytes of a drawing: its marks and its measures, without what makes it operable or heard. */
const BYTES = `
  const bytes = (svg) => {
    const copy = svg.cloneNode(true);
    [copy].concat(Array.from(copy.querySelectorAll('*'))).forEach((node) => Array.from(node.attributes).forEach((one) => {
      if (/^(role|part|tabindex|focusable|style|data-row|aria-.*)$/.test(one.name)) node.removeAttribute(one.name);
    }));
    return new XMLSerializer().serializeToString(copy).replace(/ xmlns="[^"]*"/g, '');
  };`;

async function at(page, width) {
  if (page.can.emulate) await page.resize(width, HEIGHT);
}

async function withoutScript({ page, open }) {
  for (const name of NAMES) {
    for (const width of page.can.emulate ? [320, 640, 1280] : [0]) {
      if (width) await at(page, width);
      await open(`pages/static/${name}.html`);
      const seen = await page.run(`${SHOWN}
        const folded = own.querySelector('details');
        if (folded) folded.open = true;
        return { pictures: pictures.length, table: seen(table) ? table.rows.length : 0, caption: seen(table.caption), heads: own.querySelectorAll('th[scope]').length,
          heading: own.querySelector('h3').textContent, finding: own.querySelector('.indicator-finding').textContent,
          cut: box ? box.right - document.documentElement.clientWidth : 0, over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          styled: own.querySelectorAll('[style], style, script').length };`);
      const where = `${name} at ${width}`;
      assert.equal(seen.pictures, name === 'table' ? 0 : 1, `${where}: one drawing shows`);
      assert.ok(seen.table > 1 && seen.caption && seen.heads > 1, `${where}: its table shows`);
      assert.ok(/[\u4e00-\u9fff]|[a-z]/.test(seen.heading) && seen.finding.length > 5, `${where}: it says something`);
      assert.ok(seen.cut <= 0 && seen.over <= 0, `${where}: nothing is cut (${seen.cut}, ${seen.over})`);
      assert.equal(seen.styled, 0, `${where}: no inline style`);
    }
  }
  await at(page, 1000);
}

async function replaced({ page, open }) {
  for (const name of NAMES) {
    const made = widthOf(name);
    for (const width of [320, 640, 1280]) {
      await at(page, width);
      await open(`pages/static/${name}.html`);
      const seen = await page.run(`${PAINTED} ${ARRIVE} ${BYTES} ${SHOWN}
        let shifts = 0;
        const moved = [];
        // What moves before the script comes, moves because the page is still being read.
        const from = performance.now();
        const told = (source) => (source.node ? source.node.nodeName : 'what is gone') + ' at ' + [source.previousRect, source.currentRect].map((rect) => [rect.x, rect.y, rect.width, rect.height].join(' ')).join(', then ');
        new PerformanceObserver((list) => list.getEntries().filter((entry) => entry.startTime >= from).forEach((entry) => {
          shifts += entry.value;
          moved.push(...(entry.sources || []).map(told));
        })).observe({ type: 'layout-shift' });
        const after = () => document.getElementById('after').getBoundingClientRect().top;
        const before = { after: after(), bytes: pictures[0] ? bytes(pictures[0]) : '' };
        const chart = await arrive();
        const svg = chart.shadowRoot.querySelector('.figure:not([hidden]) svg');
        const frame = chart.shadowRoot.querySelector('.frame');
        const now = svg ? bytes(svg) : ''; const differs = before.bytes.split('').findIndex((letter, at) => letter !== now[at]);
        return { differ: differs < 0 ? '' : before.bytes.substr(Math.max(0, differs - 60), 120) + ' | ' + now.substr(Math.max(0, differs - 60), 120), shifts, moved, before: before.after, after: after(), same: svg ? bytes(svg) === before.bytes : true, own: chart.querySelectorAll('.indicator-static').length,
          height: svg ? svg.getAttribute('width') + ' x ' + svg.getAttribute('height') : '', blank: frame.getBoundingClientRect().bottom - frame.lastChild.getBoundingClientRect().bottom };`);
      const where = `${name} made for ${made}, at ${width}`;
      if (process.env.TELL) console.log(where, JSON.stringify(seen));
      // Without the sheet the title has the browser's own margin, which may stick out by some pixels.
      assert.ok(seen.shifts <= (/bare/.test(name) ? 0.01 : 0), `${where}: layout shifts of ${seen.shifts}: ${seen.moved.join('; ')}`);
      assert.ok(Math.abs(seen.after - seen.before) < 1, `${where}: what follows moves from ${seen.before} to ${seen.after}`);
      if (made === width) assert.ok(seen.same, `${where}: the same drawing, ${seen.height}: ${seen.differ}`);
    }
  }
  await at(page, 1000);
}

async function sized({ page, open }) {
  await at(page, 640);
  await open('pages/static/values.html');
  const seen = await page.run(`${PAINTED} ${ARRIVE}
    const chart = await arrive();
    const frame = chart.shadowRoot.querySelector('.frame');
    const kept = frame.style.minHeight;
    document.querySelector('main').style.width = '320px';
    await __probe.sleep(300);
    return { kept, then: frame.style.minHeight };`);
  assert.ok(parseFloat(seen.kept) > 300 && seen.then === '', `the height is kept while the width is: ${JSON.stringify(seen)}`);
  await at(page, 1000);
}

async function dark({ page, open }) {
  await page.media({ 'prefers-color-scheme': 'dark' });
  await open('pages/static/values.html');
  const seen = await page.run(`${SHOWN} const line = own.querySelector('[data-role="observed-line"]');
    return { line: getComputedStyle(line).stroke, ground: getComputedStyle(pictures[0].parentNode.querySelector('rect')).fill, text: getComputedStyle(own).color };`);
  assert.deepEqual(seen, { line: 'rgb(108, 178, 247)', ground: 'rgb(20, 24, 29)', text: 'rgb(241, 243, 245)' });
  await open('pages/static/values-bare.html');
  const bare = await page.run(`${SHOWN} return getComputedStyle(pictures[0].parentNode.querySelector('rect')).fill;`);
  assert.equal(bare, 'rgb(255, 255, 255)', 'without the sheet the drawing brings its own ground');
  await page.media({ 'prefers-color-scheme': 'light' });
}

async function printed({ page, open }) {
  await page.media({ 'prefers-color-scheme': 'dark' }, 'print');
  await open('pages/static/values.html');
  const seen = await page.run(`${SHOWN} return { pictures: pictures.length, table: seen(table), text: getComputedStyle(own).color };`);
  assert.deepEqual(seen, { pictures: 1, table: true, text: 'rgb(22, 25, 29)' }, 'paper is light');
  await page.media({}, '');
}

async function axe({ page, open, violations, all }) {
  for (const [turn, [width, theme]] of [[640, 'light'], [320, 'dark']].entries()) {
    await at(page, width);
    await page.media({ 'prefers-color-scheme': theme });
    // Each once; in both with --all.
    for (const name of NAMES.filter((_, order) => all || order % 2 === turn)) {
      await open(`pages/static/${name}.html`);
      assert.deepEqual(await violations(), [], `${name} at ${width} ${theme}`);
    }
  }
  await page.media({});
  await at(page, 1000);
}

async function asPasted({ page, open }) {
  await open('pages/static/pasted.html');
  await page.run(`await __probe.until(() => __probe.drawn(document.querySelector('indicator-chart')), 'the chart is drawn');`);
}

async function div({ page, open }) {
  await open('pages/static/div.html');
  const seen = await page.run(`${PAINTED} ${ARRIVE} ${SHOWN}
    const before = { shown: pictures.length, after: document.getElementById('after').getBoundingClientRect().top };
    const chart = await arrive();
    return { before, after: document.getElementById('after').getBoundingClientRect().top, inside: chart.parentNode.getAttribute('data-indicator-target'),
      target: chart.getAttribute('target'), day: chart.getAttribute('as-of'), moved: chart.contains(own), many: document.querySelectorAll('indicator-chart').length };`);
  assert.equal(seen.before.shown, 1, 'it shows without the script');
  assert.deepEqual([seen.inside, seen.target, seen.day], ['fujian-valid-trademarks-2025', 'fujian-valid-trademarks-2025', '2024-12-31']);
  assert.ok(seen.moved && seen.many === 1, 'what it held is the fallback');
  assert.ok(Math.abs(seen.after - seen.before.after) < 1, `nothing moves: ${JSON.stringify(seen)}`);
}

async function img({ page, open }) {
  for (const width of page.can.emulate ? [320, 1280] : [0]) {
    if (width) await at(page, width);
    await open('pages/static/img.html');
    const seen = await page.run(`const picture = document.querySelector('img');
      await __probe.until(() => picture.complete && picture.naturalWidth, 'it is loaded');
      const box = picture.getBoundingClientRect();
      return { file: picture.currentSrc.split('/').pop(), alt: picture.alt, right: box.right - document.documentElement.clientWidth, height: box.height };`);
    if (width) assert.equal(seen.file, width === 320 ? 'drawn-narrow.svg' : 'drawn.svg');
    assert.ok(seen.alt.length > 20 && seen.right <= 0 && seen.height > 200, JSON.stringify(seen));
  }
  await at(page, 1000);
}

async function iframe({ page, open }) {
  await open('pages/static/iframe.html');
  const seen = await page.run(`const frame = document.querySelector('iframe');
    const inner = await __probe.until(() => frame.contentDocument && frame.contentDocument.querySelector('indicator-chart'), 'the page is there');
    await __probe.until(() => __probe.drawn(inner), 'the chart is drawn');
    await __probe.sleep(100);
    return { title: frame.title, over: frame.contentDocument.documentElement.scrollHeight - frame.clientHeight };`);
  assert.ok(seen.title.length > 3 && seen.over <= 0, `it fits its frame: ${JSON.stringify(seen)}`);
}

export default [
  { name: 'static shows without a script', run: withoutScript },
  { name: 'static is replaced without a shift', run: replaced, origins: ['http'], browsers: ['chromium'] },
  { name: 'static keeps its height while the width stays', run: sized, origins: ['http'], browsers: ['chromium'] },
  { name: 'static in the dark', run: dark, origins: ['http'], browsers: ['chromium'] },
  { name: 'static on paper', run: printed, origins: ['http'], browsers: ['chromium'] },
  { name: 'static for axe-core', run: axe, origins: ['http'], browsers: ['chromium'] },
  { name: 'static as pasted', run: asPasted },
  { name: 'static as a div', run: div },
  { name: 'static as a picture', run: img },
  // Frames of file:// pages are foreign to each other.
  { name: 'static in a frame', run: iframe, origins: ['http'] },
];
