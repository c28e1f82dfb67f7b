// The npm package, packed as it would be published: what it holds, what checkers say of it, its types, and that it draws on a
// server what the native tool draws. Bundlers and frameworks: tests/browser/package.mjs.
//
//   make dist && node --test tests/package.mjs    # with ALL=1 .vue files too
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { ATTRIBUTES } from '../www/attributes.js';
import { EXAMPLES, INSTALLED, TOP, install, pack } from './packed.mjs';

const DAY = '2025-06-30';
const folder = mkdtempSync(join(tmpdir(), 'indicator-package-'));
const read = (...path) => readFileSync(join(TOP, ...path), 'utf8');
const tool = (name) => join(EXAMPLES, 'node_modules', '.bin', name);
/** Runs a program; what it says, also where it fails. */
const run = (program, ...given) => {
  try {
    return { said: execFileSync(program, given, { cwd: EXAMPLES, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 }), failed: false };
  } catch (error) {
    return { said: `${error.stdout}${error.stderr}`, failed: true };
  }
};

let tarball;
let paths;
let api;
let types;

before(async () => {
  ({ tarball, paths } = pack(folder));
  install(tarball);
  types = readFileSync(join(INSTALLED, 'indicator-widgets.d.ts'), 'utf8');
  api = await import(pathToFileURL(join(INSTALLED, 'indicator-widgets.mjs')));
  await api.ready;
});

after(() => rmSync(folder, { recursive: true }));

test('the package holds what it should, and says of which version and licence it is', () => {
  const themes = readdirSync(join(TOP, 'www/themes')).map((name) => `themes/${name}`);
  assert.deepEqual(paths, ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'custom-elements.json', 'data/README.md', 'indicator-static.css', 'indicator-widgets.d.ts',
    'indicator-widgets.js', 'indicator-widgets.mjs', 'indicator-widgets.nowasm.js', 'indicator-widgets.wasm', 'package.json', ...themes].sort());
  const cargo = (name) => new RegExp(`^${name} = "(.*)"$`, 'm').exec(read('Cargo.toml'))[1];
  const about = JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8'));
  assert.deepEqual([about.name, about.version, about.license], [cargo('name'), cargo('version'), cargo('license')]);
  assert.deepEqual(about.dependencies, undefined);
});

test('publint finds nothing to say', () => {
  const { said, failed } = run(tool('publint'), 'run', tarball, '--strict');
  assert.ok(!failed && /All good/.test(said), said);
});

test('TypeScript resolves every entry, in every way that knows modules', () => {
  const { said, failed } = run(tool('attw'), tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji');
  assert.ok(!failed, said);
});

test('the examples are right by the package\'s types', () => {
  // All that a browser runs at once; node's world and .vue files are apart, the latter slow.
  for (const [program, project] of [['tsc', '.'], ['tsc', 'node'], ...(process.env.ALL ? [['vue-tsc', 'vue']] : [])]) {
    const { said, failed } = run(tool(program), '-p', project);
    assert.ok(!failed, `${program} ${project}: ${said}`);
  }
});

/** What the compiler says of files of TypeScript, by name. */
function compiled(files) {
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), lines.join('\n'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    extends: join(EXAMPLES, 'tsconfig.json'),
    compilerOptions: { paths: { 'indicator-widgets': [join(INSTALLED, 'indicator-widgets.d.ts')] } },
    include: [],
    files: Object.keys(files),
  }));
  return run(tool('tsc'), '-p', folder);
}

/** Every kind of row that calls give, as TypeScript that is right where it has just the fields that its type declares. */
function given() {
  const ids = api.targets().filter((target) => !target.restates).map((target) => target.id);
  const series = [[2016, 86], [2017, 86.6], [2018, 87.1], [2019, 87.9], [2020, 88.5], [2021, 89.2], [2022, 89.9], [2023, 90.6]];
  const every = (call) => ids.map(call);
  const kinds = {
    Plan: api.plans(),
    Region: api.regions(),
    Indicator: api.indicators(),
    Target: api.targets({ lang: 'en' }),
    Observation: api.observations(),
    Trajectory: every((id) => api.trajectory(id)),
    Projection: [...every((id) => api.project(id, { asOf: DAY, horizon: 2 })), api.project(series), api.project(series, { growth: '5%', target: 92 }),
      api.project([]), api.project([[2020, -1], [2021, 1]], { method: 'growth' })],
    Backtest: [...every((id) => api.backtest(id, { asOf: DAY })), api.backtest(series), api.backtest([])],
    Assessment: ['2020-06-30', DAY, '2036-01-01'].flatMap((asOf) => every((id) => api.assess(id, { asOf }))),
    Assessments: every((id) => api.assess(id, { asOf: DAY, rule: 'all' })),
  };
  const lines = [`import type { ${Object.keys(kinds).join(', ')} } from 'indicator-widgets';`];
  for (const [type, rows] of Object.entries(kinds)) {
    assert.ok(rows.length > 0, type);
    lines.push(`export const all${type}: ${type}[] = ${JSON.stringify(rows)};`);
    const [first] = rows;
    const [name] = Object.keys(first);
    const { [name]: one, ...less } = first;
    // One field more, and one less, are told of.
    lines.push('// @ts-expect-error', `export const more${type}: ${type} = ${JSON.stringify({ ...first, undeclared: one })};`);
    lines.push('// @ts-expect-error', `export const less${type}: ${type} = ${JSON.stringify(less)};`);
  }
  const verdict = { ...kinds.Assessment[0], verdict: 'splendid' };
  lines.push('// @ts-expect-error', `export const wrong: Assessment = ${JSON.stringify(verdict)};`);
  return lines;
}

