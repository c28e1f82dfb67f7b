// A page in Firefox or WebKit, driven by the W3C WebDriver protocol through their own drivers.
// WebDriver tells nothing of the console, so the pages that these browsers open carry pages/watch.js, which does.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { keys } from './keys.mjs';
import { endWithUs } from './started.mjs';

const SHIFT = '\uE008';
const CALL_LIMIT = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** One window. */
class WebDriverPage {
  constructor(name, child, address, { screenshot }) {
    Object.assign(this, { name, child, address });
    this.can = { screenshot, pdf: false, emulate: false, native: false };
  }

  async call(method, path, body) {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_LIMIT),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async begin(capabilities) {
    const { sessionId } = await this.call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    this.session = `/session/${sessionId}`;
    await this.call('POST', `${this.session}/timeouts`, { script: CALL_LIMIT, pageLoad: 30_000, implicit: 0 });
    await this.resize(1000, 800);
  }

  async open(url) {
    // By way of an empty page: two addresses that differ in their fragment alone would not load anew.
    await this.call('POST', `${this.session}/url`, { url: 'about:blank' });
    await this.call('POST', `${this.session}/url`, { url });
  }

  /** Runs `body` (of an async function whose arguments are `args`) in the page. */
  async run(body, ...args) {
    const script = `const [args, done] = arguments;
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`;
    const { value, error } = await this.call('POST', `${this.session}/execute/async`, { script, args: [args] });
    if (error) throw new Error(error);
    return value;
  }

  async press(name) {
    const { shift, key, webdriver } = keys(name);
    const value = webdriver ?? key;
    const strokes = [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    const actions = shift ? [{ type: 'keyDown', value: SHIFT }, ...strokes, { type: 'keyUp', value: SHIFT }] : strokes;
    await this.call('POST', `${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses the mouse at the first point, moves it through the others, lets it go at the last. */
  async drag(points) {
    const move = ([x, y]) => ({ type: 'pointerMove', duration: 20, origin: 'viewport', x: Math.round(x), y: Math.round(y) });
    const strokes = [move(points[0]), { type: 'pointerDown', button: 0 }, ...points.slice(1).map(move), { type: 'pointerUp', button: 0 }];
    await this.call('POST', `${this.session}/actions`, {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: strokes }],
    });
  }

  /** Moves the mouse to a point. */
  async hover([x, y]) {
    const move = { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) };
    await this.call('POST', `${this.session}/actions`, {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move] }],
    });
  }

  messages() {
    return this.run('return window.__watched ? window.__watched.messages : ["pages/watch.js is not in this page"];');
  }

  requests() {
    return this.run('return performance.getEntriesByType("resource").map((entry) => entry.name);');
  }

  resize(width, height) {
    return this.call('POST', `${this.session}/window/rect`, { width, height });
  }

  async screenshot(file) {
    writeFileSync(file, Buffer.from(await this.call('GET', `${this.session}/screenshot`), 'base64'));
  }

  async close() {
    await this.call('DELETE', this.session).catch(() => {});
    const ended = new Promise((resolve) => { this.child.once('exit', resolve); });
    // The driver may sit below xvfb-run: the whole group that we started ends.
    process.kill(-this.child.pid, 'SIGTERM');
    await ended;
  }
}

async function start(name, command, args, env, capabilities, abilities) {
  const port = await freePort();
  const child = endWithUs(spawn(command, [...args, `--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    detached: true,
  }));
  let failed;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { said = (said + data).slice(-2000); });
  child.once('error', (error) => { failed = `does not start (${error.code}): scripts/setup.sh installs it`; });
  child.once('exit', (code) => { failed = `ended with ${code}:\n${said}`; });
  const page = new WebDriverPage(name, child, `http://127.0.0.1:${port}`, abilities);
  for (let i = 0; ; i++) {
    if (failed) throw new Error(`${command} ${failed}`);
    if (i === 200) throw new Error(`${command} does not listen after 20 s`);
    if (await page.call('GET', '/status').then(() => true, () => false)) break;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  await page.begin(capabilities);
  return page;
}

/** Firefox, headless, through the geckodriver at `driver`, which is told `more`; with reduced motion, unless MOTION is set. */
export function startFirefox(name, driver, binary, more = []) {
  const capabilities = {
    'moz:firefoxOptions': { binary, args: ['-headless'], prefs: { 'ui.prefersReducedMotion': process.env.MOTION ? 0 : 1 } },
  };
  return start(name, driver, more, { HOME: process.env.HOME }, capabilities, { screenshot: true });
}

/** WebKitGTK's MiniBrowser on a virtual screen. Its screenshot call hangs without compositing. */
export function startWebKit(name, driver, miniBrowser) {
  const env = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const capabilities = { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } };
  return start(name, 'xvfb-run', ['-a', '-s', '-screen 0 1280x1024x24', driver], env, capabilities, { screenshot: false });
}
