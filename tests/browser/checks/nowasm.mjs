// The chart where WebAssembly is missing or forbidden: the second file takes over, included by the page or added by the first.
import { strict as assert } from 'node:assert';
import { TWO } from '../browsers.mjs';
import { AS_OF } from '../expected.mjs';

const ENABLED = 'dist/indicator-widgets.js';
const SCRIPT = 'dist/indicator-widgets.nowasm.js';
/** What a browser itself says of a policy, or of a file that is not there. */
const BROWSERS_OWN = /Content.Security.Policy|^policy: |Trusted|Failed to load resource|^error: not loaded|integrity|^error \(security\)/i;

/** Opens the page and waits until its chart is drawn, or has failed. */
async function settle({ page, open }, name, scripts = 0) {
  await open(`pages/nowasm-${name}.html`);
  return page.run(`
    const chart = document.getElementById('chart');
    const events = () => window.__watched.events.filter((event) => event.chart === 'chart');
    await __probe.until(() => events().length, 'the chart is drawn or says why not', 20000);
    const scripts = () => Array.from(document.querySelectorAll('script'), (one) => one.src).filter((src) => src.indexOf('nowasm.js') > 0);
    await __probe.until(() => scripts().length === args[0], 'what was added has gone again');
    await __probe.sleep(50);
    const own = window.__watched.globals;
    return {
      events: events(), drawn: __probe.drawn(chart), text: chart.shadowRoot.textContent, below: __probe.visible(chart),
      slot: Boolean(chart.shadowRoot.querySelector('slot')), sought: Boolean(window.__watched.sought),
      globals: Object.getOwnPropertyNames(window).filter((name) => own.indexOf(name) < 0 && !/^__|^(chart|before|after|currentScript)$/.test(name)),
    };`, scripts);
}

async function quiet(page) {
  const ours = (await page.messages()).filter((line) => !BROWSERS_OWN.test(line));
  assert.deepEqual(ours, [], 'messages');
}

/** The files of ours that the page asked for, without those that its own test scripts are. */
async function asked(page, base) {
  const paths = (await page.requests()).filter((url) => url.startsWith(base)).map((url) => url.slice(base.length));
  return paths.filter((path) => !path.startsWith('pages/') && path !== 'favicon.ico').sort();
}

/** A page whose chart must be drawn; `files` are asked for. */
function draws(name, files, { scripts = 0, sought = true } = {}) {
  return async (visit) => {
    const seen = await settle(visit, name, scripts);
    assert.deepEqual(seen.events.map((event) => event.type), ['indicator-ready'], JSON.stringify(seen.events));
    assert.ok(seen.drawn, 'a chart is drawn');
    assert.deepEqual(seen.globals, ['IndicatorWidgets']);
    assert.equal(seen.sought, sought, 'whether WebAssembly was looked for');
    // Files are not told of among the requests by every driver.
    if (visit.origin === 'http') assert.deepEqual([...new Set(await asked(visit.page, visit.base))], files);
    await quiet(visit.page);
  };
}

/** A page whose chart can't be drawn: what stands in the element is shown, and a line says why. */
function fails(name) {
  return async (visit) => {
    const seen = await settle(visit, name);
    assert.deepEqual(seen.events.map((event) => [event.type, event.detail.code]), [['indicator-error', 'wasm-blocked']]);
    assert.match(seen.events[0].detail.message, /indicator-widgets\.nowasm\.js/);
    assert.ok(!seen.drawn && seen.slot && seen.below, 'the own content is shown');
    assert.ok(seen.text.includes(seen.events[0].detail.message), 'a line says why');
    await quiet(visit.page);
  };
}

/** Where browsers know no trusted types, nothing forbids the second file. */
async function distrusted(visit) {
  await visit.open('pages/one.html');
  const known = await visit.page.run('return Boolean(window.trustedTypes);');
  await (known ? fails('distrusted') : draws('distrusted', [ENABLED, SCRIPT]))(visit);
}

/** Every target's drawing, as one number. */
const DRAWINGS = `
  const api = await __probe.until(() => window.IndicatorWidgets, 'the script has run');
  await api.ready;
  let hash = 0;
  const targets = api.targets().filter((target) => !target.restates);
  for (const { id } of targets) {
    const svg = api.renderSVG({ target: id, asOf: args[0], lang: 'zh-Hant' });
    for (let i = 0; i < svg.length; i++) hash = (Math.imul(hash, 31) + svg.charCodeAt(i)) | 0;
  }
  return [targets.length, hash];`;

async function sameBytes({ page, open }) {
  await open('pages/one.html');
  const able = await page.run(DRAWINGS, AS_OF);
  await open('pages/nowasm-missing.html');
  assert.deepEqual(await page.run(DRAWINGS, AS_OF), able);
  assert.equal(able[0], 192);
}

const both = [ENABLED, SCRIPT];
const NEW = ['chromium', 'firefox', 'webkit'];
const checks = {
  'missing': { run: draws('missing', both) },
  // Chromium 69 dies when a page tries what its policy forbids.
  'forbidden': { run: draws('forbidden', both, { sought: false }), browsers: NEW },
  'included alone, under a policy': { run: draws('alone', [SCRIPT], { scripts: 1, sought: false }) },
  'with a nonce': { run: draws('nonce', both) },
  'trusted types': { run: draws('trusted', both) },
  'trusted types, none allowed': { run: distrusted },
  'trusted types, none allowed, included too': { run: draws('distrusted-both', both, { scripts: 1 }) },
  'not there': { run: fails('lonely') },
  'first and second': { run: draws('first-second', both, { scripts: 1 }) },
  'second and first': { run: draws('second-first', both, { scripts: 1, sought: false }) },
  'first twice': { run: draws('first-first', both) },
  'second twice': { run: draws('second-second', [SCRIPT], { scripts: 2, sought: false }) },
  'not needed, first and second': { run: draws('able-first-second', both, { scripts: 1, sought: false }) },
  'not needed, second and first': { run: draws('able-second-first', both, { scripts: 1, sought: false }) },
  'currentScript clobbered': { run: draws('clobbered', both) },
  'a base that comes later': { run: draws('base', both) },
  'a version in the address': { run: draws('version', [`${ENABLED}?v=2`, `${SCRIPT}?v=2`].sort()) },
  'injected late': { run: draws('late', both) },
  'a module': { run: draws('module', both), origins: ['http'] },
  'pinned': { run: draws('pinned', both), origins: ['http'] },
  'pinned, and not what it was': { run: fails('tampered'), origins: ['http'] },
  'the same bytes': { run: sameBytes },
};

export default Object.entries(checks).map(([name, check]) => ({ name: `no WebAssembly: ${name}`, mayWarn: true, usually: TWO, ...check }));
