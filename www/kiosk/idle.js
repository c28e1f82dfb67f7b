// When nobody has touched the screen for a while, the visitor is asked; when nobody answers, all is as if nobody had come.

import { cancel, elapsed, later } from './clock.js';
import { byId } from './dom.js';
import { state } from './state.js';
import { word } from './words.js';

const SECOND = 1000;

/**
 * Watches from now on. After `idle` seconds without a touch `rest()` is called; for the last `warning` of them the countdown shows.
 * `busy()` tells whether there is a visitor at all.
 */
export function idle({ idle: whole, warning }, busy, rest) {
  const box = byId('warning');
  const number = byId('warning-number');
  const count = byId('warning-count');
  let last = elapsed();
  let timer = 0;
  let held = false;
  let focus;

  const left = () => whole * SECOND - (elapsed() - last);

  /** Looks again when there may be something to do. */
  function look() {
    cancel(timer);
    timer = 0;
    if (!busy()) return hide();
    // Whole milliseconds: a wait of less than the clock can tell would be asked for again and again.
    const rests = Math.ceil(left());
    if (rests <= 0) {
      hide();
      return rest();
    }
    if (rests > warning * SECOND) {
      timer = later(rests - warning * SECOND, look);
      return undefined;
    }
    show(Math.ceil(rests / SECOND));
    timer = later(rests - (Math.ceil(rests / SECOND) - 1) * SECOND, look);
    return undefined;
  }

  function show(seconds) {
    number.textContent = String(seconds);
    count.textContent = word(state.lang, 'warning_count');
    if (!box.hidden) return;
    box.hidden = false;
    focus = document.activeElement;
    byId('go-on').focus({ preventScroll: true });
  }

  function hide() {
    if (box.hidden) return;
    box.hidden = true;
    held = false;
    if (focus && focus.isConnected) focus.focus({ preventScroll: true });
    focus = undefined;
  }

  /** Somebody is there. While the countdown shows the touch means nothing else. */
  function touched(event) {
    last = elapsed();
    if (box.hidden) {
      if (!timer) look();
      return;
    }
    if (event.type === 'keydown') {
      event.preventDefault();
      event.stopPropagation();
      hide();
      look();
    } else held = true;
  }

  // The countdown goes when the finger does: what lies below must not be pressed by the same touch.
  function lifted() {
    if (box.hidden || !held) return;
    hide();
    look();
  }

  ['pointerdown', 'keydown', 'wheel'].forEach((type) => document.addEventListener(type, touched, { capture: true, passive: type === 'wheel' }));
  document.addEventListener('pointermove', (event) => {
    if (event.buttons && box.hidden) touched(event);
  }, { capture: true, passive: true });
  ['pointerup', 'pointercancel'].forEach((type) => document.addEventListener(type, lifted, true));
  byId('go-on').addEventListener('click', () => {
    last = elapsed();
    hide();
    look();
  });
  return {
    /** To be called when a visitor comes, or a screen does. */
    begin() {
      last = elapsed();
      look();
    },
  };
}
