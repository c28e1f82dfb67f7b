// The global: data and drawings for the page's own scripts.

import { coded, core, fault, load } from './loader.js';
import { today } from './today.js';

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
  let loaded;
  let promised;
  // After a failure inside there is a fresh core to wait for.
  const ready = () => {
    if (loaded !== load()) {
      loaded = load();
      promised = loaded.then(() => undefined);
      // A page that never asks for `ready` must not see an unhandled rejection.
      promised.catch(() => {});
    }
    return promised;
  };
  ready();
  const call = (name) => (...given) => {
    try {
      return core()[name](...given);
    } catch (error) {
      throw coded(error, document.documentElement.lang);
    }
  };
  const known = call('known');
  /** The options of a call, each known to it. */
  const asked = (name, options) => {
    const { lang } = document.documentElement;
    const given = Object.assign({ asOf: today(), lang }, options);
    Object.keys(Object(options)).forEach((key) => known(name, key, String(given.lang)));
    return given;
  };
  const rows = (name) => (filter) => {
    asked(name, filter);
    return call(name)(filter);
  };
  const [trajectory, renderSVG, project, backtest, assess] = ['trajectory', 'renderSVG', 'project', 'backtest', 'assess'].map(call);
  window[NAME] = Object.freeze({
    get ready() {
      return ready();
    },
    plans: call('plans'),
    regions: call('regions'),
    indicators: call('indicators'),
    targets: rows('targets'),
    observations: rows('observations'),
    trajectory: (target, options) =>
      trajectory(Object.assign(asked('trajectory', options), { target: target && target.id ? target.id : target })),
    project: (of, options) => project(of, asked('project', options)),
    backtest: (of, options) => backtest(of, asked('backtest', options)),
    // The series may be left out: `assess(target, options)`.
    assess: (target, series, options) => {
      const short = options === undefined && series && typeof series === 'object' && !Array.isArray(series);
      return short ? assess(target, undefined, asked('assess', series)) : assess(target, series, asked('assess', options));
    },
    renderSVG: (options) => renderSVG(asked('renderSVG', options)),
  });
}
