// The snippets of the webmasters' pages, read from the built pages: what tests run is what readers copy.
//
// A snippet says by its attributes (`data-…`; written behind the language in www/docs/) what is to come of it:
//   html    a page, or a part of one. Every chart is drawn; `error` and `says`: none is, but this code and this message;
//           `faults`: drawn, with this message below; `values`: so many values of the page's own are used; `still`: no chart,
//           but a picture or a frame that is loaded; `moves`: its slider, or else the first chart's, changes every chart; `http`, `file`: holds only so opened; `part`: not a whole piece; `gbk`: in GBK
//   js      runs in a page with a chart; `error` and `says` as above; `npm`: with the package, in node
//   css     in a page with a chart
//   http    `policy`: a chart is drawn under it; `nonce`, `twin`: with that nonce, by the script without WebAssembly
//   csv     the file `file`, which other snippets read
//   sh, nginx, xml, toml, text, desktop, unit, json   run by tests/docs.mjs; bat is not
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { TOP } from './site.mjs';

export const LANGUAGES = ['zh', 'en'];
export const PAGES = ['index', 'embed', 'policies', 'servers', 'own-data', 'styling', 'scripts', 'troubleshooting', 'hall', 'versions', 'accessibility'];
/** Where the pages say that another server is. */
export const ELSEWHERE = 'https://files.example.org/';

const TAGS = { zh: 'zh-CN', en: 'en' };
const SCRIPT = '<script src="indicator-widgets.js" charset="utf-8" async></script>';
const CHART = '<indicator-chart target="jinhua-rd-intensity-2025" theme="light">jinhua-rd-intensity-2025</indicator-chart>';
const ENTITIES = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** HTML's text as it is meant. */
export const plain = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITIES[name]);

export const docsPage = (language, page) => readFileSync(join(TOP, 'dist', 'docs', language, `${page}.html`), 'utf8');

/** The snippets of all pages, in order: `name`, `language`, `kind`, `code` and what it is `marked` with. */
export function snippets() {
  return LANGUAGES.flatMap((language) => PAGES.flatMap((page) => {
    const found = docsPage(language, page).matchAll(/<pre tabindex="0" data-snippet="(\w+)"([^>]*)><code>([^]*?)<\/code><\/pre>/g);
    return Array.from(found, ([, kind, attributes, code], at) => {
      const marked = Object.fromEntries(Array.from(attributes.matchAll(/ data-([\w-]+)="([^"]*)"/g), ([, name, value]) => [name, value]));
      return { name: `${language}-${page}-${at + 1}`, language, page, kind, marked, code: plain(code) };
    });
  }));
}

/** Tells what is raised, from before anything can be; and what this says before it runs. */
const HEARD = `window.__heard = [];
['indicator-ready', 'indicator-error'].forEach(function (name) {
  document.addEventListener(name, function (event) { window.__heard.push({ name: name, detail: event.detail, target: event.target }); });
});
`;

/** A snippet as a whole page, which keeps what it hears; `twin`: by the script without WebAssembly. */
function wholePage({ language, kind, marked, code }, twin) {
  const nonce = marked.nonce || (code.match(/nonce="(\w+)"/) ?? [])[1];
  const guarded = (script) => (nonce ? script.replace('<script', `<script nonce="${nonce}"`) : script);
  const heard = guarded('<script src="heard.js"></script>');
  if (/^<(!doctype|html)/i.test(code)) return code.replace('<head>', `<head>\n${heard}`);
  const script = guarded(twin ? SCRIPT.replace('.js', '.nowasm.js') : SCRIPT);
  const body = { html: code, css: `<style>${code}</style>\n${script}\n${CHART}`, js: `${script}\n${CHART}`, http: `${script}\n${CHART}` }[kind];
  return `<!DOCTYPE html>\n<html lang="${TAGS[language]}">\n<head>\n<meta charset="utf-8">\n<title>${language}</title>\n${heard}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** Runs a snippet of shell in `folder`, where the published files are; gives back what it wrote and said. */
export function shell(code, folder) {
  const path = [join(TOP, 'dist'), process.env.PATH].join(delimiter);
  return spawnSync('sh', ['-eu', '-c', code], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path } });
}

/** Text in GBK, which node can read and not write. */
function gbk(text) {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Buffer.from(Array.from(text).flatMap((letter) => (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : bytes.get(letter))));
}

/** Whether the snippet is held to a policy: in Chromium 69 a try of WebAssembly would end its page. */
export const guarded = ({ kind, code }) => kind === 'http' || code.includes('http-equiv="Content-Security-Policy"');

/** Writes a page for each snippet into `folder`, beside what it needs; of one held to a policy `….old.html` too, for Chromium 69. */
export function writeSnippets(folder) {
  const dist = join(TOP, 'dist');
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const name of ['indicator-widgets.js', 'indicator-widgets.nowasm.js', 'indicator-static.css', 'themes']) cpSync(join(dist, name), join(folder, name), { recursive: true });
  cpSync(join(dist, 'indicator-widgets.js'), join(folder, 'indicator', 'indicator-widgets.js'));
  writeFileSync(join(folder, 'heard.js'), HEARD);
  for (const one of snippets()) {
    if (one.kind === 'sh') shell(one.code, folder);
    if (one.kind === 'csv') {
      mkdirSync(dirname(join(folder, one.marked.file)), { recursive: true });
      writeFileSync(join(folder, one.marked.file), one.code);
    }
    if (!['html', 'css', 'js', 'http'].includes(one.kind) || one.marked.npm !== undefined) continue;
    const page = wholePage(one, one.marked.twin !== undefined);
    writeFileSync(join(folder, `${one.name}.html`), one.marked.gbk === undefined ? page : gbk(page));
    const old = one.kind === 'http' ? wholePage(one, true) : page.replace('"indicator-widgets.js"', '"indicator-widgets.nowasm.js"');
    if (guarded(one)) writeFileSync(join(folder, `${one.name}.old.html`), old);
  }
}

/** The policies of the pages, by the name of the snippet that says them. */
export function policies() {
  const all = snippets().filter((one) => one.kind === 'http');
  return Object.fromEntries(all.map((one) => [one.name, one.code.trim().replace(/^Content-Security-Policy: /, '')]));
}
