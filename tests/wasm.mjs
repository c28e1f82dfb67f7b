// The shipped script, outside a browser: it draws the very bytes that the native tool draws, asks its host for nothing
// that is not on the list, and reads the same in a page of any character set.
//
//   make dist && node --test tests/wasm.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import vm from 'node:vm';

import { pack } from './packs.mjs';
import { at, open, shipped } from './page.mjs';
import { join as joined } from '../www/join.js';
import { unpack } from '../www/unpack.js';
import { packed, size, starts, whole } from '../target/web/built/packed.js';

const DAY = '2025-06-30';
const COMBINATIONS = [['zh-Hans', 'light'], ['zh-Hant', 'dark'], ['en', 'contrast']];

const script = shipped('indicator-widgets.js');
const folder = mkdtempSync(join(tmpdir(), 'indicator-'));
let api;

before(async () => {
  api = open('indicator-widgets.js').IndicatorWidgets;
  await api.ready;
});

after(() => rmSync(folder, { recursive: true }));

for (const [lang, theme] of COMBINATIONS) {
  test(`every target's chart has the same bytes natively and in wasm: ${lang}, ${theme}`, () => {
    const tool = ['render', '--all', '--lang', lang, '--theme', theme, '--as-of', DAY, '--out', folder];
    execFileSync(at('dist/indicator-widgets'), tool, { stdio: ['ignore', 'ignore', 'pipe'] });
    const targets = api.targets().filter((target) => !target.restates);
    assert.equal(targets.length, 192);
    for (const { id } of targets) {
      const native = readFileSync(join(folder, `${id}.trajectory.${lang}.${theme}.svg`), 'utf8');
      assert.ok(native === api.renderSVG({ target: id, lang, theme, asOf: DAY }), `${id} differs`);
    }
  });
}

test('a page that was given another dataset draws what the tool draws from its package, and goes back', async () => {
  const id = 'jinhua-rd-intensity-2025';
  const draw = (loaded, target = id) => loaded.renderSVG({ target, lang: 'en', theme: 'light', asOf: DAY });
  const { file } = pack(folder, 'newer.iwp', '2026-03-01', '2.71');
  const script = readFileSync(pack(folder, 'newer.js', '2026-03-01', '2.71').file, 'latin1');
  assert.match(script, /^[\x0a\x20-\x7e]*$/);
  const page = open('indicator-widgets.js');
  const { IndicatorWidgets: loaded } = page;
  const own = await loaded.load(null);
  const before = draw(loaded);
  const bytes = new Uint8Array(readFileSync(file));
  const held = await loaded.load(bytes);
  // What the page does with its bytes from then on is its own affair.
  bytes.fill(0);
  assert.deepEqual({ ...held }, { ...own, date: '2026-03-01', title: JSON.parse(readFileSync(at('data/datapackage.json'), 'utf8')).title });
  assert.deepEqual([held.plans, held.targets, held.observations], [5, 192, loaded.observations().length]);
  const out = join(folder, 'newer.svg');
  const data = join(folder, 'packages', '2026-03-01');
  for (const target of loaded.targets().filter((one) => !one.restates && one.region === 'jinhua').map((one) => one.id)) {
    execFileSync(at('dist/indicator-widgets'), ['render', '--data', data, '--target', target, '--lang', 'en', '--theme', 'light', '--as-of', DAY, '--out', out], { stdio: 'pipe' });
    assert.ok(readFileSync(out, 'utf8') === draw(loaded, target), `${target} differs`);
  }
  assert.notEqual(draw(loaded), before);
  await loaded.load(null);
  assert.equal(draw(loaded), before);
  // The script gives the same to the page's own function, where there is one, else to the charts.
  const given = [];
  vm.runInNewContext(script, { window: { indicatorWidgetsData: (text) => given.push(text), IndicatorWidgets: loaded } });
  assert.equal(draw(loaded), before);
  assert.deepEqual(Buffer.from(given[0], 'base64'), readFileSync(file));
  const taken = [];
  vm.runInNewContext(script, { window: { IndicatorWidgets: { load: (text) => taken.push(loaded.load(text)) } } });
  assert.equal((await taken[0]).date, '2026-03-01');
  assert.notEqual(draw(loaded), before);
});

