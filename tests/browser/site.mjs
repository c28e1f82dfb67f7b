// The folder that the browsers open, by http and as a file: dist/ as it ships, the same with watch.js in its pages, and the test pages.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeHalls } from './hall.mjs';
import { writeKiosks } from './kiosks.mjs';
import { HEADS, nowasmPage } from './nowasm.mjs';
import { ELSEWHERE, policies, writeSnippets } from './snippets.mjs';
import { writeStaticPages } from './static-pages.mjs';

export const HERE = fileURLToPath(new URL('.', import.meta.url));
export const TOP = fileURLToPath(new URL('../..', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ts': 'text/plain; charset=utf-8',
};

/** Policies that a page is served under as `/policy/NAME/…`. */
const POLICIES = {
  strict: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
};

/** What is lost of the script where the site is opened as `/cut/…` or `/damaged/…`: its end, or a part of what it carries. */
const LOSSES = {
  cut: (script) => script.subarray(0, script.length >> 1),
  damaged: (script) => Buffer.concat([script.subarray(0, script.length >> 1), script.subarray((script.length >> 1) + 4000)]),
};

/** Lays the folder out. `close` removes it. */
function layOut() {
  const root = mkdtempSync(join(tmpdir(), 'indicator-widgets-site-'));
  for (const folder of ['dist', 'watched', 'spied']) cpSync(join(TOP, 'dist'), join(root, folder), { recursive: true });
  cpSync(join(HERE, 'pages'), join(root, 'pages'), { recursive: true });
  for (const name of Object.keys(HEADS)) {
    const one = readFileSync(join(root, 'pages', 'one.html'), 'utf8');
    writeFileSync(join(root, 'pages', `nowasm-${name}.html`), nowasmPage(name, one, join(root, 'dist')));
  }
  // The first script without the second, and beside a second that somebody has changed.
  for (const folder of ['lonely', 'tampered']) cpSync(join(root, 'dist', 'indicator-widgets.js'), join(root, folder, 'indicator-widgets.js'));
  writeFileSync(join(root, 'tampered', 'indicator-widgets.nowasm.js'), `${readFileSync(join(root, 'dist', 'indicator-widgets.nowasm.js'), 'utf8')}\n`);
  writeStaticPages(join(root, 'pages', 'static'));
  writeSnippets(join(root, 'snippets'));
  writeHalls(join(root, 'hall'));
  writeKiosks(join(root, 'kiosks'));
  for (const [folder, scripts] of [['watched', ['watch']], ['spied', ['watch', 'spy']]]) {
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      if (extname(name) !== '.html') continue;
      const file = join(root, folder, name);
      const up = '../'.repeat(name.split('/').length);
      const first = scripts.map((script) => `<script src="${up}pages/${script}.js"></script>`).join('');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/<meta charset="?utf-8"?\s*\/?>/i, `$&${first}`));
    }
  }
  return root;
}

/** Serves the folder on a free port of the loopback interface. */
export async function openSite() {
  const root = layOut();
  const policy = { ...POLICIES, ...policies() };
  let turn = 0;
  const opened = [];
  const server = createServer(async (request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const under = /^\/policy\/([\w-]+)(\/.*)$/.exec(path);
    if (under) {
      response.setHeader('content-security-policy', policy[under[1]]);
      path = under[2];
    }
    const loss = /^\/(cut|damaged)(\/.*)$/.exec(path);
    if (loss) path = loss[2];
    // Below /slow/ everything takes two seconds; /turn.csv is another file each time.
    if (path.startsWith('/slow/')) {
      await new Promise((resolve) => { setTimeout(resolve, 2000); });
      path = path.slice('/slow'.length);
    }
    // Below /away/ everything has moved to the same server under its other name, below /open/, where other sites may read it;
    // /opened tells what was asked for there.
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (/^\/(away|open)\//.test(path)) response.setHeader('access-control-allow-origin', '*');
    if (path.startsWith('/away/')) {
      const [name, port] = request.headers.host.split(':');
      response.writeHead(302, { location: `http://${name === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}${pathname.replace('away', 'open')}${search}` }).end();
      return;
    }
    if (path === '/opened') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(opened));
      return;
    }
    if (path.startsWith('/open/')) {
      opened.push(request.url);
      path = path.slice('/open'.length);
    }
    if (path === '/turn.csv') {
      turn += 1;
      response.writeHead(200, { 'content-type': TYPES['.csv'], 'cache-control': 'max-age=600' }).end(`年份,数值\n2023,${turn}.5\n`);
      return;
    }
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    try {
      let body = readFileSync(join(root, normalize(path)));
      if (loss && path.endsWith('/indicator-widgets.js')) body = LOSSES[loss[1]](body);
      if (path.startsWith('/snippets/')) {
        // By its other name this server is another origin.
        response.setHeader('access-control-allow-origin', '*');
        if (path.endsWith('.html')) body = Buffer.from(body.toString('latin1').replaceAll(`src="${ELSEWHERE}`, `src="http://localhost:${server.address().port}/snippets/`), 'latin1');
      }
      // Snippets that are whole pages say their own character set.
      const type = path.startsWith('/snippets/') && path.endsWith('.html') ? 'text/html' : TYPES[extname(path)];
      response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    http: `http://127.0.0.1:${server.address().port}/`,
    file: pathToFileURL(`${root}/`).href,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
