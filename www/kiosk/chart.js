// One chart in a place of the page: made for it, drawn as high as the place is, and taken away again with all that hangs on it.

import css from './inside.css';
import { cancel, later, today } from './clock.js';
import { make } from './dom.js';
import { observed } from './own-values.js';
import { state } from './state.js';

// A chart that says nothing for so long is given up, in milliseconds.
const PATIENCE = 15000;
// A drawing is made anew at most so often until it fills its place.
const TRIES = 4;
// What is missing of a place's height, in pixels, that nobody sees.
const LOOSE = 6;
const HEIGHT = '--indicator-height';
// No drawing of years is higher than so much of its width: lines would all look steep.
const STEEP = 1.1;

let day = null;

/** The day that charts stand on; null for the machine's own. */
export function standOn(date) {
  day = date;
}

export class Chart {
  /**
   * Draws into `host` what `attributes` ask, shown as `show` says (see inside.css). `done()` is called once it stands, `failed()` once it
   * can't, then or later.
   */
  constructor(host, attributes, show, done, failed) {
    this.element = make('indicator-chart', { 'data-show': show });
    this._host = host;
    this._done = done;
    this._failed = failed;
    const given = Object.assign({ 'as-of': day || today(), theme: state.theme, 'text-size': state.text === 'large' ? 'large' : 'normal', observations: observed(attributes) }, attributes);
    Object.keys(given).forEach((name) => given[name] && this.element.setAttribute(name, given[name]));
    this.element.shadowRoot.appendChild(make('style', {}, css));
    this.element.addEventListener('indicator-ready', () => this._ready());
    this.element.addEventListener('indicator-error', () => this._end(this._failed));
    this._wait = later(PATIENCE, () => this._end(this._failed));
    host.appendChild(this.element);
  }

  /** Takes it out of the page; it calls nobody any more. */
  remove() {
    this._end();
    cancel(this._next);
    if (this.element.parentNode) this.element.parentNode.removeChild(this.element);
  }

  /** What it says of itself in the part called `name`. */
  said(name) {
    const part = this.part(`.${name}`);
    return part ? part.textContent : '';
  }

  part(selector) {
    return this.element.shadowRoot.querySelector(selector);
  }

  /** Presses a button of its own that is not in sight. */
  press(selector) {
    const button = this.part(selector);
    if (button) button.click();
  }

  /** Draws it in other colours, another size of text, on another day. */
  look() {
    this._stale = true;
    this.element.setAttribute('theme', state.theme);
    this.element.setAttribute('text-size', state.text === 'large' ? 'large' : 'normal');
  }

  /**
   * Makes it as high as its place and no higher: years by the drawing's height, all else by the size of its text, between `least` and
   * `most` of what its sheet says. Then calls `then`.
   */
  fit(least, most, then) {
    const { style } = this.element;
    if (style.fontSize) {
      style.removeProperty('font-size');
      this._stale = true;
    }
    const usual = parseFloat(getComputedStyle(this.element).fontSize);
    let tries = TRIES;
    const step = () => {
      const place = this._host.clientHeight;
      const high = this.element.offsetHeight;
      const plot = this.part('[id^="trajectory-"]');
      tries -= 1;
      if (!high || !tries || (high <= place && place - high < LOOSE)) return then();
      if (plot) {
        const want = Math.floor(Math.max(120, Math.min(plot.offsetHeight + place - high, plot.offsetWidth * STEEP)));
        if (Math.abs(want - plot.offsetHeight) < LOOSE) return then();
        style.setProperty(HEIGHT, `${want}px`);
      } else {
        const now = parseFloat(getComputedStyle(this.element).fontSize);
        const want = Math.min(Math.max(now * Math.sqrt(place / high), usual * least), usual * most);
        // Near enough, or as far as it may go.
        if (Math.abs(want - now) < 0.5 || (high <= place && place - high < place / 8)) return then();
        style.setProperty('font-size', `${want}px`);
      }
      return this._again(step);
    };
    if (this._stale) this._again(step);
    else step();
  }

  /** Has it drawn anew with what its style says now. */
  _again(then) {
    this._stale = false;
    this.element.setAttribute('theme', state.theme);
    cancel(this._next);
    // It draws before the next turn of the page.
    this._next = later(0, () => {
      this._next = later(0, then);
    });
  }

  _ready() {
    const done = this._done;
    this._done = undefined;
    cancel(this._wait);
    if (done) done();
  }

  _end(act) {
    cancel(this._wait);
    this._done = undefined;
    this._failed = undefined;
    if (act) act();
  }
}
