// How a drawing is read mark by mark, by pointer, finger and keyboard, and where the card that tells of a mark stands.
// A mark is what carries `data-mark`, its card's number; `data-row` says which marks left and right walk through.

import { beside, boxOf, crosshair, outline } from './marking.js';

// A mark is found from this far, in CSS pixels: half of what a finger needs, also where text is large.
const REACH = 22;
const LARGE = 30;
// A card that was only glanced at stays this long after the pointer has left, in milliseconds, so that it can be moved to.
const GRACE = 300;
const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

export class Reading {
  /** Listens on `frame` for its whole life. `core.card(figure, index, mark, full)` makes a card, `core.dress()` styles it,
      `core.open(target, from)` shows a target's own chart, `core.back()` goes back from there. */
  constructor(frame, core) {
    this._frame = frame;
    this._core = core;
    this._boxes = new WeakMap();
    this._last = {};
    const on = (type, listener) => frame.addEventListener(type, listener.bind(this));
    const pointer = typeof PointerEvent === 'function';
    this._press = pointer ? 'pointerdown' : 'mousedown';
    on(pointer ? 'pointermove' : 'mousemove', this._move);
    on(pointer ? 'pointerleave' : 'mouseleave', this._leave);
    on('pointerdown', this._down);
    on('pointerup', this._up);
    on('pointercancel', this._cancel);
    frame.addEventListener('touchmove', this._draw.bind(this), { passive: false });
    on('click', this._click);
    on('keydown', this._key);
    on('focusin', this._focused);
    on('focusout', this._blurred);
    this._elsewhere = (event) => {
      const path = event.composedPath ? event.composedPath() : [];
      if (path.indexOf(this._card) < 0 && path.indexOf(this._at.svg) < 0) this.close();
    };
    this._escape = (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this._dismiss();
    };
  }

  /** What is focused and shown, before a drawing is made anew. */
  hold() {
    const active = this._frame.getRootNode().activeElement;
    const mark = active && active.closest('[data-mark]');
    return { focus: mark && place(mark), shown: this._at && { at: place(this._at.mark, this._at.figure), full: this._at.full } };
  }

  /** Brings that back in the new drawing. */
  bring(held) {
    this._frame.querySelectorAll('.figure').forEach((figure) => this._rove(this._mark({ figure: figure.id, mark: this._last[figure.id] })));
    if (held.focus && held.focus.mark) this.focus(held.focus);
    if (!held.shown) return;
    const mark = this._mark(held.shown.at);
    this.close();
    if (mark) this._show(mark, held.shown.full);
  }

  /** Focuses the mark at a place, without its card. */
  focus(at) {
    const mark = this._mark(at);
    if (!mark) return;
    this._quiet = true;
    mark.focus({ preventScroll: !at.scroll });
    this._quiet = false;
  }

  close() {
    clearTimeout(this._leaving);
    if (!this._at) return;
    this._at.drawn.concat(this._card).forEach((node) => node.parentNode && node.parentNode.removeChild(node));
    this._at = this._card = undefined;
    document.removeEventListener(this._press, this._elsewhere);
    document.removeEventListener('keydown', this._escape, true);
  }

  /** Closes the card; the focus does not get lost with it. */
  _dismiss() {
    const at = place(this._at.mark, this._at.figure);
    const within = this._at.full && this._card.contains(this._frame.getRootNode().activeElement);
    this.close();
    if (within) this.focus(at);
  }

  _mark({ figure, mark }) {
    return mark && this._frame.querySelector(`[id="${figure}"]:not([hidden]) [data-mark="${mark}"][tabindex]`);
  }

  /** Shows the card of `mark`: at a glance, or in full to be read and operated; out of the way of a pointer at this height. */
  _show(mark, full, height) {
    clearTimeout(this._leaving);
    if (this._at && this._at.mark === mark && this._at.full === full) return;
    const figure = mark.closest('.figure');
    const section = figure.parentNode;
    const index = Array.from(this._frame.children).indexOf(section);
    const card = this._core.card(figure, index, Number(mark.getAttribute('data-mark')), full);
    this.close();
    if (!card) return;
    const svg = mark.ownerSVGElement;
    section.insertBefore(card, figure.nextSibling);
    this._card = card;
    this._at = { mark, full, figure, svg, drawn: [crosshair(svg, mark, plots(figure)), outline(svg, mark, 'spot')].filter(Boolean) };
    this._core.dress();
    beside(card, mark, this._marks(svg), plots(figure), height);
    document.addEventListener(this._press, this._elsewhere);
    document.addEventListener('keydown', this._escape, true);
  }

