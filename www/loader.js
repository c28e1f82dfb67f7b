// The core that this page's charts share, and words for what keeps it from running. A core that fails inside is given up: a
// fresh one stands in its place.

import { anew, instantiate } from 'built:start';
import words from 'built:words';
import { Promise } from './promise.js';

let starting;
let started;
// The packed dataset in force, where it is not the core's own: a fresh core gets it too.
let packed;
const waiting = new Set();

/** A promise of the one Core that this page's charts share. */
export function load() {
  if (!starting) starting = start();
  return starting;
}

/** The Core, once `load` is done; throws before, and while it is made anew. */
export function core() {
  if (!started) throw fault('not-ready', '');
  return started;
}

/** Gives every chart the dataset in `bytes`, or the core's own back; what it holds. Where it can't be read all is as it was, and this fails. */
export async function exchange(bytes, lang) {
  await load();
  const held = core().load(bytes, lang);
  packed = bytes;
  waiting.forEach((again) => again(true));
  return held;
}

/** Calls `again` whenever a fresh core stands in the place of one that failed, with true where it has other data; returns what ends that. */
export function onRestart(again) {
  waiting.add(again);
  return () => waiting.delete(again);
}

/** An Error with a code, in words for readers of `lang`. */
export function fault(code, lang, cause) {
  const table = words[spoken(lang)];
  const error = new Error(table[code] || table.panic);
  // One code for pages, each with words of its own.
  error.code = code === 'refused' || code === 'not-ready' ? 'unsupported' : code;
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
  try {
    return keep(await instantiate());
  } catch (error) {
    throw fault(named(error) ? error.code : 'panic', '', error.cause || error);
  }
}

function keep(inner) {
  // A core that fails at it is followed by one without.
  const bytes = packed;
  packed = undefined;
  if (bytes) inner.load(bytes, '');
  packed = bytes;
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
  mine.then(() => waiting.forEach((again) => again(false)), () => {
    // Whoever asks next tries anew.
    if (starting === mine) starting = undefined;
  });
}

/** Whether it was thrown because there is no core yet, or again. */
export const early = (error) => Boolean(error) && error._words === 'not-ready';
