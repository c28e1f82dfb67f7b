// Where WebAssembly is missing or forbidden: the same core as a script, out of the folder that this script came from, unless
// the page includes it itself.

import twin from 'built:twin';
import { script } from './included.js';
import { Promise } from './promise.js';

const FILE = 'indicator-widgets.nowasm.js';
// The name by which a page's policy of trusted types allows it.
const POLICY = 'indicator-widgets';

// Said now: a <base> that comes later would move it.
const source = script && script.src;

let given;
const lent = new Promise((resolve) => {
  given = resolve;
});
let missed;

/** Takes what another script of ours lends: the function that makes its Core. */
export function borrow(anew) {
  given(anew);
}

/** A promise of a Core that needs no WebAssembly; where there is none to be had it fails, with `error`. */
export async function instead(error) {
  // Of the page's own scripts the one may still be to come.
  if (!missed) missed = add().catch(() => {}).then(loaded);
  const anew = await Promise.race([lent, missed]);
  if (!anew) throw error;
  return anew();
}

/** Adds the script to the page until it has run; a promise of its end, well or badly. */
async function add() {
  const other = document.createElement('script');
  const { search } = new URL(source);
  other.src = trusted(new URL(FILE + search, source).href);
  other.charset = 'utf-8';
  const nonce = script.nonce || script.getAttribute('nonce');
  if (nonce) other.setAttribute('nonce', nonce);
  if (script.crossOrigin) other.crossOrigin = script.crossOrigin;
  // Who pins the one file pins the other.
  if (script.integrity) other.integrity = twin;
  await new Promise((resolve) => {
    other.onload = resolve;
    other.onerror = resolve;
    document.documentElement.appendChild(other);
  });
  other.parentNode.removeChild(other);
}

function trusted(address) {
  const { trustedTypes } = window;
  try {
    // Good for this address alone, whoever gets hold of it.
    return trustedTypes.createPolicy(POLICY, { createScriptURL: () => address }).createScriptURL(address);
  } catch (error) {
    // There are no trusted types, or no policy of this name is allowed: then the page may have one for all.
    return address;
  }
}

/** A promise of the end of the page's loading. */
function loaded() {
  return document.readyState === 'complete' ? undefined : new Promise((resolve) => {
    window.addEventListener('load', () => resolve());
  });
}
