// The shipped script, outside a browser: it draws the very bytes that the native tool draws, asks its host for nothing
// that is not on the list, and reads the same in a page of any character set.
//
//   make dist && node --test tests/wasm.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

import { join as joined } from '../www/join.js';
import { unpack } from '../www/unpack.js';
import { packed, size, starts, whole } from '../target/web/built/packed.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const DAY = '2025-06-30';
const COMBINATIONS = [['zh-Hans', 'light'], ['zh-Hant', 'dark'], ['en', 'contrast']];

const script = readFileSync(at('dist/indicator-widgets.js'), 'latin1');
const folder = mkdtempSync(join(tmpdir(), 'indicator-'));
let api;

before(async () => {
  // Just enough of a page for a script that finds no elements to upgrade.
  const page = { atob, TextDecoder, TextEncoder, Uint8Array, WebAssembly, Promise, Element: class {}, console };
  page.document = { documentElement: { lang: 'en' }, querySelectorAll: () => [], dispatchEvent() {} };
  page.window = page;
  vm.runInNewContext(script, page);
  api = page.IndicatorWidgets;
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

test('the packed wasm unpacks and joins to itself, and never when it is cut off or damaged', () => {
  const bytes = new Uint8Array(Buffer.from(packed, 'base64'));
  assert.ok(readFileSync(at('target/web/built/small.wasm')).equals(joined(unpack(bytes, size), starts, whole)));
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
  for (const word of ['eval(', 'new Function', 'innerHTML', 'insertAdjacentHTML', 'document.write', 'currentScript', '<style', 'import.meta']) {
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