test('what calls give has just the fields that the types declare, and they take what these do', () => {
  const { said, failed } = compiled({ 'given.ts': given(), 'calls.ts': [read('tests/package-calls.ts')] });
  assert.ok(!failed, said.slice(0, 3000));
});

test('the words that an option takes are those that the program names', () => {
  const listed = (name) => [...new RegExp(`\\b${name}\\??(?::| =) ([^;]+);`).exec(types)[1].matchAll(/'([^']*)'/g)].map(([, word]) => word);
  const chart = types.slice(types.indexOf('interface ChartOptions'));
  const option = (name) => {
    const [, is] = new RegExp(`  ${name}\\?: ([^;]+);`).exec(chart);
    return is.includes("'") ? [...is.matchAll(/'([^']*)'/g)].map(([, word]) => word) : listed(`type ${is.split(' ')[0]}`);
  };
  const target = 'jinhua-rd-intensity-2025';
  const refused = (options) => {
    try {
      api.renderSVG({ target, asOf: DAY, lang: 'en', ...options });
    } catch (error) {
      return error;
    }
    return undefined;
  };
  for (const name of ['view', 'theme', 'textSize', 'controls', 'verdict', 'size', 'method']) {
    const words = option(name);
    assert.ok(words.length > 1, name);
    for (const word of words) assert.equal(refused({ [name]: word }), undefined, `${name}: ${word}`);
    const error = refused({ [name]: 'no-such-word' });
    assert.equal(error.code, 'bad-value', name);
    assert.ok(error.message.includes(words.filter(Boolean).join(', ')), `${name}: ${error.message}`);
  }
});

