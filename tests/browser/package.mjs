// The npm package in pages: builds the examples by their own bundlers with the package as it would be published, opens them in
// real browsers and operates them.
//
//   node tests/browser/package.mjs [--all] [--browsers chromium,firefox] [--only WORD]
//
// Without --all each example is opened in Chromium, and what needs no bundler in the oldest browser too.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { EXAMPLES, INSTALLED, install, pack } from '../packed.mjs';
import { startBrowser } from './browsers.mjs';
import { HERE } from './site.mjs';

const PROBE = readFileSync(join(HERE, 'pages', 'probe.js'), 'utf8');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/octet-stream' };
const require = createRequire(join(EXAMPLES, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)));

/** A page without a bundler, an import map or a listener: what a browser of 2018 takes. */
const BARE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title>
<script type="module" src="../node_modules/indicator-widgets/indicator-widgets.mjs"></script>
<indicator-chart target="fujian-valid-trademarks-2025">2.5 million</indicator-chart>`;

async function vite(name, root) {
  const { build } = await load('vite');
  await build({ root: join(EXAMPLES, name), logLevel: 'error', build: { outDir: join(root, name), emptyOutDir: true } });
}

async function webpack(name, root) {
  const { default: pack } = await load('webpack');
  const { default: config } = await import(pathToFileURL(join(EXAMPLES, name, 'webpack.config.js')));
  const output = { path: join(root, name, 'dist') };
  const said = await new Promise((resolve, reject) => {
    pack({ ...config, context: join(EXAMPLES, name), output }, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  if (said.hasErrors() || said.hasWarnings()) throw new Error(said.toString({ colors: false }));
  cpSync(join(EXAMPLES, name, 'index.html'), join(root, name, 'index.html'));
}

const copied = (name, root) => cpSync(join(EXAMPLES, name), join(root, name), { recursive: true, filter: (path) => !path.includes('node_modules') });

/** Each example: how it is built, and in which browsers it is opened unless all are asked for. */
const PAGES = {
  bare: {
    build(name, root) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'index.html'), BARE);
    },
    browsers: ['chromium69'],
    all: ['chromium69', 'chromium', 'firefox', 'webkit'],
  },
  module: { build: copied, browsers: ['chromium'] },
  vite: { build: vite, browsers: ['chromium'] },
  webpack: { build: webpack, browsers: ['chromium'] },
  vue: { build: vite, browsers: ['chromium'] },
  react: { build: vite, browsers: ['chromium'] },
};
const ALL = ['chromium', 'firefox', 'webkit'];

/** Serves `root` on a free port. */
async function serve(root) {
  const server = createServer((request, response) => {
    let path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (path.endsWith('/')) path += 'index.html';
    if (path === '/favicon.ico') return response.writeHead(204).end();
    try {
      const body = readFileSync(join(root, path));
      return response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}

/** Opens the example `name` at `address`, waits until its chart is ready and its page knows, and operates it. */
async function operate(page, name, address) {
  await page.open(address);
  await page.run(PROBE);
  const found = await page.run(`
    const name = args[0];
    const chart = await __probe.until(() => document.querySelector('indicator-chart'), 'there is an element');
    await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
    const own = Object.keys(customElements.get('indicator-chart').prototype).sort();
    const parts = Array.from(chart.shadowRoot.querySelectorAll('[part]'), (one) => one.getAttribute('part'));
    const interface_ = { own, parts: Array.from(new Set(parts)), observed: customElements.get('indicator-chart').observedAttributes };
    if (name === 'bare') return interface_;
    const said = document.querySelector('output');
    await __probe.until(() => said.textContent, 'indicator-ready came to the page');
    if (said.textContent !== await chart.describe()) throw new Error('the page says ' + said.textContent);
    const list = document.querySelector('select');
    await __probe.until(() => list.options.length > 10, 'the targets are in the list');
    const button = document.querySelector('button');
    if (button) {
      const first = said.textContent;
      button.click();
      await __probe.until(() => Array.isArray(chart.observations) && chart.observations.length === 2, 'the values are the element\\'s');
      await __probe.until(() => said.textContent !== first, 'indicator-change came to the page');
    }
    const title = () => Array.from(chart.shadowRoot.querySelectorAll('[part=title]'), (one) => one.textContent).join();
    const before = title();
    const next = Array.from(list.options).find((option) => option.value !== chart.target).value;
    list.value = next;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await __probe.until(() => chart.target === next, 'the other target is asked for');
    await __probe.until(() => title() && title() !== before, 'the other target is drawn');
    return interface_;`, name);
  // Other drivers do not tell what the console says. A development server says that it is there, and has no icon.
  const messages = (page.can.native ? await page.messages() : []).filter((line) => !/\[vite\]|favicon\.ico/.test(line));
  if (messages.length) throw new Error(`the console is not empty:\n${messages.join('\n')}`);
  return found;
}

/** The class that browsers have is the one that custom-elements.json tells of. */
function compare({ own, parts, observed }) {
  const { modules: [{ declarations: [element] }] } = JSON.parse(readFileSync(join(INSTALLED, 'custom-elements.json'), 'utf8'));
  const names = (list) => list.map(({ name }) => name);
  const same = (found, told, what) => {
    if (JSON.stringify(found) !== JSON.stringify(told)) throw new Error(`${what}: ${found} in the browser, ${told} in custom-elements.json`);
  };
  same(observed, names(element.attributes), 'attributes');
  // `lang` is every element's; our own names are cut down to a letter or two.
  same(own.filter((name) => name.length > 2), names(element.members).filter((name) => name !== 'lang').sort(), 'properties and methods');
  const untold = parts.filter((name) => !names(element.cssParts).includes(name));
  same(untold, [], 'parts');
}

/** The example for Vite from its development server, which keeps modules apart and asks for each. */
async function develop(page) {
  const { createServer: create } = await load('vite');
  const server = await create({ root: join(EXAMPLES, 'vite'), logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  try {
    await server.listen();
    await operate(page, 'vite', `http://127.0.0.1:${server.httpServer.address().port}/`);
  } finally {
    await server.close();
  }
}

