// What scripts may ask an element for: each a promise, kept when the core and the element's own values are there.

import { coded, core } from './loader.js';
import { picture } from './take.js';

/** Gives the element's `prototype` its questions. */
export function answer(prototype) {
  const asked = (question) => async function ask(given) {
    this._near = true;
    // A chart that stands is asked, not drawn anew: a listener for that may ask again.
    if (this._state === 'drawn') this._values.forget();
    else this._soon();
    try {
      await this._ready();
      return await question(this._options(), given);
    } catch (error) {
      throw coded(error, this._lang());
    }
  };
  Object.assign(prototype, {
    /** What the chart shows, in words. */
    describe: asked((options) => core().describe(options)),
    /** The chart as an SVG document: its text. */
    toSVG: asked((options) => core().renderSVG(options)),
    /** The chart as a picture, `scale` times its size: a PNG Blob. */
    toPNG: asked((options, scale) => picture(core(), options, scale || 1)),
    /** The table as CSV: its text. */
    toCSV: asked((options) => core().toCSV(options)),
  });
}
