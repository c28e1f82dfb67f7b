// The screens by name, one at a time, and the way back. A screen is { element, enter(given), leave(), change(what) }: `change` is
// called while it shows, with 'look' where language, colours or text size are others, and 'size' where the window is.

import { elapsed } from './clock.js';

const screens = new Map();
const arrivals = [];
let trail = [];
let since = -Infinity;

/** Makes a screen known; `element` stands in the page, hidden. */
export function add(name, screen) {
  screens.set(name, screen);
}

/** The name of what shows; '' before anything does. */
export const current = () => (trail.length ? trail[trail.length - 1].name : '');

/** For how long it has shown, in milliseconds. */
export const shownFor = () => elapsed() - since;

/** Calls `listener` with the name of each screen that comes. */
export function onScreen(listener) {
  arrivals.push(listener);
}

/** Shows the screen called `name` with what it is `given`; `back` leads to the one that shows now. */
export function go(name, given) {
  const next = { name, given: given || {}, from: trail.length && document.activeElement ? document.activeElement.id : '' };
  leave();
  trail.push(next);
  enter();
}

/** Shows it as the first: nothing lies behind it. */
export function start(name, given) {
  leave();
  trail = [{ name, given: given || {} }];
  enter();
}

/** Shows the one before, if there is one, with what it was given. */
export function back() {
  if (trail.length < 2) return;
  leave();
  const { from } = trail.pop();
  enter();
  const focus = from && document.getElementById(from);
  if (focus) focus.focus({ preventScroll: false });
}

/** Whether there is a way back. */
export const deep = () => trail.length > 1;

/** Tells the screen that shows of a change around it. */
export function tell(what) {
  const screen = screens.get(current());
  if (screen && screen.change) screen.change(what);
}

function leave() {
  const screen = screens.get(current());
  if (!screen) return;
  if (screen.leave) screen.leave();
  screen.element.hidden = true;
}

function enter() {
  const { name, given } = trail[trail.length - 1];
  const screen = screens.get(name);
  since = elapsed();
  document.documentElement.setAttribute('data-screen', name);
  screen.element.hidden = false;
  if (screen.enter) screen.enter(given);
  arrivals.forEach((listener) => listener(name));
}
