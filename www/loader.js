// The core that this page's charts share, and words for what keeps it from running.

import { instantiate } from 'built:start';
import words from 'built:words';

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
  try {
    started = await instantiate();
  } catch (error) {
    throw fault(error.code || 'panic', '', error.cause || error);
  }
  return started;
}
