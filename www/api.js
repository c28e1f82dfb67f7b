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
  const call = (name) => (...given) => {
    try {
      return core()[name](...given);
    } catch (error) {
      throw coded(error, document.documentElement.lang);
    }
  };
  const asked = (options) => Object.assign({ asOf: today(), lang: document.documentElement.lang }, options);
  const trajectory = call('trajectory');
  const [renderSVG, project, backtest, assess] = ['renderSVG', 'project', 'backtest', 'assess'].map(call);
  window[NAME] = Object.freeze({
    ready,
    plans: call('plans'),
    regions: call('regions'),
    indicators: call('indicators'),
    targets: call('targets'),
    observations: call('observations'),
    trajectory: (target, options) =>
      trajectory(Object.assign(asked(options), { target: target && target.id ? target.id : target })),
    project: (of, options) => project(of, asked(options)),
    backtest: (of, options) => backtest(of, asked(options)),
    // The series may be left out: `assess(target, options)`.
    assess: (target, series, options) => {
      const short = options === undefined && series && typeof series === 'object' && !Array.isArray(series);
      return short ? assess(target, undefined, asked(series)) : assess(target, series, asked(options));
    },
    renderSVG: (options) => renderSVG(asked(options)),
  });
}
