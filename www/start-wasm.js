// `built:start` of indicator-widgets.js and of the module: instantiates the wasm, asynchronously; where there is no
// WebAssembly, the script in its stead runs.

import { bytes } from 'built:bytes';
import { imported } from './instance.js';
import { borrow, instead } from './instead.js';

export { borrow };

// Kept, so that a fresh instance is there at once.
let compiled;

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

/** A new Core, at once; throws where it can't be. Older Chromiums make none so large but in their own time. */
export function anew() {
  const [made, imports] = imported();
  return made(new WebAssembly.Instance(compiled, imports).exports);
}

async function run(imports) {
  if (typeof WebAssembly !== 'object') throw failure('wasm-blocked');
  let source = compiled;
  try {
    source = source || await bytes();
  } catch (error) {
    throw failure('truncated', error);
  }
  try {
    const given = await WebAssembly.instantiate(source, imports);
    // Of a module that was compiled before there is the instance alone.
    compiled = given.module || compiled;
    return (given.instance || given).exports;
  } catch (error) {
    throw failure('wasm-blocked', error);
  }
}

function failure(code, cause) {
  return Object.assign(new Error(), { code, cause });
}
