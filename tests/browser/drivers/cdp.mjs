// A page in a Chromium, driven over the DevTools protocol: Chromium 69 knows no WebDriver that is still to be had.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { keys } from './keys.mjs';
import { endWithUs } from './started.mjs';

const FLAGS = [
  '--headless', '--remote-debugging-port=0', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--disable-extensions', '--disable-features=BackForwardCache',
  '--force-color-profile=srgb', '--font-render-hinting=none', '--mute-audio',
];
const CALL_LIMIT = 60_000;

/** The connection to one tab. */
class Connection {
  constructor(socket) {
    this.socket = socket;
    this.calls = new Map();
    this.next = 1;
    this.event = () => {};
    socket.on('message', (data) => this.receive(JSON.parse(data.toString('utf8'))));
    socket.on('close', () => {
      for (const call of this.calls.values()) {
        clearTimeout(call.timer);
        call.reject(new Error(`the browser ended during ${call.method}`));
      }
      this.calls.clear();
    });
  }

  receive(message) {
    const call = this.calls.get(message.id);
    if (!call) {
      this.event(message.method, message.params);
      return;
    }
    this.calls.delete(message.id);
    clearTimeout(call.timer);
    if (message.error) call.reject(new Error(`${call.method}: ${message.error.message}`));
    else call.resolve(message.result);
  }

  send(method, params = {}) {
    return new Promise((resolve, reject) => {
      const id = this.next++;
      const timer = setTimeout(() => {
        this.calls.delete(id);
        reject(new Error(`${method}: no answer in ${CALL_LIMIT / 1000} s`));
      }, CALL_LIMIT);
      this.calls.set(id, { method, resolve, reject, timer });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

/** Resolves with the address that the browser says on its standard error, like `127.0.0.1:40123`. */
function listening(child, name) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on ws:\/\/([^/]+)\//.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('error', (error) => reject(new Error(`${name} does not start (${error.code}): scripts/setup.sh installs it`)));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${said.slice(-2000)}`)));
  });
}

async function firstTab(address) {
  for (let i = 0; i < 100; i++) {
    const tabs = await (await fetch(`http://${address}/json/list`)).json();
    const tab = tabs.find((one) => one.type === 'page');
    if (tab) return tab.webSocketDebuggerUrl;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('the browser shows no tab');
}

/** One tab. `open` forgets the messages and requests of the page before. */
class CdpPage {
  constructor(name, child, connection, profile) {
    Object.assign(this, { name, child, connection, profile });
    this.can = { screenshot: true, pdf: true, emulate: true, native: true };
    this.forget();
    connection.event = (method, params) => this.listen(method, params);
  }

  forget() {
    this.log = [];
    this.requested = [];
  }

  listen(method, params) {
    if (method === 'Runtime.consoleAPICalled') {
      const said = params.args.map((arg) => arg.value ?? arg.description ?? arg.type).join(' ');
      this.log.push(`console.${params.type}: ${said}`);
    } else if (method === 'Runtime.exceptionThrown') {
      const { text, exception, url, lineNumber } = params.exceptionDetails;
      this.log.push(`exception: ${exception?.description ?? text} (${url}:${lineNumber})`);
    } else if (method === 'Log.entryAdded') {
      const { level, source, text, url } = params.entry;
      this.log.push(`${level} (${source}): ${text} ${url ?? ''}`);
    } else if (method === 'Network.requestWillBeSent') {
      this.requested.push(params.request.url);
    } else if (method === 'Page.loadEventFired') {
      this.loaded?.();
    }
  }

  send(method, params) {
    return this.connection.send(method, params);
  }

  async open(url) {
    // By way of an empty page: two addresses that differ in their fragment alone would not load anew.
    await this.visit('about:blank');
    this.forget();
    await this.visit(url);
  }

  async visit(url) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    let timer;
    const limit = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${url}: not loaded in 30 s`)), 30_000); });
    await Promise.race([loaded, limit]).finally(() => clearTimeout(timer));
  }

  /** Runs `body` (of an async function whose arguments are `args`) in the page. */
  async run(body, ...args) {
    const expression = `(async (args) => { ${body} })(${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async press(name) {
    const { key, code, keyCode, text, shift } = keys(name);
    const event = { key, code, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode, modifiers: shift ? 8 : 0 };
    await this.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, unmodifiedText: text, ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  /** Presses the mouse at the first point, moves it through the others, lets it go at the last. */
  async drag(points) {
    const mouse = (type, [x, y]) => this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
    await mouse('mousePressed', points[0]);
    for (const point of points.slice(1)) await mouse('mouseMoved', point);
    await mouse('mouseReleased', points[points.length - 1]);
  }

  /** Moves the mouse to a point. */
  hover([x, y]) {
    return this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }

  /** Puts a finger on the first point, moves it through the others, lifts it. */
  async touch(points) {
    const finger = (type, touchPoints) => this.send('Input.dispatchTouchEvent', { type, touchPoints });
    await finger('touchStart', [{ x: points[0][0], y: points[0][1] }]);
    for (const [x, y] of points.slice(1)) await finger('touchMove', [{ x, y }]);
    await finger('touchEnd', []);
  }

  async messages() {
    return [...this.log];
  }

  async requests() {
    return [...this.requested];
  }

  resize(width, height, scale = 1) {
    return this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  }

  /** Media features, such as `{'prefers-color-scheme': 'dark'}`. */
  media(features, medium = '') {
    return this.send('Emulation.setEmulatedMedia', { media: medium, features: Object.entries(features).map(([name, value]) => ({ name, value })) });
  }

  async screenshot(file, { full = false } = {}) {
    const options = { format: 'png' };
    if (full) {
      const { cssContentSize, contentSize } = await this.send('Page.getLayoutMetrics');
      const { width, height } = cssContentSize ?? contentSize;
      options.captureBeyondViewport = true;
      options.clip = { x: 0, y: 0, width, height: Math.min(height, 8000), scale: 1 };
    }
    const { data } = await this.send('Page.captureScreenshot', options);
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async pdf(paper = {}) {
    const { data } = await this.send('Page.printToPDF', { printBackground: false, ...paper });
    return Buffer.from(data, 'base64');
  }

  async close() {
    const ended = new Promise((resolve) => { this.child.once('exit', resolve); });
    const kill = setTimeout(() => this.child.kill('SIGKILL'), 3000);
    this.connection.send('Browser.close').catch(() => {});
    await ended;
    clearTimeout(kill);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts the Chromium at `program` and gives back its one page. */
export async function startChromium(name, program, more = []) {
  const profile = mkdtempSync(join(tmpdir(), 'indicator-widgets-'));
  const child = endWithUs(spawn(program, [...FLAGS, ...more, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
    detached: true,
  }));
  const socket = new WebSocket(await firstTab(await listening(child, name)), { maxPayload: 0 });
  await new Promise((resolve, reject) => { socket.once('open', resolve).once('error', reject); });
  const page = new CdpPage(name, child, new Connection(socket), profile);
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.send(`${domain}.enable`);
  // A window that nobody looks at tells of no focus. Chromium 69 can't be told so, and has it.
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true }).catch(() => {});
  await page.resize(1000, 800);
  return page;
}
