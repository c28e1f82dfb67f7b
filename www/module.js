// The module of the npm package: the element, where there can be one, and the calls by name. Import does nothing else: the
// wasm is asked for when a chart comes into sight or a script waits for `ready`.

import { calls, ready as begin } from './calls.js';
import { define } from './element.js';

// A server has no elements.
if (typeof customElements === 'object') define();

/** A promise that begins with whoever waits for it, and is always of the core that stands. */
export const ready = Object.freeze({
  then: (...given) => begin().then(...given),
  catch: (...given) => begin().catch(...given),
  finally: (...given) => begin().finally(...given),
  [Symbol.toStringTag]: 'Promise',
});

export const { load, plans, regions, indicators, targets, observations, trajectory, project, backtest, assess, renderSVG } = calls;
