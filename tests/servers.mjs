// Web servers set up by a recipe, on a free port of the loopback interface, as any user: nginx itself; Tomcat itself where
// CATALINA_HOME says where it is, else one that does what its documentation says; and IIS, as its documentation describes it.
//
// Each `start…(root, recipe)` serves the folder `root`; gives back its address, and what ends it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { at } from './page.mjs';

/** Asks for an address as browsers do: status, headers, type without its charset, and the bytes unpacked. */
export function ask(address) {
  return new Promise((done, failed) => {
    get(address, { headers: { 'accept-encoding': 'gzip' }, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const { headers, statusCode: status } = response;
        done({ status, headers, type: (headers['content-type'] ?? '').split(';')[0], bytes: headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes });
      });
    }).on('error', failed);
  });
}

async function freePort() {
  const socket = createSocket();
  await new Promise((done) => { socket.listen(0, '127.0.0.1', done); });
  const { port } = socket.address();
  await new Promise((done) => { socket.close(done); });
  return port;
}

/** Waits until a program answers at `address`; it may end or take too long instead. */
async function answering(child, address) {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { said += data; });
  let ended = false;
  child.once('error', (error) => { ended = true; said += error.message; });
  child.once('exit', () => { ended = true; });
  for (let left = 600; left && !ended; left -= 1) {
    if (await ask(address).catch(() => undefined)) return;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  child.kill();
  throw new Error(`does not start:\n${said.slice(-3000)}`);
}

const closing = (child, work) => async () => {
  const gone = new Promise((done) => { child.once('exit', done); });
  child.kill();
  await gone;
  rmSync(work, { recursive: true, force: true });
};

function program(name, ...more) {
  const found = [...more, ...process.env.PATH.split(delimiter).map((folder) => join(folder, name)), join('/usr/sbin', name)].find((file) => existsSync(file));
  if (!found) throw new Error(`${name} is missing: scripts/setup.sh test gets it`);
  return found;
}

