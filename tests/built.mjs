// What is published holds no way to turn text into markup or code, reads the same in a page of any character set, and tells
// nothing of the machine and the time it was built on.
//
//   make dist && node --test tests/built.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { extname, join } from 'node:path';
import { test } from 'node:test';

import { at } from './page.mjs';

/** Where text becomes markup or code. In pages and documents the names of policies' words are no calls. */
const SINKS = [
  /\binnerHTML\b/, /\bouterHTML\b/, /\binsertAdjacentHTML\b/, /\bdocument\.write(ln)?\b/, /\bsrcdoc\b/, /\bDOMParser\b/, /\bcreateContextualFragment\b/,
  /\bsetHTML(Unsafe)?\b/, /\bparseHTML(Unsafe)?\b/, /\beval\b/, /\bFunction\s*\(/, /\b(setTimeout|setInterval)\s*\(\s*["'`]/, /\bexecCommand\s*\(\s*["']insert/,
  /javascript:/i, /\bstyle\s*=\s*["'\\]/i, /\bsetAttribute\s*\(\s*["'](style|on\w+)["']/i, /[\s"'/]on[a-z]+\s*=\s*\\?["'][^"'\\]/i, /\bimport\s*\(/, /\bimportScripts\b/, /\bxlink:href\b/,
];
const POLICY_WORDS = /'(wasm-)?unsafe-eval'/g;
/** In pages, code that is shown: its letters are text. */
const SHOWN = /<(pre|code)\b[^>]*>[^<]*<\/\1>/g;
/** What browsers run, or take for markup. */
const RUN = /\.(js|mjs|html|css|svg)$/;
/** Of what the build leaves behind. */
const TRACES = [/\/\/[#@]\s/, /sourceMappingURL/, /\w\.rs\b|\.(js|css|wasm)\.map\b/, /\brustc\b/, /\bregistry\/src\b/, /\b(19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d/, /\b1[6-9]\d{11}\b/];
/** Each place where one of these is right: file, what stands there, and why. */
const RIGHT = [
];
/** Pages with letters of their own say `<meta charset="utf-8">`, and so do the lines that ask for their scripts; nobody pastes them. */
const OWN_LETTERS = /^((index|styling|events|builder)\.html|[\w-]+-words\.js|docs\/.*\.html)$/;

/** The published files, by name; the native tool is a program, not a page's. */
function published(folder, before = '') {
  return readdirSync(join(folder, before), { withFileTypes: true }).flatMap((entry) => {
    const name = before + entry.name;
    if (entry.isDirectory()) return published(folder, `${name}/`);
    return name === 'indicator-widgets' ? [] : [name];
  });
}

const DIST = at('dist');
const files = published(DIST).map((name) => [name, readFileSync(join(DIST, name), 'utf8')]);

/** What of `patterns` is in `text` and not said to be right, with what stands around it. */
function found(name, text, patterns) {
  const words = (name.endsWith('.html') ? text.replace(SHOWN, '') : text).replace(POLICY_WORDS, '');
  return patterns.flatMap((pattern) => {
    const all = [...words.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))];
    return all.map((one) => words.slice(Math.max(0, one.index - 30), one.index + 40))
      .filter((around) => !RIGHT.some(([file, right]) => file === name && around.includes(right)))
      .map((around) => `${name}: ${pattern}: ${around}`);
  });
}

test('there are files to look at', () => {
  const names = files.map(([name]) => name);
  for (const name of ['indicator-widgets.js', 'indicator-widgets.nowasm.js', 'indicator-static.css', 'index.html', 'gallery.js', 'integrity.json', 'themes/ink.css']) {
    assert.ok(names.includes(name), name);
  }
});

test('no text becomes markup or code', () => {
  assert.deepEqual(files.flatMap(([name, text]) => (RUN.test(name) ? found(name, text, SINKS) : [])), []);
});

test('every word that is looked for is found where it is', () => {
  const planted = ['a.innerHTML=b', 'x.outerHTML', 'insertAdjacentHTML', 'document.write("")', 'srcdoc', 'new DOMParser', 'createContextualFragment', 'setHTMLUnsafe',
    'Document.parseHTMLUnsafe', '(0,eval)(x)', 'new Function("a")', 'setTimeout("a()")', 'execCommand("insertHTML")', 'href="javascript:x"', '<p style="color:red">',
    'setAttribute("onclick",x)', '<a onclick="x">', 'import("x")', 'importScripts("a")', 'xlink:href'];
  planted.forEach((text, i) => assert.ok(found('planted', text, [SINKS[i]]).length, `${SINKS[i]} in ${text}`));
  assert.equal(planted.length, SINKS.length);
  const traces = ['//# x', 'sourceMappingURL', 'src/lib.rs:', 'rustc 1.9', '/registry/src/', '2026-01-02T03:04', '1770000000000'];
  traces.forEach((text, i) => assert.ok(found('planted', text, [TRACES[i]]).length, text));
  assert.equal(traces.length, TRACES.length);
  assert.deepEqual(found('planted', "script-src 'self' 'wasm-unsafe-eval'", SINKS), []);
  assert.deepEqual(found('planted.html', '<pre class="x">&lt;p style="a"></pre>', SINKS), []);
  assert.ok(found('planted.html', '<pre><b style="a"></b></pre>', SINKS).length);
});

test('every exception is needed', () => {
  for (const [file, right, why] of RIGHT) {
    assert.ok(why.length > 20, right);
    assert.ok(files.some(([name, text]) => name === file && text.includes(right)), `${file} has no ${right} any more`);
  }
});

test('what pages include or paste is ASCII', () => {
  for (const [name, text] of files) {
    if (!OWN_LETTERS.test(name) && !['.svg', '.md', '.json', '.ts', '.wasm'].includes(extname(name))) assert.match(text, /^[\x09\x0a\x0d\x20-\x7e]*$/, name);
  }
});

test('nothing tells of the machine or the time of the build', () => {
  assert.deepEqual(files.flatMap(([name, text]) => (/\.(html|md)$/.test(name) ? [] : found(name, text, TRACES))), []);
  const { username } = userInfo();
  const places = [at(''), homedir(), process.env.CARGO_HOME, tmpdir(), '/usr/', '/rustc/', '/home/', username === 'root' ? '/root' : username].filter((place) => place && place.length > 3);
  const day = new Date().toISOString().slice(0, 10);
  const inside = ['target/web/built/small.wasm', 'target/web/built/core.js'].map((name) => [name, readFileSync(at(name), 'latin1')]);
  for (const [name, text] of [...files, ...inside]) {
    // Chapters for technicians say where browsers stand on their machines.
    const told = /^docs\/.*hall\./.test(name) ? places.filter((place) => place !== '/usr/' && place !== '/home/') : places;
    for (const place of told) assert.ok(!text.includes(place), `${name} names ${place}`);
    if (name !== 'index.html' && hostname().length > 4) assert.ok(!text.includes(hostname()), `${name} names this machine`);
    if (/\.(js|mjs|wasm)$/.test(name)) assert.ok(!text.includes(day), `${name} names today`);
  }
  for (const [name, text] of inside) assert.deepEqual(found(name, text, [/\/src\/[\w/]+\.rs/, /\brustc\b/, /\bregistry\/src\b/]), []);
});

test('no address but of names and of what readers may follow', () => {
  const known = [/^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xhtml)/, /^https:\/\/(www\.)?(example\.(org|com|cn)|…)/];
  for (const [name, text] of files.filter(([file]) => /\.(js|mjs|css)$/.test(file))) {
    for (const [address] of text.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)\\]+/g)) assert.ok(known.some((one) => one.test(address)), `${name}: ${address}`);
  }
});

test('nor does what the tool prints for pages to paste', () => {
  const folder = mkdtempSync(join(tmpdir(), 'indicator-'));
  const tool = (...words) => execFileSync(at('dist/indicator-widgets'), words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const forms = { element: [], div: [], img: ['--out', join(folder, 'chart.svg')], iframe: ['--out', join(folder, 'chart.html')], cdn: ['--src', 'https://example.org/indicator-widgets.js', '--dist', DIST] };
    for (const [form, more] of Object.entries(forms)) {
      for (const view of ['trajectory', 'scorecard']) {
        const what = view === 'trajectory' ? ['--target', 'fujian-valid-trademarks-2025'] : ['--plan', 'linxia-2023'];
        const text = tool('snippet', ...what, '--view', view, '--form', form, '--as-of', '2026-06-30', ...more);
        assert.ok(text.length > 40, form);
        assert.deepEqual(found(form, text, [...SINKS, ...TRACES]), []);
      }
    }
    for (const name of readdirSync(folder)) assert.deepEqual(found(name, readFileSync(join(folder, name), 'utf8'), [...SINKS, ...TRACES]), []);
    assert.ok(existsSync(join(folder, 'chart.svg')));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
