// Gets the core running: unpacks the wasm that is inside this script and instantiates it, asynchronously.
// It is handed its bytes, so there is no second request, and nothing depends on where the script came from.
// A core that fails inside is given up: a fresh one stands in its place.

import glue from 'built:core';
import { packed, size, starts, whole } from 'built:packed';
import words from 'built:words';
import { join } from './join.js';
import { unpack } from './unpack.js';

let starting;
let started;
// Kept, so that a fresh instance is there at once.
let compiled;
const waiting = new Set();

/** A promise of the one Core that this page's charts share. */
export function load() {
  if (!starting) starting = start();
  return starting;
}

/** The Core, once `load` is done; throws before, and while it is made anew. */
export function core() {
  if (!started) throw fault('unsupported', '');
  return started;
}

/** Calls `again` whenever a fresh core stands in the place of one that failed; returns what ends that. */
export function onRestart(again) {
  waiting.add(again);
  return () => waiting.delete(again);
}

/** An Error with a code, in words for readers of `lang`. */
export function fault(code, lang, cause) {
  const table = words[spoken(lang)];
  const error = new Error(table[code] || table.panic);
  // What the browser refuses has words of its own.
  error.code = code === 'refused' ? 'unsupported' : code;
  error._words = code;
  if (cause) error.cause = cause;
  return error;
}

/** Makes any failure an Error with a code, in words for readers of `lang`: a trap inside the core has none. */
export function coded(error, lang) {
  const code = named(error) ? error._words || error.code : 'panic';
  return words[spoken(lang)][code] ? fault(code, lang, named(error) ? error.cause : error) : error;
}

/** The language that is spoken to readers of `lang`. */
export function spoken(lang) {
  if (/^en/i.test(lang)) return 'en';
  return /hant|^(?!.*hans).*-(tw|hk|mo)/i.test(lang) ? 'zh-Hant' : 'zh-Hans';
}

/** Whether an error says by a code what it is: a DOMException's code is a number. */
function named(error) {
  return Boolean(error) && typeof error.code === 'string';
}

async function start() {
  return keep(await instantiate());
}

function keep(inner) {
  started = contained(inner);
  return started;
}

/** A core of which nothing is used any more once a call has failed inside: that has left its memory in any state. */
function contained(inner) {
  const outer = {};
  Object.getOwnPropertyNames(Object.getPrototypeOf(inner)).forEach((name) => {
    outer[name] = (...given) => {
      try {
        return inner[name](...given);
      } catch (error) {
        if (!named(error) && started === outer) {
          // Nor is it freed some day, by itself.
          inner.__destroy_into_raw();
          restart();
        }
        throw error;
      }
    };
  });
  return outer;
}

/** Puts a fresh core in the place of one that failed, at once where the browser lets it. */
function restart() {
  started = undefined;
  try {
    starting = Promise.resolve(keep(anew()));
  } catch (error) {
    starting = start();
  }
  const mine = starting;
  mine.then(() => waiting.forEach((again) => again()), () => {
    // Whoever asks next tries anew.
    if (starting === mine) starting = undefined;
  });
}

/** A promise of a new Core: the first is unpacked. */
async function instantiate() {
  if (typeof WebAssembly !== 'object') throw fault('wasm-blocked', '');
  let source = compiled;
  try {
    source = source || join(unpack(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), size), starts, whole);
  } catch (error) {
    throw fault('truncated', '', error);
  }
  const [made, imports] = imported();
  let given;
  try {
    given = await WebAssembly.instantiate(source, imports);
  } catch (error) {
    throw fault('wasm-blocked', '', error);
  }
  // Of a module that was compiled before there is the instance alone.
  compiled = given.module || compiled;
  return made((given.instance || given).exports);
}

/** A new Core at once; throws where it can't be. Older Chromiums make none so large but in their own time. */
function anew() {
  const [made, imports] = imported();
  return made(new WebAssembly.Instance(compiled, imports).exports);
}

/** The one place that knows the glue: a function from a wasm's exports to a Core, and what that wasm imports. */
function imported() {
  const parts = glue();
  const made = (exports) => {
    parts.__wbg_set_wasm(exports);
    return new parts.Core();
  };
  return [made, { './core_bg.js': parts }];
}