  /** The marks of a drawing in their order, with their boxes in it. */
  _marks(svg) {
    let marks = this._boxes.get(svg);
    if (!marks) {
      const all = Array.from(svg.querySelectorAll('[data-mark][tabindex]'));
      marks = all.map((mark) => ({ mark, number: Number(mark.getAttribute('data-mark')), row: Number(mark.getAttribute('data-row')), box: boxOf(mark, svg) }));
      marks.sort((one, other) => one.number - other.number);
      this._boxes.set(svg, marks);
    }
    return marks;
  }

  /** The mark that a pointer at this event means: in a plot the nearest year's, else the one under it or near. */
  _find(svg, event) {
    const { left, top } = svg.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const plot = plots(svg.parentNode);
    const reach = this._frame.classList.contains('large') ? LARGE : REACH;
    let found;
    let least = Infinity;
    for (const { mark, box } of this._marks(svg)) {
      const across = Math.abs(x - box.x);
      const far = Math.hypot(outside(x, box.left, box.right), outside(y, box.top, box.bottom));
      // Of those that it lies within, the smallest.
      const cost = plot ? Math.round(across) * 1e4 + Math.abs(y - box.y) : far * 1e4 + (box.right - box.left);
      if (cost < least && (plot || far <= reach)) [found, least] = [mark, cost];
    }
    const marks = this._marks(svg);
    const ends = marks.map(({ box }) => box.x);
    if (plot && (x < Math.min(...ends) - 2 * reach || x > Math.max(...ends) + 2 * reach)) return undefined;
    return found;
  }

  _move(event) {
    if (event.pointerType === 'touch') {
      if (this._finger && this._finger.id === event.pointerId) this._glance(this._find(this._finger.svg, event), event);
      return;
    }
    if (this._at && this._at.full) return;
    const svg = drawing(event.target);
    const mark = svg && this._find(svg, event);
    if (mark) this._glance(mark, event);
    else if (this._card && this._card.contains(event.target)) clearTimeout(this._leaving);
    else this._leave(event);
  }

  _glance(mark, event) {
    if (mark) this._show(mark, false, event.clientY);
  }

  _leave(event) {
    if (event.pointerType === 'touch' || !this._at || this._at.full) return;
    clearTimeout(this._leaving);
    this._leaving = setTimeout(() => {
      const focus = this._mark(this.hold().focus || {});
      if (focus && !this._quietly) this._show(focus, false);
      else this.close();
    }, GRACE);
  }

  _down(event) {
    const svg = event.pointerType === 'touch' && drawing(event.target);
    if (!svg) return;
    this._finger = { svg, id: event.pointerId, x: event.clientX, y: event.clientY };
    if (plots(svg.parentNode)) this._glance(this._find(svg, event), event);
  }

  /** A finger drawn across a plot reads on, where a browser would take it for a scroll in spite of `touch-action`. */
  _draw(event) {
    const finger = this._finger;
    const touch = event.touches[0];
    if (!finger || event.touches.length > 1 || !plots(finger.svg.parentNode)) return;
    if (finger.across === undefined) finger.across = Math.abs(touch.clientX - finger.x) > Math.abs(touch.clientY - finger.y);
    if (finger.across && event.cancelable) event.preventDefault();
  }

  _up(event) {
    const finger = this._finger;
    this._finger = undefined;
    // What a finger has come to rest on stays, to be read; elsewhere than in a plot a tap is a click.
    if (finger && finger.id === event.pointerId && this._at && plots(this._at.figure)) this._show(this._at.mark, true);
  }

  /** The page scrolls instead. */
  _cancel(event) {
    const finger = this._finger;
    this._finger = undefined;
    if (finger && finger.id === event.pointerId && this._at && !this._at.full) this.close();
  }

