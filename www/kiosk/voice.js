// Reading aloud, by a voice that the machine has itself: one on the network would say elsewhere what is read here.

import { state } from './state.js';

const listeners = [];
const speech = window.speechSynthesis;
let speaking = false;

const voices = () => (speech && typeof SpeechSynthesisUtterance === 'function' ? speech.getVoices() : []).filter((one) => one.localService);
const tag = (one) => one.lang.replace(/_/g, '-');

// Which voices read a language, the best first: both scripts are read as Mandarin.
const READS = {
  'zh-Hans': [/^(zh|cmn)-(hans|cn|sg)/i, /^(zh|cmn)(-hans)?$/i, /^(zh|cmn)-(hant|tw)/i],
  'zh-Hant': [/^(zh|cmn)-(hant|tw)/i, /^(zh|cmn)(-hant)?$/i, /^(zh|cmn)-(hans|cn|sg)/i],
  en: [/^en/i],
};

/** The machine's own voice for a language, if it has one. */
export function voice(lang) {
  const all = voices();
  return READS[lang].map((wanted) => all.find((one) => wanted.test(tag(one)))).find(Boolean);
}

/** Whether it is being read aloud. */
export const reading = () => speaking;

/** Reads a text aloud; what was being read ends. */
export function speak(text, lang) {
  const one = voice(lang);
  hush();
  // The visitor has gone on to another language in the meantime.
  if (!one || lang !== state.lang) return;
  const said = new SpeechSynthesisUtterance(text);
  said.voice = one;
  said.lang = one.lang;
  said.onend = said.onerror = () => tell(false);
  tell(true);
  speech.speak(said);
}

/** Nothing is read aloud any more. */
export function hush() {
  if (!speaking) return;
  speech.cancel();
  tell(false);
}

/** Calls `listener` when there are other voices than before, and when reading begins and ends. */
export function onVoices(listener) {
  listeners.push(listener);
}

function tell(now) {
  speaking = now;
  listeners.forEach((listener) => listener());
}

if (speech && speech.addEventListener) speech.addEventListener('voiceschanged', () => tell(speaking));
