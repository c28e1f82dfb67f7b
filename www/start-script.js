// `built:start` of indicator-widgets.nowasm.js: the core as JavaScript. WebAssembly is not even looked at: Chromium 69 dies of
// that where a page's policy forbids it.

import script from 'built:script';
import { imported } from './instance.js';

/** Another script's core is not needed here. */
export function borrow() {}

/** Gives the way to this core to a script of ours that the page had before, by its `take`. */
export function lend(take) {
  take(anew);
}

/** A promise of a new Core. */
export async function instantiate() {
  return anew();
}

/** A new Core, at once. */
export function anew() {
  const [made, imports] = imported();
  return made(script(imports));
}
