// Elements of one `group`, wherever in the page they are: what a reader assumes in one is assumed in all, and their charts cover
// the same years. The group's first element says what it begins with; who comes later takes that over, and who leaves is as before.

import { Choices } from './choices.js';
import { marks, move } from './motion.js';
import { Promise } from './promise.js';

// What readers choose for all, and what a page sets for all by an attribute of one.
export const SHARED = ['method', 'growth', 'until'];
const GIVEN = SHARED.concat('as-of');

const groups = new Map();

/** The group that `element` asks for and is of from now on, if any; `last` is the one that it was of. */
export function join(element, last) {
  const name = (element.getAttribute('group') || '').trim();
  if (!name) return undefined;
  // Who is only moved takes its group along.
  const group = groups.get(name) || (last && last.name === name ? last : new Group(name, element));
  groups.set(name, group);
  group.members.add(element);
  return group;
}

class Group {
  constructor(name, first) {
    this.name = name;
    this.members = new Set();
    this.choices = new Choices();
    this._years = new Map();
    this._given = {};
    GIVEN.forEach((one) => this._keep(one, first.getAttribute(one)));
  }

  /** `element` is of it no more. */
  leave(element) {
    this.members.delete(element);
    this.tell(element);
    if (!this.members.size) groups.delete(this.name);
  }

  /** The other members. */
  others(element) {
    return Array.from(this.members).filter((one) => one !== element);
  }

  /** The value of an attribute of `element`, as the group has it. */
  given(element, name) {
    return name in this._given ? this._given[name] : element.getAttribute(name);
  }

  /** Takes what a page sets by an attribute of one member; whether that concerns the others. */
  give(name, value) {
    if (GIVEN.indexOf(name) < 0) return false;
    this._keep(name, value);
    if (SHARED.indexOf(name) >= 0) this.clear();
    return true;
  }

  /** Nothing is chosen any more. */
  clear() {
    this.choices = new Choices();
  }

  // A figure of growth is one of its element's unit, a percentage one of any.
  _keep(name, value) {
    if (name === 'growth' && figure(value)) delete this._given.growth;
    else this._given[name] = value || '';
  }

  /** What is chosen for a chart whose values are in `unit`. */
  of(unit) {
    const { now } = this.choices;
    const choice = {};
    for (const name of SHARED) if (name in now) choice[name] = now[name];
    const own = (now.units || {})[unit];
    if (own) choice.growth = own;
    return choice;
  }

  /** Chooses `patch` in a chart whose values are in `unit`; `on` as `Choices.set` has it. */
  choose(patch, unit, on) {
    const { now } = this.choices;
    const after = Object.assign({}, now, patch);
    if ('growth' in patch) {
      after.units = {};
      if (figure(patch.growth)) {
        // What others go on with stays as it was.
        delete after.growth;
        if ('growth' in now) after.growth = now.growth;
        after.units = Object.assign({}, now.units, { [unit]: patch.growth });
      }
    }
    this.choices.set(after, on);
  }

  /** The years that the charts of the others cover, first and last: nothing where none is drawn. */
  years(element) {
    let all;
    this._years.forEach((own, one) => {
      if (one !== element) all = all ? [Math.min(all[0], own[0]), Math.max(all[1], own[1])] : own;
    });
    return all;
  }

  /** Takes the years that the charts of `element` cover by themselves, and lets the others follow, once for all who tell. */
  tell(element, years) {
    if (String(years) === String(this._years.get(element))) return;
    if (years) this._years.set(element, years);
    else this._years.delete(element);
    if (this._due) return;
    this._due = Promise.resolve().then(() => {
      this._due = undefined;
      this.members.forEach((one) => one._figures());
    });
  }
}

/** Whether an assumption is a figure in some unit, not a percentage. */
function figure(growth) {
  return Boolean(growth) && !/[%\uff05]\s*$/.test(growth);
}

/** Gives the element's `prototype` what it does in a group. */
export function grouped(prototype) {
  Object.assign(prototype, {
    /** Joins the group that its attribute names; what its reader chose outside of that is put aside until it leaves. */
    _join() {
      this._here = true;
      const group = join(this, this._last);
      if (group !== this._last) {
        if (this._last) this._trial.forget(this._aside);
        this._aside = this._trial.keep();
        if (group) this._trial.forget(this._trial.apart());
      }
      this._group = group;
      this._last = group;
    },

    _leave() {
      if (this._group) this._group.leave(this);
      this._group = undefined;
    },

    /** The value of an attribute, as its group has it. */
    _given(name) {
      return this._group ? this._group.given(this, name) : this.getAttribute(name);
    },

    /** An attribute is another now: the group may have to follow. */
    _set(name, value) {
      // What an element begins with is told of before it has joined.
      if (!this._here) return;
      this._origin = undefined;
      if (name === 'group') {
        this._leave();
        this._join();
      } else if (this._group && this._group.give(name, value)) this._lead();
    },

    /** The others are to be drawn as the group's state is now. */
    _lead() {
      this._group.others(this).forEach((one) => {
        one._origin = this;
        one._soon();
      });
    },

    /** Tells the others which years its charts cover by themselves; they all come with the first that comes into sight. */
    _cover() {
      if (!this._group) return;
      const years = Array.from(this._frame.children).map((section) => section.getAttribute('data-years')).filter(Boolean).join(' ').split(' ').map(Number);
      this._group.tell(this, years[0] ? [Math.min(...years), Math.max(...years)] : undefined);
      if (this._state === 'drawn') return;
      this._group.others(this).filter((one) => !one._near).forEach((one) => {
        one._near = true;
        one._soon();
      });
    },

    /** Shows what a reader chose in another one; whether it does. */
    _follow(slid) {
      if (this._state !== 'drawn') return false;
      const before = slid ? new Map() : marks(this._frame);
      this._trial.hold();
      this._try(() => this._draw());
      move(this._frame, before);
      this._share();
      return this._state === 'drawn';
    },
  });
}
