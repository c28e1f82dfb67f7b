// What an element tells its page. Its events bubble and are composed, so that a page listens where it likes:
//
//   indicator-ready    the chart is drawn, first or again after an error. detail: {}
//   indicator-change   what it shows is another. detail after a reader's choice of a projection or out of a list: { method, growth, until } as
//                      attributes have them ('' where there is none), and { topic, section, office, judged, sort, compare } where chosen;
//                      after the switch between chart and table: { view }, the panel's name; after anything else (attributes, values, the
//                      page's language, the reader's colours, a target opened in place): {}. In a group also { group, origin }: its name,
//                      and the member where the change was made. No event for paper, another width, another place in the page
//   indicator-error    it can't be drawn: once for each fault. detail: { code, message }
//   indicator-open     a reader wants a target of several. detail: { target }; can be prevented: then the page shows it
//
// The document raises one indicator-error itself, where something else is called IndicatorWidgets (see api.js).

import { ALWAYS, TRIED } from './attributes.js';
import { raise } from './errors.js';
import { coded } from './loader.js';
import { marks, move } from './motion.js';
import { outcome } from './options.js';
import { surroundings } from './surroundings.js';

/** Gives the element's `prototype` what it tells of itself. */
export function telling(prototype) {
  Object.assign(prototype, {
    /** Tells that it is drawn, `first` or again, unless it shows what it did. */
    _tell(first) {
      const { printing } = surroundings();
      if (first) {
        this._asked = outcome(this._options());
        raise(this, 'indicator-ready', {});
      } else if (!printing && (this._origin || outcome(this._options()) !== this._asked)) this._changed({}, this._origin);
      this._origin = undefined;
    },

    /** Shows what a reader tries in the chart number `index`, and in all of the `group`. */
    _tried(index, slid, group) {
      const part = group ? this._frame : this._frame.children[index];
      // The slider's own steps are drawn at once: nothing lags behind the finger.
      const before = slid ? new Map() : marks(part);
      try {
        this._draw(group ? undefined : index);
      } catch (thrown) {
        // A choice that can't be is told beside it; what fails inside fails as a whole.
        const error = coded(thrown, this._lang());
        if (error.code === 'panic') this._fail(thrown);
        throw error;
      }
      move(part, before);
      this._share();
      const others = group ? group.others(this).filter((one) => one._follow(slid)) : [];
      this._changed(this._about(index));
      others.forEach((one) => one._changed(one._about(0), this));
    },

    /** What is asked of a chart, as an event tells it. */
    _about(index) {
      const now = this._options().trials[index] || {};
      const about = {};
      for (const name of TRIED) if (now[name] || ALWAYS.indexOf(name) >= 0) about[name] = now[name] || '';
      return about;
    },

    /** Tells of a change: with the group, and the member where it was made. */
    _changed(about, origin) {
      this._asked = outcome(this._options());
      if (this._group) Object.assign(about, { group: this._group.name, origin: origin || this });
      raise(this, 'indicator-change', about);
    },
  });
}
