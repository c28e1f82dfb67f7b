// What a reader tries out: another method, an assumption of their own, a later last year, other targets of many. A chart's choice stands above
// the element's attributes until it is reset; one of the attributes set anew ends all choices.

import { Choices, next } from './choices.js';
import { SHARED } from './group.js';

// The new finding is said when the slider has rested for so long, in milliseconds.
const REST = 500;

export class Trial {
  /**
   * `group()` is the group that chooses with it, if any. `show(index, slid, group)` shows a chart with what is chosen now, `slid`
   * with the slider, and all of the `group` with it; it throws where that cannot be.
   */
  constructor(frame, group, show) {
    this._group = group;
    this._frame = frame;
    this._show = show;
    this.forget();
    frame.addEventListener('input', (event) => {
      if (event.target.type === 'range') this._set(event.target, true);
    });
    frame.addEventListener('change', (event) => this._set(event.target, false));
    frame.addEventListener('click', (event) => {
      const button = event.target.closest('[data-act]');
      if (button && button.getAttribute('aria-disabled') === 'false') this._back(this._index(button), button.getAttribute('data-act'));
    });
  }

  forget(kept) {
    this._own = kept || [];
    this._moving = false;
  }

  /** Puts aside what is chosen, for `forget` to bring back. */
  keep() {
    return this._own;
  }

  /** What is chosen of that which a group has nothing to do with. */
  apart() {
    return this._own.map((own) => new Choices(without(own.now)));
  }

  /** For each chart what it is asked: its choice, else what is `given`. */
  over(given) {
    const charts = this._group() ? Array.from(this._frame.children) : [];
    // Spread: a chart without a choice is a hole in the list, which `map` would leave.
    return [...(charts.length > this._own.length ? charts : this._own)].map((_, index) => Object.assign({}, given, this.of(index)));
  }

  /** What a reader has chosen of a chart. */
  of(index) {
    const own = this._own[index] ? this._own[index].now : {};
    const group = this._group();
    return group ? Object.assign(without(own), group.of(this._unit(index))) : own;
  }

  /** Begins from these choices, one for each chart. */
  start(choices) {
    const group = this._group();
    this.forget(choices.map((choice) => new Choices(group ? without(choice) : choice)));
    choices.forEach((choice, index) => {
      const shared = {};
      for (const name of SHARED) if (name in choice) shared[name] = choice[name];
      if (group && Object.keys(shared).length) group.choose(shared, this._unit(index), true);
    });
  }

  /** Says at the buttons what there is to take back. */
  mark() {
    Array.from(this._frame.children).forEach((section, index) => {
      const all = this._histories(index);
      const spent = { undo: !all.some((one) => one.last), reset: !all.some((one) => one.some) };
      section.querySelectorAll('[data-act]').forEach((button) => {
        button.setAttribute('aria-disabled', String(spent[button.getAttribute('data-act')]));
      });
    });
  }

  /** The longest finding of those shown keeps its room. */
  hold() {
    this._frame.querySelectorAll('.findings').forEach((part) => {
      const [finding, ghost] = Array.from(part.children);
      if (finding.textContent.length > ghost.textContent.length) ghost.textContent = finding.textContent;
    });
  }

  /** The choices that hold for a chart: its own, and those of its group. */
  _histories(index) {
    const group = this._group();
    return [this._own[index], group && group.choices].filter(Boolean);
  }

  _unit(index) {
    const section = this._frame.children[index];
    return section && section.getAttribute('data-unit');
  }

  _index(node) {
    return Array.from(this._frame.children).indexOf(node.closest('.chart'));
  }

  _set(control, moving) {
    const what = control.getAttribute('data-set');
    if (!what) return;
    const index = this._index(control);
    const slider = this._frame.children[index].querySelector('.slider');
    // As keyboards of the region type it: full-width digits, a real minus sign.
    const typed = () => control.value.normalize('NFKC').replace(/\u2212/g, '-').replace(/\s/g, '');
    const value = what === 'growth' ? typed() : control.value;
    const patch = { [what]: value };
    if (what === 'method' && value === 'assumption') Object.assign(patch, { method: '', growth: slider.value });
    else if (what === 'method') patch.growth = '';
    const own = this._own[index] || new Choices();
    this._own[index] = own;
    const group = SHARED.indexOf(what) >= 0 && this._group();
    // One movement of the slider is one step back.
    if (group) group.choose(patch, this._unit(index), this._moving);
    else own.set(Object.assign({}, own.now, patch), this._moving);
    this._moving = moving;
    this._soon(index, control === slider, group);
  }

  _back(index, act) {
    const all = this._histories(index);
    const last = Math.max(...all.map((one) => one.last));
    const number = next();
    all.forEach((one) => {
      if (act !== 'undo') one.set({}, false, number);
      else if (one.last === last) one.undo();
    });
    this._soon(index, false, this._group());
  }

  /** Shows it once in the next frame. */
  _soon(index, slid, group) {
    this._slid = slid;
    this._all = this._all || group;
    if (this._due) return;
    this._due = true;
    requestAnimationFrame(() => {
      this._due = false;
      const all = this._all;
      this._all = undefined;
      const section = this._frame.children[index];
      const said = section && section.querySelector('[aria-live]');
      if (!said) return;
      const finding = section.querySelector('.finding');
      this.hold();
      let wrong;
      try {
        this._show(index, this._slid, all);
      } catch (error) {
        wrong = error;
        const one = all ? all.choices : this._own[index];
        if (one.last) one.undo();
      }
      const typed = section.querySelector('.number');
      if (typed) typed.setAttribute('aria-invalid', String(Boolean(wrong)));
      said.className = wrong ? 'error' : 'said';
      this.mark();
      clearTimeout(this._rest);
      this._rest = setTimeout(() => {
        said.textContent = wrong ? wrong.message : finding.textContent;
      }, wrong ? 0 : REST);
    });
  }
}

/** A choice without what groups share. */
function without(choice) {
  const rest = Object.assign({}, choice);
  for (const name of SHARED) delete rest[name];
  return rest;
}
