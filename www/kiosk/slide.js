// One slide on one of the two stages: its words in the largest type that they have room in, its chart below.

import { Chart } from './chart.js';
import { empty } from './dom.js';
import { attributes } from './playlist.js';
import { state } from './state.js';
import { target } from './catalogue.js';

// A headline is set the smaller, the more it has to say: up to so many em of Chinese, which size.
const SIZES = [[14, 'short'], [26, 'middle'], [44, 'long'], [Infinity, 'longest']];
// By how much the text of a chart may differ from its usual size to fill the place: those of few marks grow, none gets too small to be read
// from afar.
const LEAST = 0.85;
const MOST = { progress: 2, comparison: 1.6 };
// A first sentence ends at a full stop; a point within a number is none.
const SENTENCE = /^.*?(?:[\u3002\uff01\uff1f]|[.!?](?=\s|$))/;

/** The first sentence of a text, without its full stop: it stands alone. */
const first = (text) => (SENTENCE.exec(text) || [text])[0].replace(/[\u3002.]$/, '');

/** How long a text is, in em. */
const wide = (text) => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0);

export class Stage {
  constructor(element) {
    this.element = element;
    const part = (name) => element.querySelector(`.${name}`);
    this._kicker = part('kicker');
    this._of = part('of');
    this._headline = part('headline');
    this._sub = part('sub');
    this._area = part('area');
    this._sheet = part('sheet');
  }

  /** Puts a slide on, still unseen; `done()` once it stands as it is to be seen, `failed()` if it can't. */
  put(slide, done, failed) {
    this.clear();
    this.element.setAttribute('data-view', slide.view);
    this._chart = new Chart(this._sheet, Object.assign({ controls: 'none' }, attributes(slide)), 'slide', () => {
      this._say(slide);
      this._chart.fit(LEAST, MOST[slide.view] || 1.25, () => {
        this._pan();
        done();
      });
    }, failed);
  }

  /** Takes everything off it. */
  clear() {
    if (this._chart) this._chart.remove();
    this._chart = undefined;
    [this._kicker, this._of, this._headline, this._sub].forEach(empty);
  }

  /** Moves what is higher than its place slowly up, over the time that it shows, in milliseconds. */
  play(time) {
    const { style } = this._chart.element;
    if (this._over < 1 || (window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)').matches)) return;
    style.transition = `transform ${Math.round(time * 0.7)}ms linear ${Math.round(time * 0.15)}ms`;
    style.transform = `translateY(${-this._over}px)`;
  }

  _pan() {
    this._over = Math.max(0, Math.ceil(this._chart.element.offsetHeight - this._sheet.clientHeight));
    this._area.classList.toggle('over', this._over > 0);
  }

  _say(slide) {
    const given = slide.heading && (slide.heading[state.lang] || Object.values(slide.heading)[0]);
    const finding = this._chart.said('finding');
    const row = target(slide.target || (slide.targets || [])[0], state.lang);
    // Of several each says its own title.
    const many = this._chart.part('.chart:not(:only-child)');
    if (many) this._chart.element.setAttribute('data-many', '');
    const headline = given || first(finding);
    const size = SIZES.find(([most]) => wide(headline) <= most)[1];
    this._kicker.textContent = many ? '' : this._chart.said('title');
    this._headline.textContent = headline;
    this._headline.setAttribute('data-size', size);
    this._sub.textContent = given && !many ? first(finding) : '';
    this._of.textContent = row ? row.plan_name : '';
  }
}
