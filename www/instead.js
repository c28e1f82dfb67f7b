// Where WebAssembly is missing or forbidden: the same core as a script, out of the folder that this script came from, unless
// the page includes it itself.

import twin from 'built:twin';
import { Promise } from './promise.js';

const FILE = 'indicator-widgets.nowasm.js';
// The name by which a page's policy of trusted types allows it.
const POLICY = 'indicator-widgets';

const own = included();
// Said now: a <base> that comes later would move it.
const source = own && own.src;

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

/** The <script> that this code stands in, as far as that can be known. */
function included() {
  try {
    // By way of the prototype: an element of the page named currentScript would come first.
    const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript');
    // Modules and shadow trees have none.
    return get.call(document) || document.querySelector('script[src*="indicator-widgets."]');
  } catch (error) {
    return null;
  }
}

/** Adds the script to the page until it has run; a promise of its end, well or badly. */
async function add() {
  const script = document.createElement('script');
  const { search } = new URL(source);
  script.src = trusted(new URL(FILE + search, source).href);
  script.charset = 'utf-8';
  const nonce = own.nonce || own.getAttribute('nonce');
  if (nonce) script.setAttribute('nonce', nonce);
  if (own.crossOrigin) script.crossOrigin = own.crossOrigin;
  // Who pins the one file pins the other.
  if (own.integrity) script.integrity = twin;
  await new Promise((resolve) => {
    script.onload = resolve;
    script.onerror = resolve;
    document.documentElement.appendChild(script);
  });
  script.parentNode.removeChild(script);
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
