// <indicator-chart>: the class that a browser wants. What is shown and said is the core's.

import { coded, fault, load } from './loader.js';
import { dress } from './style.js';
import { today } from './today.js';
import { onSurroundings, surroundings } from './surroundings.js';
import { operate, remember, restore, show } from './controls.js';
import { Reading } from './reading.js';
import { Trial } from './trial.js';
import { Sort } from './sort.js';
import { fit } from './fit.js';
import { marks, move } from './motion.js';
import { picture, take } from './take.js';
import { link, read, write } from './state.js';
import { pageTable, tableParsed } from './table.js';
import { adopt } from './divs.js';

const NAME = 'indicator-chart';
const ATTRIBUTES = [
  'target', 'indicator', 'region', 'plan', 'view', 'lang', 'theme', 'text-size', 'controls', 'as-of', 'verdict', 'size',
  'observations', 'contact', 'updated', 'share', 'link', 'method', 'growth', 'until', 'topic', 'section', 'office', 'judged',
  'sort', 'compare',
];
// What a reader can change, and what makes such changes void.
const TRIED = ATTRIBUTES.slice(ATTRIBUTES.indexOf('method'));
const SHOWN = ['target', 'indicator', 'region', 'plan', 'view'];
const VOIDING = TRIED.concat('target', 'indicator', 'region', 'plan');
// Begin to draw this far before a chart comes into sight.
const AHEAD = '800px';
// What an event tells of a change whether it is set or not.
const ALWAYS = ['method', 'growth', 'until'];
// A scroll bar is at most so wide, in pixels.
const SCROLL_BAR = 20;
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Defines the element; a second definition of ours is passed over, another's is told of. */
export function define() {
  if (typeof customElements !== 'object' || !Element.prototype.attachShadow) return tooOld();
  const other = customElements.get(NAME);
  if (!other) customElements.define(NAME, makeClass());
  else if (!other.indicatorWidgets) document.querySelectorAll(NAME).forEach((element) => tell(element, 'name-clash'));
  if (!other) adopt(NAME);
  return undefined;
}

function tooOld() {
  document.querySelectorAll(NAME).forEach((element) => tell(element, 'too-old'));
}

function tell(element, code) {
  raise(element, 'indicator-error', detail(fault(code, nearestLang(element))));
}

function detail(error) {
  return { code: error.code, message: error.message };
}

/** Raises an event; false where the page prevents what would follow. */
function raise(element, name, about, cancelable) {
  return element.dispatchEvent(new CustomEvent(name, { detail: about, bubbles: true, composed: true, cancelable: Boolean(cancelable) }));
}

