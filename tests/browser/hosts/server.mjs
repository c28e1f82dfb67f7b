// Serves the host pages of tests/hosts/ as their own servers would, with our lines and without, and keeps what is asked of it.
//
// An address is /BROWSER/VISIT/with|without/FILE; FILE is of tests/hosts/, else of dist/. So every visit has a folder of its own.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TOP } from '../site.mjs';

const PAGES = join(TOP, 'tests', 'hosts');
const DIST = join(TOP, 'dist');
const SCRIPT = 'indicator-widgets.js';
const TWIN = 'indicator-widgets.nowasm.js';
/** What old pages are made with, as it was published. */
const LIBRARIES = {
  'prototype-1.7.js': '/usr/share/javascript/prototype/prototype.js',
  'mootools-core-1.4.js': '/usr/share/javascript/mootools/mootools-core.min.js',
  'mootools-more-1.4.js': '/usr/share/javascript/mootools/mootools-more.min.js',
  'jquery-1.12.js': join(TOP, 'node_modules/jquery/dist/jquery.js'),
};
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Whether dist/ holds the script for pages where WebAssembly is forbidden. */
export const NOWASM = existsSync(join(DIST, TWIN));

function read(name) {
  const file = LIBRARIES[name] || [PAGES, DIST].map((folder) => join(folder, name)).find((one) => existsSync(one));
  return file && readFileSync(file);
}

/**
 * A page as it is opened: its bytes may be of any character set. Between the marks `ours` stand our lines; `policy` is
 * where a policy goes that is said in the page; `{{…}}` are addresses and hashes that are known only here.
 */
function prepare(bytes, visit, ours, words) {
  let text = bytes.toString('latin1');
  text = text.replace(/<!--ours-->([^]*?)<!--\/ours-->/g, ours ? '$1' : '');
  text = text.replace('<!--policy-->', visit.meta ? `<meta http-equiv="Content-Security-Policy" content="${visit.policy}">` : '');
  for (const [word, value] of Object.entries(words)) text = text.replaceAll(`{{${word}}}`, value);
  if (visit.direct) text = text.replaceAll(SCRIPT, TWIN);
  return Buffer.from(text, 'latin1');
}

function integrity(name) {
  const file = join(DIST, 'integrity.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'))[name] ?? '' : '';
}

/** What a server of `visit.server` makes of a script. */
function script(bytes, server) {
  return server.cut ? bytes.subarray(0, Math.floor(bytes.length * server.cut)) : bytes;
}

/** An address of this machine that is not its loopback: pages from there are not trusted as those of 127.0.0.1 are. */
function outward() {
  const all = Object.values(networkInterfaces()).flat();
  return all.find((one) => one.family === 'IPv4' && !one.internal)?.address;
}

/** Serves `visits` (by name) on two origins, the second for what comes from elsewhere, and lays them out as files. */
export async function openHosts(visits) {
  const asked = new Map();
  const words = { cdn: '', sri: integrity(SCRIPT) };
  const handler = (request, response) => {
    const [, browser, name, ours, file] = /^\/(\w+)\/([\w-]+)\/(with|without)\/([^?]*)/.exec(decodeURIComponent(request.url)) ?? [];
    const visit = visits.get(name);
    if (!visit) {
      if (request.url !== '/favicon.ico') asked.set('strays', [...asked.get('strays') ?? [], request.url]);
      response.writeHead(404).end();
      return;
    }
    const folder = `/${browser}/${name}/${ours}/`;
    asked.set(folder, [...asked.get(folder) ?? [], file]);
    answer(visit.for(browser), folder, file, response);
  };
  const answer = (visit, folder, file, response) => {
    const { server = {}, headers = {}, policy } = visit;
    const kind = extname(file);
    let bytes = server.kinds && !server.kinds.includes(kind) ? undefined : read(file);
    if (!bytes) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404.3 - Not Found</h1>');
      return;
    }
    const ours = folder.endsWith('/with/');
    if (kind === '.html') bytes = prepare(bytes, visit, ours, { ...words, cdn: `${elsewhere}${folder}` });
    const mine = file.startsWith('indicator-widgets');
    // Pages say their own character set; so does the sheet.
    const type = `${TYPES[kind] ?? 'application/octet-stream'}${mine && server.charset ? `; charset=${server.charset}` : ''}`;
    const more = { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
    if (kind === '.html' && policy && !visit.meta) more['content-security-policy'] = policy;
    setTimeout(() => {
      response.writeHead(200, { ...more, ...(kind === '.html' ? headers : {}) }).end(mine ? script(bytes, server) : bytes);
    }, mine && server.late ? server.late : 0);
  };

  const servers = [createServer(handler), createServer(handler)];
  const host = outward();
  // On all addresses only while a page needs an outward one.
  for (const server of servers) await new Promise((resolve) => { server.listen(0, host ? '0.0.0.0' : '127.0.0.1', resolve); });
  const [port, other] = servers.map((server) => server.address().port);
  const elsewhere = `http://127.0.0.1:${other}`;

  const root = mkdtempSync(join(tmpdir(), 'indicator-widgets-hosts-'));
  for (const ours of ['with', 'without']) {
    mkdirSync(join(root, ours));
    for (const name of readdirSync(PAGES).concat(Object.keys(LIBRARIES), SCRIPT, NOWASM ? TWIN : [])) writeFileSync(join(root, ours, name), extname(name) === '.html' ? prepare(read(name), {}, ours === 'with', words) : read(name));
  }

  return {
    /** The address of a visit's page. */
    address(browser, visit, ours) {
      if (visit.origin === 'file') return pathToFileURL(join(root, ours, visit.page)).href;
      return `http://${visit.insecure ? host : '127.0.0.1'}:${port}/${browser}/${visit.name}/${ours}/${visit.page}`;
    },
    outward: host,
    /** The files that a visit asked for. */
    asked: (browser, visit, ours) => asked.get(`/${browser}/${visit.name}/${ours}/`) ?? [],
    strays: () => asked.get('strays') ?? [],
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
}
