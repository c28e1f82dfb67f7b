// The folder that the browsers open, by http and as a file: dist/ as it ships, the same with watch.js in its pages, and the test pages.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

/** Lays the folder out. `close` removes it. */
function layOut() {
  const root = mkdtempSync(join(tmpdir(), 'indicator-widgets-site-'));
  for (const folder of ['dist', 'watched']) cpSync(join(TOP, 'dist'), join(root, folder), { recursive: true });
  cpSync(join(HERE, 'pages'), join(root, 'pages'), { recursive: true });
  writeStaticPages(join(root, 'pages', 'static'));
  for (const name of readdirSync(join(root, 'watched'))) {
    if (extname(name) !== '.html') continue;
    const file = join(root, 'watched', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<meta charset="?utf-8"?\s*\/?>/i, '$&<script src="../pages/watch.js"></script>'));
  }
  return root;
}

/** Serves the folder on a free port of the loopback interface. */
export async function openSite() {
  const root = layOut();
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const policy = /^\/policy\/(\w+)(\/.*)$/.exec(path);
    if (policy) {
      response.setHeader('content-security-policy', POLICIES[policy[1]]);
      path = policy[2];
    }
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    try {
      const body = readFileSync(join(root, normalize(path)));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }).end(body);
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
