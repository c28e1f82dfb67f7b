// `IndicatorBuilder`, for the builder page alone: what is to be pasted, and what is read of pasted values. The core has more to
// it here than in the scripts that pages include; the charts on the page are drawn by one of those.

import hashes from 'built:hashes';
import wasm from 'built:wasm';
import { imported } from './instance.js';

let core;

/** Makes the core, or a fresh one: a promise. */
async function start() {
  const [made, imports] = imported();
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)), imports);
  core = made(instance.exports);
}

/** A call of the core; one that fails inside, without a code, has left its memory in any state. */
const call = (name) => (given) => {
  try {
    return core[name](given);
  } catch (error) {
    if (typeof error.code !== 'string') start().catch(() => {});
    throw error;
  }
};

window.IndicatorBuilder = Object.freeze({
  /** A promise, kept when the rest can be called. */
  ready: start(),
  /** What is to be pasted: `{ text, files }`. */
  paste: call('builderPaste'),
  /** What is read of values: `{ values, faults, rows, read }`. */
  check: call('builderCheck'),
  /** Methods of projection in a language: `[[name, word]]`. */
  methods: call('builderMethods'),
  /** The `integrity` of the files that a page may take from another host, by name. */
  hashes,
});
