// <indicator-chart>: the class that a browser wants. What is shown and said is the core's.

import { borrow, lend } from 'built:start';
import { coded, core, early, load, onRestart } from './loader.js';
import { ATTRIBUTES, SHOWN, TRIED, VOIDING, mirror, reassign } from './attributes.js';
import { detail, nearestLang, raise, say, sayLeftOut, sayWaiting, tell } from './errors.js';
import { onSight, onSize } from './sight.js';
import { dress } from './style.js';
import { asked } from './options.js';
import { onSurroundings, surroundings } from './surroundings.js';
import { operate, remember, restore, show } from './controls.js';
import { Reading } from './reading.js';
import { Trial } from './trial.js';
import { Sort } from './sort.js';
import { fit } from './fit.js';
import { marks, move } from './motion.js';
import { take } from './take.js';
import { link, read, write } from './state.js';
import { missed, named, placed } from './shared.js';
import { Own, give } from './own.js';
import { answer } from './answers.js';
import { Promise } from './promise.js';
import { Room } from './room.js';
import { grouped } from './group.js';
import { telling } from './telling.js';
import { adopt } from './divs.js';

const NAME = 'indicator-chart';
// After so many failures inside, one upon the other, an element waits before it tries again, in milliseconds.
const TRIES = 3;
const PAUSE = 1000;
// Changes that follow each other faster are one movement, in milliseconds.
const QUICK = 50;

/** Defines the element; to a definition of ours that is there goes what it may lack, another's is told of. */
export function define() {
  if (typeof customElements !== 'object' || !Element.prototype.attachShadow) return tell(NAME, 'too-old');
  const other = customElements.get(NAME);
  if (!other) customElements.define(NAME, makeClass());
  else if (other.indicatorWidgets) lend(other.indicatorWidgets);
  else tell(NAME, 'name-clash', true);
  if (!other) adopt(NAME);
  return undefined;
}