  _click(event) {
    const button = event.target.closest('[data-open], [data-close], [data-back]');
    if (button) {
      if (button.hasAttribute('data-back')) this._core.back();
      else if (button.hasAttribute('data-close')) this._dismiss();
      else this._core.open(button.getAttribute('data-open'), Object.assign(place(this._at.mark), { scroll: true }));
      return;
    }
    const svg = drawing(event.target);
    if (!svg) return;
    // A click without a pointer is a screen reader's.
    const mark = event.detail === 0 ? event.target.closest('[data-mark]') : this._find(svg, event);
    if (!mark) {
      this.close();
      return;
    }
    this._show(mark, true);
    this.focus(place(mark));
    if (event.detail === 0 && this._card) this._card.focus();
  }

  _key(event) {
    const mark = event.target.closest('svg[role="group"] [data-mark]');
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      this._show(mark, true);
      if (this._card) this._card.focus();
    } else {
      const next = this._next(mark, event.key);
      if (!next) return;
      next.focus();
    }
    event.preventDefault();
  }

  /** Where a key leads from `mark`: right and left to the next and the one before, Home and End to the ends of its row. */
  _next(mark, key) {
    const svg = mark.ownerSVGElement;
    const marks = this._marks(svg);
    const at = marks.findIndex((one) => one.mark === mark);
    const own = marks[at];
    const row = marks.filter((one) => one.row === own.row);
    if (key === 'Home') return row[0].mark;
    if (key === 'End') return row[row.length - 1].mark;
    const step = STEPS[key];
    if (!step) return undefined;
    const next = key === 'ArrowRight' || key === 'ArrowLeft' ? marks[at + step] : across(marks, own, step, plots(svg.parentNode));
    return (next || own).mark;
  }

  _focused(event) {
    const mark = event.target.closest('svg[role="group"] [data-mark]');
    if (!mark) return;
    this._last[mark.closest('.figure').id] = mark.getAttribute('data-mark');
    this._rove(mark);
    this._unring();
    this._ring = outline(mark.ownerSVGElement, mark, 'ring');
    this._core.dress();
    this._quietly = this._quiet;
    if (!this._quiet && !(this._at && this._at.mark === mark)) this._show(mark, false);
  }

  _blurred(event) {
    this._unring();
    const to = event.relatedTarget;
    // To another window, or with the drawing that is made anew: nothing has been left.
    if (!to || !this._at || this._card.contains(to) || this._at.svg.contains(to)) return;
    this.close();
  }

  _unring() {
    if (this._ring && this._ring.parentNode) this._ring.parentNode.removeChild(this._ring);
    this._ring = undefined;
  }

  /** Tab comes to `mark` alone of its drawing. */
  _rove(mark) {
    if (!mark) return;
    for (const one of this._marks(mark.ownerSVGElement)) one.mark.setAttribute('tabindex', one.mark === mark ? '0' : '-1');
  }
}

/** Where a mark is, for when it will be made anew. */
function place(mark, figure) {
  return { figure: (figure || mark.closest('.figure')).id, mark: mark.getAttribute('data-mark') };
}

/** The drawing that `node` lies in, where it is read mark by mark. */
function drawing(node) {
  return node.closest('.figure svg[role="group"]');
}

/** Whether years run across a figure, so that a pointer anywhere in it means one. */
function plots(figure) {
  return /^trajectory-/.test(figure.id);
}

/** The nearest mark above or below: of a plot in the next row, whatever its height; else in its column, then elsewhere. */
function across(marks, own, step, plot) {
  const high = (own.box.bottom - own.box.top) / 2;
  const away = (one) => step * (plot ? one.row - own.row : Math.round((one.box.y - own.box.y) / high));
  const cost = (one) => away(one) * 1e5 + Math.abs(one.box.x - own.box.x);
  const there = marks.filter((one) => away(one) > 0);
  const column = there.filter((one) => !plot && one.box.left < own.box.right && one.box.right > own.box.left);
  return (column.length ? column : there).sort((one, other) => cost(one) - cost(other))[0];
}

function outside(at, from, to) {
  return Math.max(from - at, 0, at - to);
}