/** nginx, with `recipe` in its `server`. */
export async function startNginx(root, recipe) {
  const work = mkdtempSync(join(tmpdir(), 'indicator-nginx-'));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');
  writeFileSync(join(work, 'nginx.conf'), `daemon off; master_process off; pid ${work}/pid; error_log stderr;
events {}
http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; root ${root};
${recipe}
} }
`);
  const child = spawn(program('nginx', at('.tools/nginx/usr/sbin/nginx')), ['-p', work, '-e', 'stderr', '-c', join(work, 'nginx.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = `http://127.0.0.1:${port}/`;
  await answering(child, address);
  return { address, close: closing(child, work) };
}

/** XML as nested { name, attributes, children, text }. What is not well-formed is an error. */
export function parseXml(text) {
  const wrong = (what) => { throw new Error(`not well-formed: ${what}`); };
  const top = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const rest = text.replace(/^<\?xml [^>]*\?>/, '').replace(/<!--[^]*?-->/g, '');
  for (const [whole, end, name, given, empty, words] of rest.matchAll(/<(\/?)([\w.-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g)) {
    const last = open[open.length - 1];
    if (words !== undefined) {
      if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(words)) wrong(words);
      last.text += words;
    } else if (!name) wrong(rest.slice(0, 60));
    else if (end) {
      if (last.name !== name || whole.includes('=')) wrong(`${whole} ends ${last.name || 'nothing'}`);
      open.pop();
    } else {
      const attributes = Object.fromEntries(Array.from(given.matchAll(/([\w.:-]+)="([^"]*)"/g), ([, key, value]) => [key, value]));
      const element = { name, attributes, children: [], text: '' };
      last.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) wrong(`${open.pop().name} has no end`);
  return top;
}

const child = (element, ...path) => path.reduce((at_, name) => at_ && at_.children.find((one) => one.name === name), element);
const texts = (element) => Object.fromEntries(element.children.map((one) => [one.name, one.text.trim()]));

/** Serves `root` by `headers(name)`: what is sent with a file of that name, or nothing where it is refused. */
async function serving(root, headers) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const sent = headers(path);
    const file = join(root, path);
    if (!sent || !existsSync(file)) {
      response.writeHead(404).end('404');
      return;
    }
    const packed = sent['content-encoding'] === 'gzip';
    response.writeHead(200, sent).end(packed ? gzipSync(readFileSync(file)) : readFileSync(file));
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}

/** What IIS 7 knows without being told, of what matters here (applicationHost.config as it is installed). */
const IIS_TYPES = { '.htm': 'text/html', '.html': 'text/html', '.js': 'application/x-javascript', '.css': 'text/css', '.csv': 'application/octet-stream', '.png': 'image/png', '.txt': 'text/plain' };

/** Adds and removes entries as IIS merges a collection: adding what is there is an error. */
function merged(base, section, tag, key, value) {
  const all = { ...base };
  for (const { name, attributes } of section?.children ?? []) {
    if (name === 'clear') for (const known of Object.keys(all)) delete all[known];
    else if (name === 'remove') delete all[attributes[key]];
    else if (name === tag) {
      if (all[attributes[key]] !== undefined) throw new Error(`500.19: duplicate ${tag} ${attributes[key]}`);
      all[attributes[key]] = attributes[value];
    }
  }
  return all;
}

/** IIS 7 with `recipe` as the web.config of the folder `indicator`. */
export async function startIis(root, recipe) {
  const web = child(parseXml(recipe), 'configuration', 'system.webServer');
  const content = child(web, 'staticContent');
  const types = merged(IIS_TYPES, content, 'mimeMap', 'fileExtension', 'mimeType');
  const custom = merged({ 'X-Powered-By': 'ASP.NET' }, child(web, 'httpProtocol', 'customHeaders'), 'add', 'name', 'value');
  const cache = child(content ?? { children: [] }, 'clientCache');
  // [days.]hours:minutes:seconds
  const [, days = 0, hours, minutes, seconds] = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(cache?.attributes.cacheControlMaxAge ?? '1.00:00:00') ?? [];
  const age = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  const packs = child(web, 'urlCompression')?.attributes.doStaticCompression === 'true';
  return serving(root, (path) => {
    const type = types[extname(path)];
    if (!type || !path.startsWith('/indicator/')) return undefined;
    const sent = { ...custom, 'content-type': type };
    if (cache?.attributes.cacheControlMode === 'UseMaxAge') sent['cache-control'] = `max-age=${age}`;
    // What IIS packs where it is not told more: staticTypes of httpCompression.
    if (packs && /^(text\/|message\/|application\/(x-)?javascript)/.test(type)) sent['content-encoding'] = 'gzip';
    return sent;
  });
}

const WEB_XML = (recipe) => `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
${recipe}
</web-app>
`;
/** Tomcat, with `recipe` in the web.xml of its application, and `connector` in its server.xml. */
export async function startTomcat(root, recipe, connector) {
  const home = process.env.CATALINA_HOME;
  if (!home) return { ...await emulateTomcat(root, recipe, connector), real: false };
  const work = mkdtempSync(join(tmpdir(), 'indicator-tomcat-'));
  const port = await freePort();
  for (const name of ['conf', 'logs', 'temp', 'work', 'app/WEB-INF']) mkdirSync(join(work, name), { recursive: true });
  writeFileSync(join(work, 'app', 'WEB-INF', 'web.xml'), WEB_XML(recipe));
  // The least that serves files: the default servlet, and the types that Tomcat comes with.
  writeFileSync(join(work, 'conf', 'web.xml'), readFileSync(['conf', 'skel/conf', 'etc'].map((name) => join(home, name, 'web.xml')).find((file) => existsSync(file))));
  writeFileSync(join(work, 'conf', 'server.xml'), `<Server port="-1"><Service name="Catalina">${connector.replace(/ port="\d+"/, ` address="127.0.0.1" port="${port}"`)}
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" autoDeploy="false" deployOnStartup="false">
<Context path="" docBase="${work}/app"><Resources><PreResources className="org.apache.catalina.webresources.DirResourceSet" base="${root}/indicator" webAppMount="/indicator"/></Resources></Context>
</Host></Engine></Service></Server>`);
  const jars = ['bin/*', 'lib/*'].map((path) => join(home, path)).join(delimiter);
  const process_ = spawn(program('java'), ['-cp', jars, `-Dcatalina.home=${home}`, `-Dcatalina.base=${work}`, `-Djava.io.tmpdir=${work}/temp`, 'org.apache.catalina.startup.Bootstrap', 'start'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = `http://127.0.0.1:${port}/`;
  await answering(process_, `${address}indicator/indicator-static.css`);
  return { address, real: true, close: closing(process_, work) };
}

/** What Tomcat's own web.xml knows, of what matters here. */
const TOMCAT_TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', json: 'application/json', txt: 'text/plain' };
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86400, week: 604800, month: 2592000, year: 31536000 };
const FILTERS = 'org.apache.catalina.filters.';

/** Above this Tomcat sends a file as it lies there, not compressed, unless told otherwise; and below that it packs none: bytes. */
const SENT_AS_IT_IS = 48 * 1024;
const TOO_SMALL = 2048;

/** The two filters and compression, as Tomcat's documentation describes them. */
async function emulateTomcat(root, recipe, connector) {
  const app = child(parseXml(WEB_XML(recipe)), 'web-app');
  const named = (name) => app.children.filter((one) => one.name === name);
  const types = { ...TOMCAT_TYPES };
  for (const one of named('mime-mapping').map(texts)) types[one.extension] = one['mime-type'];
  const filters = named('filter').map((one) => ({ ...texts(one), parameters: Object.fromEntries(one.children.filter(({ name }) => name === 'init-param').map(texts).map((pair) => [pair['param-name'], pair['param-value']])) }));
  const mapped = named('filter-mapping').map(texts);
  const { attributes: wire } = child(parseXml(connector), 'Connector');
  const packs = (type, size) => wire.compression === 'on' && wire.compressibleMimeType.split(',').includes(type) && size >= TOO_SMALL && (wire.useSendfile === 'false' || size < SENT_AS_IT_IS);
  for (const one of mapped) if (!filters.some((filter) => filter['filter-name'] === one['filter-name'])) throw new Error(`no filter ${one['filter-name']}`);
  return serving(root, (path) => {
    const type = types[extname(path).slice(1)] ?? 'application/octet-stream';
    const sent = { 'content-type': type };
    if (existsSync(join(root, path)) && packs(type, statSync(join(root, path)).size)) sent['content-encoding'] = 'gzip';
    for (const filter of filters) {
      const patterns = mapped.filter((one) => one['filter-name'] === filter['filter-name']).map((one) => one['url-pattern']);
      if (!patterns.some((pattern) => path.startsWith(pattern.replace(/\*$/, '')))) continue;
      const { parameters } = filter;
      if (filter['filter-class'] === `${FILTERS}ExpiresFilter`) {
        const [, count, unit] = /^access plus (\d+) (\w+?)s?$/.exec(parameters[`ExpiresByType ${type}`] ?? parameters.ExpiresDefault ?? '') ?? [];
        if (count) sent['cache-control'] = `max-age=${Number(count) * SECONDS[unit]}`;
      } else if (filter['filter-class'] === `${FILTERS}HttpHeaderSecurityFilter`) {
        if (parameters.blockContentTypeSniffingEnabled !== 'false') sent['x-content-type-options'] = 'nosniff';
        if (parameters.antiClickJackingEnabled !== 'false') sent['x-frame-options'] = 'DENY';
      } else throw new Error(`Tomcat has no filter ${filter['filter-class']}`);
    }
    return sent;
  });
}