/** The language that holds at `node`, through shadow trees. */
function nearestLang(node) {
  for (let at = node; at; at = at.parentNode || at.host) {
    const lang = at.getAttribute && at.getAttribute('lang');
    if (lang) return lang;
  }
  return '';
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
      this._frame.hidden = true;
      root.appendChild(this._own);
      root.appendChild(this._frame);
      // Before anything is drawn: Firefox computes every style of the page anew for a sheet put on later.
      this._dress();
      this._state = 'waiting';
      this._near = false;
      // The panels that readers have turned to, chart by chart.
      this._panels = [];
      operate(this._frame, (shown, section) => {
        this._panels[Array.from(this._frame.children).indexOf(section)] = shown.view;
        this._figures();
        this._share();
        raise(this, 'indicator-change', shown);
      }, () => this._draw());
      this._reading = new Reading(this._frame, {
        card: (figure, index, mark, full) => this._core.card(figure, index, mark, full, this._options()),
        dress: () => this._dress(),
        open: (target, from) => this._open(target, from),
        back: () => this._back(),
      });
      this._frame.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !event.target.closest('select, input')) this._back();
      });
      this._sort = new Sort(this._frame);
      this._trial = new Trial(this._frame, (index, slid) => {
        const options = this._options();
        const section = this._frame.children[index];
        const held = this._reading.hold();
        // The slider's own steps are drawn at once: nothing lags behind the finger.
        const before = slid ? new Map() : marks(section);
        this._refresh(section, index, options);
        this._dress();
        this._reading.bring(held);
        move(section, before);
        this._share();
        const asked = options.trials[index];
        const detail = {};
        for (const name of TRIED) if (asked[name] || ALWAYS.indexOf(name) >= 0) detail[name] = asked[name];
        raise(this, 'indicator-change', detail);
      });
      take(this._frame, (index) => ({ core: this._core, options: Object.assign(this._options(), { chart: index }) }), () => link(this, this._chosen()));
      this._moved = () => this._recall();
    }

    connectedCallback() {
      for (const name of ATTRIBUTES.map(camel)) reassign(this, name);
      this._forget = onSurroundings((printing) => this._surrounded(printing));
      window.addEventListener('hashchange', this._moved);
      this._recall();
      this._watch();
      this._soon();
    }

    disconnectedCallback() {
      if (this._forget) this._forget();
      window.removeEventListener('hashchange', this._moved);
      if (this._sight) this._sight.disconnect();
      if (this._sizes) this._sizes.disconnect();
    }

    attributeChangedCallback(name) {
      if (VOIDING.indexOf(name) >= 0) this._trial.forget();
      if (SHOWN.indexOf(name) >= 0) {
        this._opened = undefined;
        this._sort.forget();
        this._panels = [];
      }
      this._soon();
    }

    /** What the chart shows, in words: a promise. */
    describe() {
      return this._ask((core) => core.describe(this._options()));
    }

    /** The chart as an SVG document: a promise of its text. */
    toSVG() {
      return this._ask((core) => core.renderSVG(this._options()));
    }

    /** The chart as a picture, `scale` times its size: a promise of a PNG Blob. */
    toPNG(scale) {
      return this._ask((core) => picture(core, this._options(), scale || 1).catch(() => {
        throw fault('unsupported', this._lang());
      }));
    }

    /** The table as CSV: a promise of its text. */
    toCSV() {
      return this._ask((core) => core.toCSV(this._options()));
    }

    async _ask(question) {
      this._near = true;
      this._soon();
      try {
        return await question(await this._ready());
      } catch (error) {
        throw coded(error, this._lang());
      }
    }

    /** The core, once it and the page's own table are there. */
    async _ready() {
      const core = await load();
      await tableParsed(this);
      return core;
    }

    _lang() {
      return this.getAttribute('lang') || nearestLang(this);
    }

    _options() {
      const options = { asOf: today() };
      for (const name of ATTRIBUTES) {
        const value = this.getAttribute(name);
        if (value) options[camel(name)] = value;
      }
      if (this._opened) {
        for (const name of SHOWN) delete options[name];
        Object.assign(options, { target: this._opened.target, view: 'trajectory', back: 'back' });
      }
      // Read once for each change: the chart is drawn far more often.
      if (!this._page) this._page = { table: pageTable(this) };
      options.table = this._page.table;
      const given = {};
      for (const name of TRIED) given[name] = options[name] || '';
      options.trials = this._trial.over(given);
      const around = surroundings();
      options.printing = around.printing;
      options.lang = this._lang();
      if (!options.theme || options.theme === 'auto' || around.printing) options.theme = around.theme;
      options.text = parseFloat(getComputedStyle(this).fontSize) || 16;
      const figure = this._frame.querySelector('.figure:not([hidden])');
      options.width = (figure && figure.clientWidth) || this._frame.clientWidth || this._width || undefined;
      return options;
    }

    /** One update for all changes made in one go. */
    _soon() {
      this._page = undefined;
      if (this._due || !this.isConnected) return;
      this._due = true;
      Promise.resolve().then(() => {
        this._due = false;
        if (this._near) this._update();
      });
    }

    async _update() {
      try {
        const core = await this._ready();
        if (this.isConnected) this._first(core);
      } catch (error) {
        this._fail(coded(error, this._lang()));
      }
    }

    /** Paints; a link that asks for what cannot be is passed over. */
    _first(core) {
      const linked = this._linked;
      this._linked = false;
      try {
        this._paint(core);
      } catch (error) {
        if (!linked) throw error;
        this._opened = undefined;
        this._trial.forget();
        this._paint(core);
      }
      if (linked) this.scrollIntoView();
    }

    _paint(core) {
      this._core = core;
      const held = this._reading.hold();
      this._reading.close();
      // What is made for paper is made anew behind it: the reader's own is kept until then.
      const memory = this._kept || remember(this._frame);
      this._kept = surroundings().printing ? memory : undefined;
      const before = marks(this._frame);
      const stood = this._stands();
      this._frame.hidden = false;
      core.paint(this._frame, this._options());
      restore(this._frame, memory);
      this._panels.forEach((name, index) => show(this._frame, name, index));
      if (this._own.parentNode) this._own.parentNode.removeChild(this._own);
      this._keep(stood);
      this._dress();
      this._width = 0;
      this._draw();
      this._reading.bring(held);
      move(this._frame, before);
      const first = this._state !== 'drawn';
      this._state = 'drawn';
      raise(this, first ? 'indicator-ready' : 'indicator-change', {});
    }

    /** The height of the static chart that stands here, in pixels: 0 where there is none. */
    _stands() {
      return this._own.parentNode && this.querySelector('[data-indicator-static]') ? this.getBoundingClientRect().height : 0;
    }

    /** Keeps that height while the width stays, so that nothing on the page moves. */
    _keep(height) {
      this._frame.style.minHeight = height ? `${height}px` : '';
      this._stood = height ? this.clientWidth : 0;
    }

    _dress() {
      dress(this.shadowRoot, this._frame);
    }

    /** Says and draws every chart, at its present width. */
    _draw() {
      const options = this._options();
      const held = this._reading.hold();
      this._width = options.width;
      // A scroll bar may come or go with what is drawn.
      if (this._stood && Math.abs(this.clientWidth - this._stood) > SCROLL_BAR) this._keep(0);
      Array.from(this._frame.children).forEach((section, index) => this._refresh(section, index, options));
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
      try {
        this._reading.close();
        this._panels = panels || [];
        this._paint(this._core);
        this._share();
      } catch (error) {
        this._fail(coded(error, this._lang()));
      }
    }

    /** Says and draws one chart; a head of its table that had the focus has it again. */
    _refresh(section, index, options) {
      const focus = this.shadowRoot.activeElement;
      this._core.refresh(section, index, options);
      fit(section, this._frame, (text) => this._core.ruler(text));
      this._sort.again(section, index);
      const again = focus && !focus.isConnected && focus.id && section.querySelector(`#${focus.id}`);
      if (again) again.focus({ preventScroll: true });
    }

    /** What readers have chosen, by names for the address: those of the second chart begin with `2.`. */
    _chosen() {
      const state = {};
      Array.from(this._frame.children).forEach((section, index) => {
        const before = index ? `${index + 1}.` : '';
        const choice = this._trial.of(index);
        if (this._panels[index]) state[`${before}view`] = this._panels[index];
        for (const name of TRIED) if (choice[name] || (name in choice && this.getAttribute(name))) state[before + name] = choice[name];
      });
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
      const choices = [];
      this._panels = [];
      this._opened = state.open ? { target: state.open } : undefined;
      Object.keys(state).forEach((key) => {
        const [, place, name] = /^(?:(\d{1,3})\.)?(.*)$/.exec(key);
        const index = (place || 1) - 1;
        if (name === 'view') this._panels[index] = state[key];
        if (TRIED.indexOf(name) >= 0) choices[index] = Object.assign(choices[index] || {}, { [name]: state[key] });
      });
      this._trial.start(choices);
      this._linked = true;
      this._near = true;
      this._soon();
    }

    /** Draws again where the width has changed. */
    _figures() {
      if (this._state !== 'drawn') return;
      try {
        if (this._options().width !== this._width || this._frame.querySelector('.figure:not([hidden]):empty')) this._draw();
      } catch (error) {
        this._fail(coded(error, this._lang()));
      }
    }

    _surrounded(what) {
      if (what === 'size') this._figures();
      else if (what === 'print') this._print();
      else this._soon();
    }

    /** Printing does not wait: draw now if the core is there. */
    _print() {
      this._near = true;
      if (this._core && this._state !== 'failed') {
        try {
          this._paint(this._core);
        } catch (error) {
          this._fail(coded(error, this._lang()));
        }
      } else {
        this._soon();
      }
    }

    _fail(error) {
      const root = this.shadowRoot;
      this._state = 'failed';
      while (this._frame.firstChild) this._frame.removeChild(this._frame.firstChild);
      const line = document.createElement('p');
      line.setAttribute('part', 'error');
      line.setAttribute('role', 'status');
      line.className = 'error';
      line.textContent = error.message;
      this._frame.appendChild(line);
      this._frame.hidden = false;
      if (!this._own.parentNode) root.insertBefore(this._own, this._frame);
      this._dress();
      raise(this, 'indicator-error', detail(error));
    }

    _watch() {
      if (typeof IntersectionObserver === 'function' && !this._near) {
        this._sight = new IntersectionObserver((entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this._sight.disconnect();
          this._near = true;
          this._soon();
        }, { rootMargin: AHEAD });
        this._sight.observe(this);
      } else {
        this._near = true;
      }
      if (typeof ResizeObserver === 'function') {
        let seen = '';
        const sizes = new ResizeObserver(() => {
          const size = `${this._frame.clientWidth} ${this._frame.clientHeight}`;
          if (size === seen) return;
          seen = size;
          // Not told of again in this frame: a scroll bar may come and go with the chart's height.
          sizes.unobserve(this._frame);
          requestAnimationFrame(() => {
            this._figures();
            if (this._sizes === sizes && this.isConnected) sizes.observe(this._frame);
          });
        });
        this._sizes = sizes;
        this._sizes.observe(this._frame);
      }
    }
  }

  IndicatorChart.indicatorWidgets = true;
  for (const name of ATTRIBUTES) mirror(IndicatorChart.prototype, name);
  return IndicatorChart;
}

/** A property that is its attribute. */
function mirror(prototype, name) {
  if (name === 'lang') return; // HTMLElement has it.
  Object.defineProperty(prototype, camel(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) || '';
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, Array.isArray(value) ? value.join(' ') : String(value));
    },
  });
}

/** A property that was set before the class was there hides the accessor: set it once more. */
function reassign(element, name) {
  if (!Object.prototype.hasOwnProperty.call(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}