test('what is no packed dataset is refused in the page\'s language, and what was there stays', async () => {
  const page = open('indicator-widgets.js');
  const { IndicatorWidgets: loaded } = page;
  const good = readFileSync(pack(folder, 'good.iwp', '2026-03-02', '2.72').file);
  await loaded.load(good.toString('base64'));
  const before = loaded.renderSVG({ target: 'jinhua-rd-intensity-2025', asOf: DAY, lang: 'zh-CN' });
  const changed = (place, by) => Uint8Array.from(good, (byte, i) => (i === place ? byte ^ by : byte));
  const wrong = { kind: [undefined, '', '*', 'id,plan,section', 7, {}, [], true, new Uint8Array(), changed(0, 1)], version: [changed(3, 1), changed(3, 128)],
    damaged: [good.subarray(0, 11), good.subarray(0, -1), Buffer.concat([good, good]), changed(4, 1), changed(9, 1), changed(5000, 4), changed(good.length - 1, 1)] };
  const words = { en: { kind: /no packed data/, version: /another version/, damaged: /cut off or damaged/ }, 'zh-CN': { kind: /不是打包的数据/, version: /另一版本的程序/, damaged: /不完整或已损坏/ },
    'zh-TW': { kind: /不是打包的資料/, version: /另一版本的程式/, damaged: /不完整或已損壞/ } };
  for (const lang of Object.keys(words)) {
    page.document.documentElement.lang = lang;
    for (const [why, all] of Object.entries(wrong)) {
      for (const one of all) {
        const error = await loaded.load(one).then(() => undefined, (thrown) => thrown);
        assert.deepEqual([error && error.code, words[lang][why].test(error.message)], ['bad-dataset', true], `${lang} ${why} ${String(one).slice(0, 20)}: ${error && error.message}`);
      }
    }
  }
  assert.equal(loaded.renderSVG({ target: 'jinhua-rd-intensity-2025', asOf: DAY, lang: 'zh-CN' }), before);
});

test('datasets that come and go leave no memory behind', async () => {
  const caught = [];
  const { IndicatorWidgets: loaded } = open('indicator-widgets.js', { WebAssembly: Object.assign(Object.create(WebAssembly), { instantiate: async (source, imports) => {
    const made = await WebAssembly.instantiate(source, imports);
    caught.push(made.instance.exports.memory);
    return made;
  } }) });
  const good = readFileSync(pack(folder, 'good.iwp', '2026-03-02', '2.72').file);
  const round = async (bytes) => { await loaded.load(bytes).catch(() => {}); };
  for (let i = 0; i < 5; i += 1) await round(i % 2 ? good : null);
  await round(good.subarray(0, -1));
  const before = caught[0].buffer.byteLength;
  for (let i = 0; i < 60; i += 1) await round([good, null, good.subarray(0, -9)][i % 3]);
  assert.equal(caught[0].buffer.byteLength, before);
});

test('the packed wasm unpacks and joins to itself, and never when it is cut off or damaged', () => {
  const bytes = new Uint8Array(Buffer.from(packed, 'base64'));
  assert.ok(readFileSync(at('target/web/built/aligned.wasm')).equals(joined(unpack(bytes, size), starts, whole)));
  for (let left = bytes.length - 1; left > 0; left -= 3001) assert.throws(() => unpack(bytes.slice(0, left), size), /cut off/);
  assert.throws(() => unpack(bytes, size - 1), /cut off/);
  for (let wrong = 5; wrong < bytes.length; wrong += 5003) {
    const damaged = bytes.slice();
    damaged[wrong] ^= 16;
    assert.throws(() => unpack(damaged, size), /damaged/);
  }
});

