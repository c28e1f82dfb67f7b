// The global: data and drawings for the page's own scripts.

import { coded, core, fault, load } from './loader.js';
import { today } from './today.js';

const NAME = 'IndicatorWidgets';

/** Adds the global, unless the page has something else of that name. */
export function api() {
  if (Object.prototype.hasOwnProperty.call(window, NAME)) {
    if (!window[NAME] || !window[NAME].renderSVG) {
      const { code, message } = fault('name-clash', document.documentElement.lang);
      document.dispatchEvent(new CustomEvent('indicator-error', { detail: { code, message } }));
    }
    return;
  }
  const ready = load().then(() => undefined);
  // A page that never asks for `ready` must not see an unhandled rejection.
  ready.catch(() => {});
  const call = (name) => (argument) => {
    try {
      return core()[name](argument);
    } catch (error) {
      throw coded(error, document.documentElement.lang);
    }
  };
  const dated = (name) => {
    const plain = call(name);
    return (options) => plain(Object.assign({ asOf: today() }, options));
  };
  const trajectory = call('trajectory');
  window[NAME] = Object.freeze({
    ready,
    plans: call('plans'),
    regions: call('regions'),
    indicators: call('indicators'),
    targets: call('targets'),
    observations: call('observations'),
    trajectory: (target, options) =>
      trajectory(Object.assign({ asOf: today() }, options, { target: target && target.id ? target.id : target })),
    renderSVG: dated('renderSVG'),
  });
}
