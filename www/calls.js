// What a page's own scripts may call: data and drawings, the same for the script's global and for the module's names.

import { coded, core, exchange, load } from './loader.js';
import { today } from './today.js';

let loaded;
let promised;

/** A promise kept when the calls answer; after a failure inside there is a fresh core to wait for. */
export function ready() {
  if (loaded !== load()) {
    loaded = load();
    promised = loaded.then(() => undefined);
    // A page that never asks for `ready` must not see an unhandled rejection.
    promised.catch(() => {});
  }
  return promised;
}

/** The page's language; a server has none. */
const here = () => (typeof document === 'object' ? document.documentElement.lang : '');

const call = (name) => (...given) => {
  try {
    return core()[name](...given);
  } catch (error) {
    throw coded(error, here());
  }
};
const known = call('known');

/** The options of a call, each known to it. */
const asked = (name, options) => {
  const given = Object.assign({}, options);
  given.asOf = given.asOf || today();
  given.lang = given.lang || here();
  Object.keys(Object(options)).forEach((key) => known(name, key, String(given.lang)));
  return given;
};
const rows = (name) => (filter) => call(name)(asked(name, filter));
const [trajectory, renderSVG, project, backtest, assess] = ['trajectory', 'renderSVG', 'project', 'backtest', 'assess'].map(call);

/** The bytes that a page gives for a dataset, its own copy; of what is none, none. */
function bytes(given) {
  try {
    return typeof given === 'string' ? Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0)) : new Uint8Array(Object(given));
  } catch (error) {
    return new Uint8Array();
  }
}

export const calls = {
  /** Another dataset for all charts; null for the core's own. */
  async load(packed) {
    try {
      return await exchange(packed === null ? undefined : bytes(packed), here());
    } catch (error) {
      throw coded(error, here());
    }
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
};
