// The script without WebAssembly, outside a browser: it draws the very bytes that the native tool draws, says the very numbers
// of the one with WebAssembly, and asks for nothing more.
//
//   make dist && node --test tests/nowasm.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { pack } from './packs.mjs';
import { at, open, shipped } from './page.mjs';
import twin from '../target/web/built/twin.js';

const FILE = 'indicator-widgets.nowasm.js';
const DAY = '2025-06-30';
const folder = mkdtempSync(join(tmpdir(), 'indicator-'));
let wasm;
let nowasm;

before(async () => {
  wasm = open('indicator-widgets.js').IndicatorWidgets;
  // To ask for it is to fail: Chromium 69 dies of it under a strict policy.
  nowasm = open(FILE, { get WebAssembly() { throw new Error('WebAssembly was touched'); } }).IndicatorWidgets;
  await Promise.all([wasm.ready, nowasm.ready]);
});

after(() => rmSync(folder, { recursive: true }));

test('both take another dataset, draw the same from it, and refuse the same', async () => {
  const { file } = pack(folder, 'newer.iwp', '2026-03-01', '2.71');
  const packed = readFileSync(file);
  const draw = (api) => api.renderSVG({ target: 'jinhua-rd-intensity-2025', lang: 'en', asOf: DAY });
  const own = draw(nowasm);
  try {
    assert.deepEqual({ ...await nowasm.load(packed) }, { ...await wasm.load(packed) });
    assert.ok(draw(nowasm) !== own && draw(nowasm) === draw(wasm));
    const why = (api) => api.load(packed.subarray(1)).catch(({ code, message }) => [code, message]);
    assert.deepEqual(await why(nowasm), await why(wasm));
    assert.equal((await why(nowasm))[0], 'bad-dataset');
  } finally {
    await Promise.all([nowasm.load(null), wasm.load(null)]);
  }
  assert.equal(draw(nowasm), own);
});

for (const [lang, theme] of [['zh-Hans', 'light'], ['zh-Hant', 'dark'], ['en', 'contrast']]) {
  test(`every target's chart has the same bytes natively and without WebAssembly: ${lang}, ${theme}`, () => {
    const tool = ['render', '--all', '--lang', lang, '--theme', theme, '--as-of', DAY, '--out', folder];
    execFileSync(at('dist/indicator-widgets'), tool, { stdio: ['ignore', 'ignore', 'pipe'] });
    const targets = nowasm.targets().filter((target) => !target.restates);
    assert.equal(targets.length, 192);
    for (const { id } of targets) {
      const native = readFileSync(join(folder, `${id}.trajectory.${lang}.${theme}.svg`), 'utf8');
      assert.ok(native === nowasm.renderSVG({ target: id, lang, theme, asOf: DAY }), `${id} differs`);
    }
  });
}

test('every other view has the same bytes with and without WebAssembly', () => {
  const asked = [];
  for (const { id: plan } of wasm.plans()) for (const view of ['scorecard', 'timeline', 'table']) asked.push({ plan, view });
  for (const { id: indicator } of wasm.indicators().slice(0, 40)) asked.push({ indicator, view: 'comparison' });
  for (const { id: target } of wasm.targets().slice(0, 40)) asked.push({ target, view: 'progress' });
  const drawn = (api, options) => {
    try {
      return api.renderSVG({ ...options, lang: 'en', asOf: DAY, width: 640 });
    } catch (error) {
      return error.message;
    }
  };
  const svgs = asked.filter((options) => {
    const svg = drawn(wasm, options);
    assert.equal(drawn(nowasm, options), svg, JSON.stringify(options));
    return svg.startsWith('<svg');
  });
  assert.ok(svgs.length > 80, `${svgs.length} drawings`);
});

test('numbers and faults are the same with and without WebAssembly, to the last bit', () => {
  const series = [[2012, 1.13], [2016, 1.4], [2018, 1.62], [2021, 2.1], [2023, 2.41], [2024, 2.54]];
  const huge = [[2019, 1e308], [2020, -1e308], [2021, 1e308], [2022, 1.7e308]];
  const long = Array.from({ length: 300 }, (_, year) => [year, Math.sin(year)]);
  const answer = (call) => {
    try {
      return JSON.stringify(call());
    } catch (error) {
      return `${error.code}: ${error.message}`;
    }
  };
  for (const method of ['auto', 'steady', 'drift', 'linear', 'growth', 'theil-sen', 'naive']) {
    for (const given of [series, huge, long, [[2020, NaN]], 'fujian-valid-trademarks-2025', 'no-such-target']) {
      for (const call of ['project', 'backtest']) {
        const asked = (api) => answer(() => api[call](given, { method, horizon: 40, target: 2.6, direction: 'lower', asOf: DAY }));
        assert.equal(asked(nowasm), asked(wasm), `${call} ${method}`);
      }
    }
  }
  for (const { id } of wasm.targets()) {
    const asked = (api) => answer(() => api.assess(id, { asOf: DAY, rule: 'all' }));
    assert.equal(asked(nowasm), asked(wasm), id);
  }
});

test('it imports nothing but what draws', () => {
  const allowed = readFileSync(at('tests/wasm-imports.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const used = Array.from(readFileSync(at('target/web/built/script.js'), 'utf8').matchAll(/\$_core_bg_js\.(\w+)/g), ([, name]) => name.replace(/_[0-9a-f]{16}$/, ''));
  assert.ok(used.length > 40, 'the imports are where this test looks for them');
  assert.deepEqual([...new Set(used)].filter((name) => !allowed.includes(name)), [], 'not in tests/wasm-imports.txt');
});

test('it is ASCII, evaluates no text, and knows no WebAssembly', () => {
  assert.match(shipped(FILE), /^[\x09\x0a\x0d\x20-\x7e]*$/);
  for (const word of ['eval(', 'new Function', 'innerHTML', 'insertAdjacentHTML', 'document.write', '<style', 'import.meta', 'WebAssembly.']) {
    assert.ok(!shipped(FILE).includes(word), `${word} is in the script`);
  }
});

test('the other script knows its hash', () => {
  assert.equal(twin, JSON.parse(readFileSync(at('dist/integrity.json'), 'utf8'))[FILE]);
  assert.ok(shipped('indicator-widgets.js').includes(twin));
});
