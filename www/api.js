// The global: the calls, for the page's own scripts.

import { calls, ready } from './calls.js';
import { fault } from './loader.js';

const NAME = 'IndicatorWidgets';

/** Adds the global, unless the page has something else of that name: then the page is told, and charts are drawn all the same. */
export function api() {
  if (Object.prototype.hasOwnProperty.call(window, NAME)) {
    if (!Object(window[NAME]).renderSVG) {
      const { code, message } = fault('name-clash', document.documentElement.lang);
      document.dispatchEvent(new CustomEvent('indicator-error', { detail: { code, message } }));
    }
    return;
  }
  ready();
  window[NAME] = Object.freeze(Object.assign({
    get ready() {
      return ready();
    },
  }, calls));
}
