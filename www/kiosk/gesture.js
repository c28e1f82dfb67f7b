// How the status page is opened: a finger held in the upper right corner for five seconds, or Ctrl+Alt+I on a keyboard. No visitor
// does either by chance.

import { cancel, later } from './clock.js';

// Width and height of the corner, in pixels; and how long, in milliseconds.
const CORNER = 120;
const LONG = 5000;

/** Calls `open` at each such gesture. */
export function onGesture(open) {
  let held;
  const end = () => {
    cancel(held);
    held = undefined;
  };
  const inside = (event) => event.clientX >= window.innerWidth - CORNER && event.clientY <= CORNER;
  const start = (event) => {
    end();
    if (inside(event)) held = later(LONG, open);
  };
  // Before anything else hears of it: whatever the page does with the touch, this counts.
  const all = { pointerdown: start, pointermove: (event) => held && !inside(event) && end(), pointerup: end, pointercancel: end, blur: end };
  Object.keys(all).forEach((name) => window.addEventListener(name, all[name], { capture: true, passive: true }));
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.altKey && event.code === 'KeyI') open();
  }, true);
}
