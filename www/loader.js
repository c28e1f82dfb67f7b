// Gets the core running: unpacks the wasm that is inside this script and instantiates it, asynchronously.
// It is handed its bytes, so there is no second request, and nothing depends on where the script came from.

import * as glue from 'built:core';
import { packed, size, starts, whole } from 'built:packed';
import words from 'built:words';
import { join } from './join.js';
import { unpack } from './unpack.js';

let starting;
let started;

/** A promise of the one Core that this page's charts share. */
export function load() {
  if (!starting) starting = start();
  return starting;
}

/** The Core, once `load` is done; throws before. */
export function core() {
  if (!started) throw fault('unsupported', '');
  return started;
}

/** An Error with a code, in words for readers of `lang`. */
export function fault(code, lang, cause) {
  const table = words[/^en/i.test(lang) ? 'en' : /hant|tw|hk|mo/i.test(lang) ? 'zh-Hant' : 'zh-Hans'];
  const error = new Error(table[code] || table.panic);
  error.code = code;
  if (cause) error.cause = cause;
  return error;
}

/** Makes any failure an Error with a code: a trap inside the core has none. */
export function coded(error, lang) {
  return error && error.code ? error : fault('panic', lang, error);
}

async function start() {
  if (typeof WebAssembly !== 'object') throw fault('wasm-blocked', '');
  let bytes;
  try {
    bytes = join(unpack(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), size), starts, whole);
  } catch (error) {
    throw fault('truncated', '', error);
  }
  try {
    const { instance } = await WebAssembly.instantiate(bytes, { './core_bg.js': glue });
    glue.__wbg_set_wasm(instance.exports);
  } catch (error) {
    throw fault('wasm-blocked', '', error);
  }
  started = new glue.Core();
  return started;
}