async function main() {
  const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, browsers: { type: 'string' }, only: { type: 'string', default: '' } } });
  const root = mkdtempSync(join(tmpdir(), 'indicator-examples-'));
  const { tarball } = pack(root);
  install(tarball);
  cpSync(INSTALLED, join(root, 'node_modules', 'indicator-widgets'), { recursive: true });
  let passed = 0;
  let failed = 0;
  const attempt = async (title, action) => {
    const start = performance.now();
    const wrong = await action().then(() => '', (error) => error.message);
    if (wrong) failed += 1; else passed += 1;
    console.log(`${wrong ? 'FAILED' : 'ok    '} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)${wrong ? `\n    ${wrong.replace(/\n/g, '\n    ')}` : ''}`);
    return !wrong;
  };
  const pages = Object.entries(PAGES).filter(([name]) => name.includes(values.only));
  const built = [];
  for (const [name, { build }] of pages) if (await attempt(`${name} is built`, async () => build(name, root))) built.push(name);
  const server = await serve(root);
  const chosen = values.browsers?.split(',');
  const where = (name) => {
    const { browsers, all = ALL } = PAGES[name];
    return chosen ? chosen.filter((one) => all.includes(one)) : values.all ? all : browsers;
  };
  for (const browser of [...new Set(built.flatMap(where))]) {
    const page = await startBrowser(browser);
    try {
      for (const name of built.filter((one) => where(one).includes(browser))) {
        await attempt(`${browser} ${name}`, async () => compare(await operate(page, name, `http://127.0.0.1:${server.address().port}/${name}/`)));
      }
      if (browser === 'chromium' && built.includes('vite')) await attempt(`${browser} vite, from its development server`, () => develop(page));
    } finally {
      await page.close();
    }
  }
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || !passed ? 1 : 0;
}

await main();