function makeClass() {
  class IndicatorChart extends HTMLElement {
    static get observedAttributes() {
      return ATTRIBUTES;
    }

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      this._own = document.createElement('slot');
      this._frame = document.createElement('div');
      this._frame.setAttribute('part', 'frame');
      this._frame.className = 'frame';
      // The page may run from right to left; what we say does not, and labels hang from their starts.
      this._frame.setAttribute('dir', 'ltr');
      this._frame.hidden = true;
      root.appendChild(this._own);
      root.appendChild(this._frame);
      // Before anything is drawn: Firefox computes every style of the page anew for a sheet put on later.
      this._dress();
      this._room = new Room(this, this._frame, this._own);
      this._state = 'waiting';
      this._near = false;
      this._panics = 0;
      // The panels that readers have turned to, chart by chart.
      this._panels = [];
      this._values = new Own(this, () => this._soon());
      operate(this._frame, (shown, section) => {
        this._panels[Array.from(this._frame.children).indexOf(section)] = shown.view;
        this._figures();
        this._share();
        this._changed(shown);
      }, () => this._try(() => this._draw()));
      this._reading = new Reading(this._frame, {
        card: (figure, index, mark, full) => this._try(() => core().card(figure, index, mark, full, this._options())),
        dress: () => this._dress(),
        open: (target, from) => this._open(target, from),
        back: () => this._back(),
      });
      this._frame.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !event.target.closest('select, input')) this._back();
      });
      this._sort = new Sort(this._frame);
      this._trial = new Trial(this._frame, () => this._group, (index, slid, group) => this._tried(index, slid, group));
      take(this._frame, (index) => ({ core: core(), options: Object.assign(this._options(), { chart: index }) }), () => link(this, this._chosen()));
      this._moved = () => this._recall();
    }

    connectedCallback() {
      reassign(this);
      const ends = [onSurroundings((what) => this._surrounded(what)), onRestart((renewed) => this._anew(renewed))];
      this._forget = () => ends.forEach((end) => end());
      window.addEventListener('hashchange', this._moved);
      this._join();
      this._recall();
      this._watch();
      this._soon();
    }

    disconnectedCallback() {
      if (this._forget) this._forget();
      window.removeEventListener('hashchange', this._moved);
      // An open card listens on the document.
      this._reading.close();
      if (this._sight) this._sight();
      this._sizes();
      this._values.leave();
      this._leave();
      this._here = false;
    }

    attributeChangedCallback(name, before, value) {
      this._broken = undefined;
      if (value !== before) this._set(name, value);
      if (name === 'observations') this._values.rows = undefined;
      if (VOIDING.indexOf(name) >= 0) this._trial.forget();
      if (SHOWN.indexOf(name) >= 0) {
        this._opened = undefined;
        this._sort.forget();
        this._panels = [];
      }
      this._soon();
    }

    /** Done once the core and the page's own values are there. */
    async _ready() {
      await load();
      await this._values.ready(() => this._state === 'waiting' && sayWaiting(this, this._frame, core().waiting({ lang: this._lang() })));
    }

    _lang() {
      return nearestLang(this);
    }

    _options() {
      const options = asked(this, this._opened, (name) => this._given(name));
      options.table = this._values.table();
      if (this._group) Object.assign(options, this._group.of(), { axis: this._group.years(this) });
      const given = {};
      for (const name of TRIED) given[name] = options[name] || '';
      options.trials = this._trial.over(given);
      const figure = this._frame.querySelector('.figure:not([hidden])');
      options.width = (figure && figure.clientWidth) || this._frame.clientWidth || this._width || undefined;
      return options;
    }

    /** One update for all changes made in one go. */
    _soon() {
      this._values.forget();
      if (this._due || !this.isConnected) return;
      this._due = true;
      const rest = this._panics < TRIES ? Promise.resolve() : new Promise((done) => setTimeout(done, PAUSE));
      this._drawing = rest.then(() => {
        this._due = false;
        return this._near && this._update();
      });
    }

    async _update() {
      const turn = {};
      this._latest = turn;
      try {
        // What has failed inside is tried again when another thing is asked.
        if (this._broken) throw this._broken;
        await this._ready();
        // Of several that waited for the same values the last one draws.
        if (this.isConnected && turn === this._latest) this._first();
      } catch (error) {
        this._fail(error);
      }
    }

    /** Does what needs the core; where that fails, readers are told. */
    _try(action) {
      try {
        return action();
      } catch (error) {
        this._fail(error);
        return undefined;
      }
    }

    /** Paints; what a link asks for and cannot be is left out, and told of. */
    _first() {
      const linked = this._linked;
      this._linked = undefined;
      let whole = true;
      try {
        if (linked && this._group) {
          // What a figure of growth counts is known once the charts are there.
          core().paint(this._frame, this._options());
          this._trial.start(linked.choices);
          this._lead();
        }
        this._paint();
      } catch (error) {
        if (!linked) throw error;
        whole = false;
        this._opened = undefined;
        this._trial.forget();
        if (this._group) this._group.clear();
        this._paint();
      }
      if (!linked) return;
      if (!whole || missed(this._frame, linked)) sayLeftOut(this._frame, this._lang());
      this.scrollIntoView();
    }

    _paint() {
      const held = this._reading.hold();
      this._reading.close();
      // What is made for paper is made anew behind it: the reader's own is kept until then.
      const memory = this._kept || remember(this._frame);
      this._kept = surroundings().printing ? memory : undefined;
      // Changes that come frame by frame come from a finger on the page: nothing lags behind it.
      const now = performance.now();
      const before = Math.abs(now - this._painted) < QUICK ? new Map() : marks(this._frame);
      this._painted = now;
      const stood = this._room.before();
      this._frame.hidden = false;
      core().paint(this._frame, this._options());
      restore(this._frame, memory);
      this._panels.forEach((name, index) => show(this._frame, name, index));
      if (this._own.parentNode) this._own.parentNode.removeChild(this._own);
      this._room.keep(stood);
      this._dress();
      this._width = 0;
      this._draw();
      this._room.settle(stood);
      this._reading.bring(held);
      move(this._frame, before);
      const first = this._state !== 'drawn';
      this._state = 'drawn';
      this._told = undefined;
      this._panics = 0;
      this._tell(first);
    }

    _dress() {
      dress(this.shadowRoot, this._frame);
    }

    /** Says and draws every chart, or number `only`, at its present width. */
    _draw(only) {
      const options = this._options();
      const held = this._reading.hold();
      if (only === undefined) Object.assign(this, { _width: options.width, _axis: String(options.axis) });
      this._room.check();
      Array.from(this._frame.children).forEach((section, index) => {
        if (only === undefined || only === index) this._refresh(section, index, options);
      });
      this._cover();
      this._trial.mark();
      this._dress();
      this._reading.bring(held);
    }

    /** Shows the chart of one target of several, unless the page does something else with it. */
    _open(target, from) {
      if (!raise(this, 'indicator-open', { target }, true)) return;
      const kept = this._trial.keep();
      this._turn({ target, from, kept, panels: this._panels });
      const back = this._frame.querySelector('[data-back]');
      if (back) back.focus();
    }

    /** Goes back to where that was opened. */
    _back() {
      if (!this._opened) return;
      const { from, kept, panels } = this._opened;
      this._turn(undefined, kept, panels);
      // A link may have opened it: then nothing was left.
      if (from) this._reading.focus(from);
    }

    _turn(opened, kept, panels) {
      this._opened = opened;
      this._sort.forget();
      this._trial.forget(kept);
      this._try(() => {
        this._reading.close();
        this._panels = panels || [];
        this._paint();
        this._share();
      });
    }

    /** Says and draws one chart; a head of its table that had the focus has it again. */
    _refresh(section, index, options) {
      const focus = this.shadowRoot.activeElement;
      core().refresh(section, index, options);
      fit(section, this._frame, (text) => core().ruler(text));
      this._sort.again(section, index);
      const again = focus && !focus.isConnected && focus.id && section.querySelector(`#${focus.id}`);
      if (again) again.focus({ preventScroll: true });
    }

    /** What readers have chosen, by names for the address. */
    _chosen() {
      const charts = Array.from(this._frame.children, (_, index) => ({ panel: this._panels[index], choice: this._trial.of(index) }));
      const state = named(charts, (name) => this._given(name));
      if (this._opened) state.open = this._opened.target;
      return state;
    }

    _share() {
      if (this.getAttribute('share') === 'link') write(this, this._chosen());
    }

    /** Shows what the address says, where the page lets it. */
    _recall() {
      const state = this.getAttribute('share') === 'link' && read(this);
      if (!state) return;
      this._linked = placed(state);
      this._panels = this._linked.panels;
      this._opened = state.open ? { target: state.open } : undefined;
      if (!this._group) this._trial.start(this._linked.choices);
      this._near = true;
      this._soon();
    }

    /** Draws again where the width has changed; or on a fresh core, as it stands. */
    _figures(anew) {
      if (this._state !== 'drawn') return;
      this._try(() => {
        const { width, axis } = this._options();
        if (anew || width !== this._width || String(axis) !== this._axis || this._frame.querySelector('.figure:not([hidden]):empty')) this._draw();
      });
    }

    /** Draws again: on a fresh core as it stands, from other data as if another thing were asked. */
    _anew(renewed) {
      if (renewed) this.attributeChangedCallback(SHOWN[0]);
      else this._figures(true);
    }

    _surrounded(what) {
      if (what === 'size') this._figures();
      else if (what === 'print') this._print();
      else this._soon();
    }

    /** Printing does not wait: draw now if the core is there. */
    _print() {
      this._near = true;
      if (this._state === 'drawn') this._try(() => this._paint());
      else this._soon();
    }

    /** Says what is wrong, beside the element's own content; the page is told of each fault once. */
    _fail(thrown) {
      const lang = this._lang();
      const error = coded(thrown, lang);
      // The core is being made anew: what is asked of it waits.
      if (early(thrown)) return this._soon();
      this._wrong = error;
      if (error.code === 'panic' && this._broken !== thrown) {
        this._broken = thrown;
        this._panics += 1;
        this._told = undefined;
      }
      this._state = 'failed';
      if (this._group) this._group.tell(this);
      this._reading.close();
      say(this._frame, error, this, lang);
      this._frame.hidden = false;
      if (!this._own.parentNode) this.shadowRoot.insertBefore(this._own, this._frame);
      this._dress();
      const told = this._told || {};
      this._told = { code: error.code, message: error.message, lang };
      // In another language it is the same fault.
      if (told.code !== error.code || (told.message !== error.message && told.lang === lang)) raise(this, 'indicator-error', detail(error));
      return undefined;
    }

    _watch() {
      this._sizes = onSize(this._frame, () => this._figures());
      if (this._near) return;
      this._sight = onSight(this, () => {
        this._near = true;
        this._soon();
      });
    }
  }

  // By this a second script of ours knows the first, and lends it its core.
  IndicatorChart.indicatorWidgets = borrow;
  mirror(IndicatorChart.prototype);
  give(IndicatorChart.prototype);
  answer(IndicatorChart.prototype);
  grouped(IndicatorChart.prototype);
  telling(IndicatorChart.prototype);
  return IndicatorChart;
}
