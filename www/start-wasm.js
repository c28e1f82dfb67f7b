// `built:start` of indicator-widgets.js: unpacks the wasm that is inside this script and instantiates it, asynchronously.
// It is handed its bytes, so there is no second request, and nothing depends on where the script came from; where there
// is no WebAssembly, the script in its stead runs.

import { packed, size, starts, whole } from 'built:packed';
import { imported } from './instance.js';
import { borrow, instead } from './instead.js';
import { join } from './join.js';
import { unpack } from './unpack.js';

export { borrow };

/** Other scripts of ours can do what this one can. */
export function lend() {}

/** A promise of a new Core. */
export async function instantiate() {
  const [made, imports] = imported();
  let exports;
  try {
    exports = await run(imports);
  } catch (error) {
    if (error.code !== 'wasm-blocked') throw error;
    return instead(error);
  }
  return made(exports);
}

async function run(imports) {
  if (typeof WebAssembly !== 'object') throw failure('wasm-blocked');
  let bytes;
  try {
    bytes = join(unpack(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), size), starts, whole);
  } catch (error) {
    throw failure('truncated', error);
  }
  try {
    return (await WebAssembly.instantiate(bytes, imports)).instance.exports;
  } catch (error) {
    throw failure('wasm-blocked', error);
  }
}

function failure(code, cause) {
  return Object.assign(new Error(), { code, cause });
}
