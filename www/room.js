// The room of the static chart that stood in an element until the live one came: kept, so that nothing on the page moves.

// A scroll bar may come or go with what is drawn, and is at most so wide, in pixels.
const SCROLL_BAR = 20;

export class Room {
  /** Of `element`; `frame` takes the place of its own content, which `own` shows. */
  constructor(element, frame, own) {
    Object.assign(this, { _element: element, _frame: frame, _own: own });
  }

  /** The height of the static chart that stands here, in pixels: 0 where there is none. */
  height() {
    const stands = this._own.parentNode && this._element.querySelector('[data-indicator-static]');
    return stands ? this._element.getBoundingClientRect().height : 0;
  }

  /** Keeps that height. */
  keep(height) {
    this._frame.style.minHeight = height ? `${height}px` : '';
    this._width = height ? this._element.clientWidth : 0;
  }

  /** At another width there is nothing to keep. */
  check() {
    if (this._width && Math.abs(this._element.clientWidth - this._width) > SCROLL_BAR) this.keep(0);
  }
}