test('the wasm imports nothing but what draws', () => {
  const allowed = readFileSync(at('tests/wasm-imports.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const module = new WebAssembly.Module(readFileSync(at('target/web/built/small.wasm')));
  // wasm-bindgen ends a name with a hash of its type.
  const used = WebAssembly.Module.imports(module).map(({ name }) => name.replace(/_[0-9a-f]{16}$/, ''));
  const unknown = [...new Set(used)].filter((name) => !allowed.includes(name));
  assert.deepEqual(unknown, [], 'not in tests/wasm-imports.txt');
});

test('the script is ASCII, ES2017, and evaluates no text', () => {
  assert.match(script, /^[\x09\x0a\x0d\x20-\x7e]*$/);
  for (const word of ['eval(', 'new Function', 'innerHTML', 'insertAdjacentHTML', 'document.write', 'document.currentScript', '<style', 'import.meta']) {
    assert.ok(!script.includes(word), `${word} is in the script`);
  }
});

test('faults have a code and say how to mend them', () => {
  const fault = (options) => {
    try {
      api.renderSVG(options);
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const unknown = fault({ target: 'jinhua-rd-intensity-202', lang: 'en' });
  assert.equal(unknown.code, 'unknown-id');
  assert.match(unknown.message, /jinhua-rd-intensity-2025/);
  assert.equal(fault({}).code, 'unknown-id');
  const bad = fault({ target: 'jinhua-rd-intensity-2025', theme: 'pink', lang: 'en' });
  assert.equal(bad.code, 'bad-value');
  assert.match(bad.message, /light, dark, contrast/);
  for (const asOf of ['2025-02-29', '2025-13-01', '25/6/30', '2025-6-30-1']) {
    assert.equal(fault({ target: 'jinhua-rd-intensity-2025', asOf }).code, 'bad-value', asOf);
  }
});

test('what is asked in a great many words is refused, and soon', () => {
  const start = performance.now();
  for (const [target, code] of [['x'.repeat(300000), 'unknown-id'], ['jinhua-rd-intensity-2025 '.repeat(401), 'bad-value'], ['x '.repeat(100000), 'bad-value']]) {
    assert.throws(() => api.renderSVG({ target, lang: 'en' }), { code });
    assert.throws(() => api.project(target), { code: 'unknown-id' });
  }
  assert.throws(() => api.targets({ plan: 'x'.repeat(300000) }), { code: 'unknown-id' });
  assert.ok(performance.now() - start < 3000, `${performance.now() - start} ms`);
});

test('rows come as plain objects with the package\'s field names', () => {
  const header = (name) => readFileSync(at(`data/${name}.csv`), 'utf8').replace(/^\ufeff/, '').split(/\r?\n/)[0].split(',');
  for (const [rows, name] of [[api.targets({ region: 'jinhua' }), 'targets'], [api.plans(), 'plans'], [api.regions(), 'regions'],
    [api.indicators(), 'indicators'], [api.observations(), 'observations']]) {
    assert.ok(rows.length > 0, name);
    // A target also says in words what its ids point to.
    const words = name === 'targets' ? ['theme', 'theme_name', 'plan_name', 'indicator_name', 'region_name', 'section_name', 'due'] : [];
    const foreign = Object.keys(rows[0]).filter((field) => !header(name).concat(words).includes(field));
    assert.deepEqual(foreign, [], name);
  }
  assert.ok(api.targets({ region: 'jinhua' }).every((target) => target.region === 'jinhua'));
  const path = api.trajectory(api.targets({ region: 'jinhua' })[0]);
  assert.ok(path.steps.length > 0 && path.points.length > 0);
});

/** What the native tool prints as JSON. */
const native = (...tool) => JSON.parse(execFileSync(at('dist/indicator-widgets'), [...tool, '--format', 'json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
/** The same objects as this realm's, undefined fields gone. */
const own = (value) => JSON.parse(JSON.stringify(value));
const failure = (call) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
};

// Made up for this test: rising, falling, uneven years, near a bound, negative, never moving, too short.
const SERIES = {
  rising: [[2016, 86], [2017, 86.6], [2018, 87.1], [2019, 87.9], [2020, 88.5], [2021, 89.2], [2022, 89.9], [2023, 90.6]],
  falling: [[2015, 0.71], [2016, 0.69], [2018, 0.655], [2019, 0.64], [2021, 0.61], [2024, 0.553]],
  uneven: [[2012, 1.13], [2021, 2.1], [2023, 2.41], [2024, 2.54]],
  negative: [[2018, -3.1], [2019, 2.2], [2020, -0.4], [2021, 1.7], [2022, 0.3]],
  unmoved: [[2018, 5], [2019, 5], [2020, 5], [2021, 5]],
  short: [[2020, 3], [2021, 4]],
};

test('a projection has the same numbers natively and in wasm, to the last bit', () => {
  const file = join(folder, 'series.csv');
  const goals = join(folder, 'targets.csv');
  const lines = Object.entries(SERIES).flatMap(([id, rows]) => rows.map(([year, value]) => `${id},${year},${value}`));
  writeFileSync(file, `id,t,value\n${lines.join('\n')}\n`);
  const asked = Object.keys(SERIES).flatMap((id) => [1, 2, 3, 4].map((h) => `${id},${h},2.6,lower`));
  writeFileSync(goals, `id,h,target,direction\n${asked.join('\n')}\n`);
  for (const extra of [[], ['method', 'linear'], ['method', 'theil-sen'], ['method', 'drift'], ['method', 'naive'], ['growth', '0.12'], ['growth', '5%']]) {
    const flags = extra.length ? [`--${extra[0]}=${extra[1]}`] : [];
    const rows = native('project', '--input', file, '--horizon', '4', ...flags);
    const chances = native('project', '--input', file, '--targets', goals, ...flags);
    for (const [id, series] of Object.entries(SERIES)) {
      if (extra[1] === '5%' && id === 'negative') continue;
      const found = own(api.project(series, { horizon: 4, target: 2.6, direction: 'lower', [extra[0] || 'method']: extra[1] }));
      const here = found.rows.map(({ h, mean, lo80, hi80, lo95, hi95 }) => ({ id, h, mean, lo80, hi80, lo95, hi95, method: found.method }));
      assert.deepEqual(here, rows.filter((row) => row.id === id), `${id} ${extra}`);
      assert.deepEqual(found.rows.map((row) => row.p), chances.filter((row) => row.id === id).map((row) => row.p), `${id} ${extra}`);
    }
  }
});

test('every target has the same verdict natively and in wasm, to the last bit', () => {
  for (const asOf of ['2022-06-30', DAY]) {
    const rows = native('assess', '--all', '--as-of', asOf, '--rule', 'all');
    const targets = api.targets().filter((target) => !target.restates);
    assert.equal(rows.length, 6 * targets.length);
    targets.forEach((target, at) => {
      const found = own(api.assess(target, { asOf, rule: 'all' }));
      assert.deepEqual(found.assessments, rows.slice(6 * at, 6 * at + 6), target.id);
    });
  }
  assert.deepEqual(own(api.assess('fujian-valid-trademarks-2025', { asOf: DAY, growth: 0.12 })),
    native('assess', '--target', 'fujian-valid-trademarks-2025', '--as-of', DAY, '--growth', '0.12')[0]);
});

test('a projection says what it rests on, and why it is not there', () => {
  const usual = own(api.project(SERIES.rising));
  assert.deepEqual({ ...usual, rows: usual.rows.map(({ year, h }) => [year, h]) }, {
    method: 'steady', n: 8, first: 2016, last: 2023, left_out: { before_break: 0, part_year: 0 }, unsure: null, reason: null,
    rows: [[2024, 1], [2025, 2], [2026, 3], [2027, 4], [2028, 5]],
  });
  assert.ok(!('p' in usual.rows[0]));
  const named = SERIES.rising.map(([t, value]) => ({ t, value, qualifier: 'exact' }));
  assert.deepEqual(own(api.project(named)), usual);
  // A year without a value is none; a new definition leaves out what came before; years may be in any order.
  const broken = named.concat({ year: 2024, value: null }).reverse().map((row) => (row.t === 2018 ? { ...row, break: true } : row));
  assert.deepEqual([own(api.project(broken)).n, own(api.project(broken)).left_out], [6, { before_break: 2, part_year: 0 }]);
  assert.deepEqual(own(api.project(SERIES.rising, { until: 2025 })).rows, usual.rows.slice(0, 2));
  const short = own(api.project(SERIES.short));
  assert.deepEqual([short.method, short.unsure, short.rows[0].lo80], ['drift', 'too_few', null]);
  assert.equal(own(api.project(SERIES.unmoved)).unsure, 'unmoved');
  for (const few of [[], [[2020, 1]]]) {
    const none = own(api.project(few));
    assert.deepEqual([none.reason, none.n, none.method, none.rows], ['too_few', few.length, null, []]);
  }
  assert.equal(api.project(SERIES.negative, { method: 'growth' }).reason, 'not_positive');
  // Counts do not fall below zero, unless somebody says so; a stock does not fall at all.
  const fall = [[2019, 9], [2020, 7], [2021, 5], [2022, 3]];
  const lows = (options) => own(api.project(fall, { horizon: 9, ...options })).rows.map((row) => row.lo95);
  assert.ok(Math.min(...lows()) >= 0 && Math.min(...lows({ lower: null })) < 0);
  assert.ok(Math.min(...lows({ neverFalls: true })) >= 3 && Math.min(...lows({ lower: 2 })) >= 2);
  const high = own(api.project(SERIES.rising, { upper: 91, horizon: 9 })).rows;
  assert.ok(high.every((row) => row.hi95 <= 91));
});

test('observations, targets and a page\'s own values are projected and judged alike', () => {
  const id = 'fujian-valid-trademarks-2025';
  const [region, indicator] = ['fujian', 'valid-trademarks'];
  const target = own(api.project(id, { asOf: DAY }));
  assert.equal(target.n, 4);
  assert.ok(target.rows.every((row) => row.p >= 0 && row.p <= 1));
  // Published in another unit than the target's.
  const rows = api.observations({ region, indicator });
  const wan = rows.map((row) => ({ year: row.year, value: row.value / 1e4, indicator, region, unit: '万件' }));
  assert.ok(rows.every((row) => row.unit === '件'));
  assert.deepEqual(own(api.project(wan, { target: 250 })), target);
  const pieces = own(api.project(rows, { target: 2500000 })).rows;
  pieces.forEach((row, at) => {
    assert.ok(Math.abs(row.mean / 1e4 / target.rows[at].mean - 1) < 1e-12 && Math.abs(row.p - target.rows[at].p) < 1e-12);
  });
  const verdict = own(api.assess(id, { asOf: DAY }));
  for (const series of [rows, wan, wan.map((row) => [row.year, row.value])]) {
    assert.deepEqual(own(api.assess(api.targets({ region, indicator })[0], series, { asOf: DAY })), verdict);
  }
  assert.deepEqual([verdict.verdict, verdict.reason, verdict.value_year], ['on_track', 'likelihood', 2023]);
  // Those values alone: none is none, and the year that has begun is a part of itself.
  assert.equal(api.assess(id, [], { asOf: DAY }).reason, 'no_value');
  const begun = (value) => api.assess(id, [[2025, value]], { asOf: DAY });
  assert.deepEqual([begun(251).reason, begun(249).reason], ['already', 'one_value']);
  // A growth rate is judged by its level, in that one's unit or another of the kind.
  const growth = 'fujian-gross-ocean-product-growth-2025';
  const level = (rows) => own(api.assess(growth, rows, { asOf: DAY }));
  const known = [[2020, 10000], [2021, 11000], [2022, 12000], [2023, 13000], [2024, 14000]];
  assert.ok(level(known).p !== null);
  assert.deepEqual(level(known.map(([year, value]) => ({ year, value: value * 10000, unit: '万元' }))), level(known));
});

test('a look back says what would have been said, and whether it held', () => {
  const all = own(api.backtest(SERIES.rising));
  assert.deepEqual(all.trials.map((trial) => trial.origin), [2022, 2021, 2020, 2019]);
  const then = own(api.project(SERIES.rising.slice(0, 5), { horizon: 3 })).rows[2];
  const [trial] = own(api.backtest(SERIES.rising, { years: 3 })).trials;
  assert.deepEqual(trial, { origin: 2020, method: 'steady', n: 5, ...then, outcome: 90.6, qualifier: 'exact', inside80: trial.inside80, inside95: trial.inside95 });
  assert.equal(trial.inside80, then.lo80 <= 90.6 && 90.6 <= then.hi80);
  assert.deepEqual(own(api.backtest(SERIES.short)), { reason: 'too_few', trials: [] });
  assert.deepEqual(own(api.backtest([])), { reason: 'no_value', trials: [] });
  const redefined = SERIES.rising.map(([year, value]) => ({ year, value, break: year === 2022 }));
  assert.equal(api.backtest(redefined, { years: 3 }).reason, 'redefined');
  assert.deepEqual(own(api.backtest('fujian-valid-trademarks-2025')), { reason: 'too_few', trials: [] });
});

test('what a script gives wrong is an error that says where, in its language, and nothing breaks', () => {
  const table = (series, words, options) => {
    for (const call of [() => api.project(series, options), () => api.backtest(series, options), () => api.assess('fujian-valid-trademarks-2025', series, options || {})]) {
      const error = failure(call);
      assert.equal(error && error.code, 'bad-table', String(error));
      assert.match(error.message, words);
    }
  };
  for (const value of [NaN, Infinity, -Infinity, '2.5', true, {}, [], undefined, () => 1, Symbol('x'), 10n]) {
    table([[2020, 1], [2021, value]], /series\[1\]\.value/);
    table([{ year: 2020, value }], /series\[0\]\.value/);
  }
  for (const year of [2020.5, NaN, Infinity, 1e300, -1e300, 99999, '2020', null, undefined, {}]) table([{ year, value: 1 }], /series\[0\]\.year.*YYYY/);
  for (const item of [null, undefined, 5, 'x', {}, []]) table([item], /series\[0\]\.year/);
  table([, [2020, 1]], /series\[0\]\.year/);
  table([[2020, 1], [2021, 2], [2020, 1]], /series\[2\]\.year: the year 2020 has a value already/);
  table([{ year: 2020, value: 1, qualifier: 'over' }], /series\[0\]\.qualifier.*over.*at_least/);
  table([{ year: 2020, value: 1, unit: '万件' }, { year: 2021, value: 1, unit: '%' }], /series\[1\]\.unit.*%.*万件/);
  table([{ year: 2020, value: 1, region: 'fujian' }, { year: 2021, value: 1, region: 'china' }], /series\[1\]\.region/);
  table([[2020, '二']], /属性 series\[0\]\.value 的值“二”/, { lang: 'zh' });
  for (const nothing of [undefined, null, 5, {}, true]) assert.equal(failure(() => api.project(nothing)).code, 'bad-table');
  const about = (words, ...given) => {
    const error = failure(() => api.assess('fujian-valid-trademarks-2025', ...given));
    assert.equal(error && error.code, 'bad-table', String(error));
    assert.match(error.message, words);
  };
  about(/series\[0\]\.year.*2099.*≤ 2025/, [[2099, 1]], { asOf: DAY });
  about(/series\[0\]\.region.*china.*fujian/, [{ year: 2020, value: 1, region: 'china' }]);
  about(/series\[0\]\.indicator.*rd-intensity.*valid-trademarks/, api.observations({ region: 'china', indicator: 'rd-intensity' }), { asOf: DAY });
  about(/series\[0\]\.unit.*%.*万件/, [{ year: 2020, value: 1, unit: '%' }]);
  about(/series.*2\.54/, 5, {});

  const option = (options, words) => {
    const error = failure(() => api.project(SERIES.rising, options));
    assert.equal(error && error.code, 'bad-value', JSON.stringify(options) + error);
    assert.match(error.message, words);
  };
  for (const horizon of [0, -1, 1.5, NaN, Infinity, 1e9, '5', {}]) option({ horizon }, /horizon/);
  for (const growth of ['five', '-100%', -Infinity, NaN, '1e3']) option({ growth }, /growth/);
  for (const until of [20300, 'x', 2030.5, NaN]) option({ until }, /until/);
  for (const bound of ['lower', 'upper', 'target']) for (const value of [NaN, Infinity, '5', {}]) option({ [bound]: value }, new RegExp(bound));
  option({ lower: 5, upper: 4 }, /lower/);
  option({ method: 'best' }, /steady/);
  option({ direction: 'up', target: 1 }, /higher, lower/);
  assert.equal(failure(() => api.backtest(SERIES.rising, { years: 0 })).code, 'bad-value');
  assert.match(failure(() => api.assess('fujian-valid-trademarks-2025', { rule: 'weather' })).message, /own, open-sdg/);
  for (const target of [undefined, null, '', 'fujian', 5, {}, []]) assert.equal(failure(() => api.assess(target)).code, 'unknown-id', String(target));
  assert.equal(failure(() => api.project('fujian-valid-trademark-2025')).code, 'unknown-id');
  // Names that nobody knows: of options, of rows.
  option({ horizn: 3 }, /horizn.*horizon/);
  const named = (call, code, words) => {
    const error = failure(call);
    assert.deepEqual([error && error.code, words.test(error && error.message)], [code, true], String(error));
  };
  named(() => api.assess('fujian-valid-trademarks-2025', { rules: 'all' }), 'bad-value', /rules.*rule/);
  named(() => api.renderSVG({ target: 'fujian-valid-trademarks-2025', Theme: 'dark' }), 'bad-value', /Theme.*theme/);
  named(() => api.targets('fujian-2025'), 'bad-value', /plan/);
  named(() => api.targets({ plan: 'fujian-2052' }), 'unknown-id', /fujian-2025/);
  named(() => api.renderSVG({ target: 'a', theme: 'pink', view: 'pie' }), 'bad-value', /theme.*pie|pie.*theme/);
  // Figures at the end of the numbers, a long series, a thrower: an answer or an error, and the next call works.
  const huge = [[2019, 1e308], [2020, -1e308], [2021, 1e308], [2022, 1.7e308]];
  assert.equal(api.project(huge).reason, 'overflow');
  const thrower = { get year() { throw new Error('mine'); }, value: 1 };
  assert.equal(failure(() => api.project([thrower])).code, 'bad-table');
  const long = Array.from({ length: 301 }, (_, at) => [at, Math.sin(at)]);
  assert.equal(api.project(long.slice(1), { method: 'theil-sen' }).n, 300);
  assert.match(failure(() => api.project(long)).message, /series\.length.*301.*300/);
  assert.equal(api.project(SERIES.rising, { horizon: 1000, growth: '99999%' }).rows.length, 1000);
  assert.equal(api.project(SERIES.rising).n, 8);
});
