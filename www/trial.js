// What a reader tries out: another method, an assumption of their own, a later last year, other targets of many. A chart's choice stands above
// the element's attributes until it is reset; one of the attributes set anew ends all choices.

// The new finding is said when the slider has rested for so long, in milliseconds.
const REST = 500;

export class Trial {
  /** `show(index, slid)` shows a chart with what is chosen now, `slid` with the slider; it throws where that cannot be. */
  constructor(frame, show) {
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
    this._now = kept ? kept.now : [];
    this._past = kept ? kept.past : [];
    this._moving = false;
  }

  /** Puts aside what is chosen, for `forget` to bring back. */
  keep() {
    return { now: this._now, past: this._past };
  }

  /** For each chart what it is asked: its choice, else what is `given`. */
  over(given) {
    // Spread: a chart without a choice is a hole in the list, which `map` would leave.
    return [...this._now].map((choice) => Object.assign({}, given, choice));
  }

  /** What a reader has chosen of a chart. */
  of(index) {
    return this._now[index] || {};
  }

  /** Begins from these choices, one for each chart. */
  start(choices) {
    this.forget();
    this._now = choices;
  }

  /** Says at the buttons what there is to take back. */
  mark() {
    Array.from(this._frame.children).forEach((section, index) => {
      const spent = { undo: !(this._past[index] || []).length, reset: !Object.keys(this._now[index] || {}).length };
      section.querySelectorAll('[data-act]').forEach((button) => {
        button.setAttribute('aria-disabled', String(spent[button.getAttribute('data-act')]));
      });
    });
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
    const before = this._now[index] || {};
    const after = Object.assign({}, before, patch);
    // One movement of the slider is one step back.
    if (!this._moving && JSON.stringify(before) !== JSON.stringify(after)) {
      this._past[index] = (this._past[index] || []).concat(before);
    }
    this._moving = moving;
    this._now[index] = after;
    this._soon(index, control === slider);
  }

  _back(index, act) {
    const past = this._past[index] || [];
    if (act === 'undo') this._now[index] = past.pop();
    else {
      this._past[index] = past.concat(this._now[index]);
      this._now[index] = {};
    }
    this._soon(index);
  }

  /** Shows it once in the next frame. */
  _soon(index, slid) {
    this._slid = slid;
    if (this._due) return;
    this._due = true;
    requestAnimationFrame(() => {
      this._due = false;
      const section = this._frame.children[index];
      const said = section && section.querySelector('[aria-live]');
      if (!said) return;
      const [finding, ghost] = ['.finding', '.ghost'].map((part) => section.querySelector(part));
      if (finding.textContent.length > ghost.textContent.length) ghost.textContent = finding.textContent;
      let wrong;
      try {
        this._show(index, this._slid);
      } catch (error) {
        wrong = error;
        this._now[index] = (this._past[index] || []).pop();
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
