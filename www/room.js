// The room of the static chart that stood in an element until the live one came: kept, so that nothing on the page moves.

// A scroll bar may come or go with what is drawn, and is at most so wide, in pixels.
const SCROLL_BAR = 20;

export class Room {
  /** Of `element`; `frame` takes the place of its own content, which `own` shows. */
  constructor(element, frame, own) {
    Object.assign(this, { _element: element, _frame: frame, _own: own });
  }

  /** To be called before the live chart is drawn in the static one's place; what it gives is for `keep`. */
  before() {
    const stands = this._own.parentNode && this._element.querySelector('[data-indicator-static]');
    return stands ? { height: this._element.getBoundingClientRect().height, below: this._below() } : { height: 0 };
  }

  /** Keeps the height that was. */
  keep({ height }) {
    this._frame.style.minHeight = height ? `${height}px` : '';
    this._width = height ? this._element.clientWidth : 0;
  }

  /** Once all is drawn: margins that stuck out of the static chart are room too. */
  settle({ height, below }) {
    const moved = height && below - this._below();
    if (moved) this._frame.style.minHeight = `${height + moved}px`;
  }

  /** Where on the page that begins which follows. */
  _below() {
    const next = this._element.nextElementSibling;
    return next ? next.getBoundingClientRect().top : (this._element.parentElement || this._element).getBoundingClientRect().bottom;
  }

  /** At another width there is nothing to keep. */
  check() {
    if (this._width && Math.abs(this._element.clientWidth - this._width) > SCROLL_BAR) this.keep({});
  }
}
