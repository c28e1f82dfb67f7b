// Just enough of a page, outside a browser, for a script of ours that finds no elements to upgrade.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

export const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
export const shipped = (name) => readFileSync(at(`dist/${name}`), 'latin1');

/** Runs the shipped script `name` in a page of its own, with `more` in its window; gives back that. */
export function open(name, more = {}) {
  const page = { atob, TextDecoder, TextEncoder, Uint8Array, WebAssembly, Promise, Element: class {}, console };
  page.document = { documentElement: { lang: 'en' }, querySelectorAll: () => [], dispatchEvent() {} };
  page.window = page;
  Object.defineProperties(page, Object.getOwnPropertyDescriptors(more));
  vm.runInNewContext(shipped(name), page);
  return page;
}