test('the codes of errors are those that the README explains and the sources use', () => {
  const codes = /type Code = ([^;]+);/.exec(types)[1].match(/[\w-]+/g).sort();
  const table = read('README.md').split('| `code` |')[1].split('\n\n')[0];
  assert.deepEqual([...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code]) => code).sort(), codes);
  const sources = ['www', 'src/web'].flatMap((place) => readdirSync(join(TOP, place)).filter((name) => /\.(js|rs)$/.test(name)).map((name) => read(place, name)));
  const used = sources.flatMap((text) => [...text.matchAll(/\b(?:fault|failure)\((?:name, )?['"]([\w-]+)['"]/g)].map(([, code]) => code));
  // Two causes of `unsupported` have words of their own.
  const other = new Set(used.filter((code) => !codes.includes(code)));
  assert.deepEqual([...other].sort(), ['not-ready', 'refused']);
});

test('on a server the module draws the very bytes that the native tool draws', () => {
  const tool = (...more) => execFileSync(join(TOP, 'dist/indicator-widgets'), ['render', '--as-of', DAY, ...more], { stdio: ['ignore', 'ignore', 'pipe'] });
  for (const [lang, theme] of [['zh-Hans', 'light'], ['en', 'dark']]) {
    tool('--all', '--lang', lang, '--theme', theme, '--out', folder);
    const targets = api.targets().filter((target) => !target.restates);
    assert.equal(targets.length, 192);
    for (const { id: target } of targets) {
      const native = readFileSync(join(folder, `${target}.trajectory.${lang}.${theme}.svg`), 'utf8');
      assert.ok(native === api.renderSVG({ target, lang, theme, asOf: DAY }), `${target} differs`);
    }
  }
});

test('a bundler keeps the definition where nothing is taken by name', () => {
  const esbuild = join(TOP, 'node_modules/.bin/esbuild');
  const bundled = execFileSync(esbuild, ['--bundle', '--format=esm', '--minify'], { cwd: join(EXAMPLES, 'node'), input: "import 'indicator-widgets';", encoding: 'utf8' });
  assert.ok(bundled.includes('indicator-chart') && bundled.includes('new URL("./indicator-widgets.wasm",import.meta.url)'));
});

/** What a fresh node says that runs `text`. */
const node = (text) => JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', text], { cwd: join(EXAMPLES, 'node'), encoding: 'utf8' }));

test('import does nothing on a server: no global, no file, no wait', () => {
  const found = node(`
    const before = Object.getOwnPropertyNames(globalThis);
    const { promises } = process.getBuiltinModule('node:fs');
    const { readFile } = promises;
    let files = 0;
    promises.readFile = (...given) => {
      if (String(given[0]).endsWith('.wasm')) files += 1;
      return readFile(...given);
    };
    const api = await import('indicator-widgets');
    await new Promise((done) => setTimeout(done, 50));
    const early = [files, (() => { try { api.plans(); } catch (error) { return error.code; } })()];
    await Promise.all([api.ready, api.ready.then(() => {})]);
    const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    console.log(JSON.stringify({ early, files, globals, names: Object.keys(api).sort(), plans: api.plans().length }));`);
  const names = ['assess', 'backtest', 'indicators', 'load', 'observations', 'plans', 'project', 'ready', 'regions', 'renderSVG', 'targets', 'trajectory'];
  assert.deepEqual(found, { early: [0, 'unsupported'], files: 1, globals: [], names, plans: 5 });
});

test('a wasm that is missing or cut off is told of by its code', () => {
  const lost = (how) => node(`
    const { ready } = await import('indicator-widgets');
    const { promises } = process.getBuiltinModule('node:fs');
    const { readFile } = promises;
    promises.readFile = async (path) => { ${how} };
    const error = await ready.then(() => undefined, (error) => error);
    console.log(JSON.stringify([error.code, String(error.cause)]));`);
  const [missing, why] = lost("throw new Error('no such file');");
  assert.deepEqual([missing, why], ['truncated', 'Error: no such file']);
  const [cut, size] = lost('return (await readFile(path)).subarray(0, 1000);');
  assert.equal(cut, 'truncated');
  assert.match(size, /indicator-widgets\.wasm: 1000\/\d+$/);
});

test('the server of the example sends pages with the chart in them', async () => {
  const server = spawn(process.execPath, ['server.mjs'], { cwd: join(EXAMPLES, 'node'), env: { ...process.env, PORT: '0' } });
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.once('data', (data) => resolve(String(data).trim()));
      server.once('exit', reject);
    });
    const target = 'jinhua-rd-intensity-2025';
    const page = await (await fetch(`${address}?target=${target}&lang=en&as-of=${DAY}`)).text();
    assert.ok(page.includes(api.renderSVG({ target, lang: 'en', asOf: DAY, width: 800 })));
    const wrong = await fetch(`${address}?target=jinhua-rd-intensity-202&lang=en`);
    assert.deepEqual([wrong.status, /jinhua-rd-intensity-2025/.test(await wrong.text())], [404, true]);
  } finally {
    server.kill();
  }
});

test('custom-elements.json is valid, and tells of what the sources have', () => {
  const require = createRequire(join(EXAMPLES, 'package.json'));
  const manifest = JSON.parse(readFileSync(join(INSTALLED, 'custom-elements.json'), 'utf8'));
  const schema = JSON.parse(readFileSync(require.resolve('custom-elements-manifest/schema.json'), 'utf8'));
  const valid = new (require('ajv').default)({ strict: false, validateSchema: false }).compile({ ...schema, $schema: undefined });
  assert.ok(valid(manifest), JSON.stringify(valid.errors));
  assert.ok(!valid({ ...manifest, modules: [{ kind: 'no such kind' }] }));
  const [{ declarations: [element] }] = manifest.modules;
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(element.attributes.map(({ name }) => name), ATTRIBUTES);
  const scripts = readdirSync(join(TOP, 'www')).filter((name) => name.endsWith('.js')).map((name) => read('www', name)).join('\n');
  const raised = new Set([...scripts.matchAll(/raise\([^\n]*?'(indicator-\w+)'/g), ...scripts.matchAll(/raise\([^\n]*?: '(indicator-\w+)'/g)].map(([, name]) => name));
  assert.deepEqual(names(element.events), [...raised].sort());
  const used = [...read('www/element.css').matchAll(/var\((--indicator-[\w-]+)/g)].map(([, name]) => name);
  assert.deepEqual(used.filter((name) => !names(element.cssProperties).includes(name)), []);
  assert.ok(element.cssProperties.length >= new Set(used).size && element.cssParts.length > 20);
  for (const one of [...element.attributes, ...element.members, ...element.events, ...element.cssParts, ...element.cssProperties]) assert.ok(one.description, one.name);
});
