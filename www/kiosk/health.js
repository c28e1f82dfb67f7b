// What has gone wrong since the page was opened, and how often the core was made anew: for the technician, never for visitors.

import { now } from './clock.js';

// So many of the last faults are kept, each of at most so many characters.
const MOST = 12;
const LONG = 300;

const faults = [];
const listeners = [];
let restarts = 0;

/** Keeps a fault; one that comes again is counted. */
export function note(code, message) {
  const said = String(message).slice(0, LONG);
  const [last] = faults;
  if (last && last.code === code && last.message === said) {
    last.times += 1;
    last.at = now();
  } else {
    faults.unshift({ at: now(), code, message: said, times: 1 });
    faults.splice(MOST);
  }
}

/** The last faults, the newest first: { at, code, message, times }. */
export const last = () => faults.slice();

/** How often the core failed and was made anew. */
export const restarted = () => restarts;

/** Something else was begun anew. */
export function begun() {
  restarts += 1;
}

/** Goes on from what a page before this one has kept. */
export function recall(kept) {
  restarts += kept.restarts;
  faults.push(...kept.lastFaults);
}

/** Calls `listener` whenever the core has failed. */
export function onRestart(listener) {
  listeners.push(listener);
}

/** A core that failed: a chart told of it, or a call of ours. */
export function failed(message) {
  restarts += 1;
  note('panic', message);
  listeners.forEach((listener) => listener());
}

/** Begins to listen; to be called once. */
export function watch() {
  document.addEventListener('indicator-error', ({ detail }) => {
    if (detail.code === 'panic') failed(detail.message);
    else note(detail.code, detail.message);
  });
  window.addEventListener('error', (event) => note('script', event.message));
  window.addEventListener('unhandledrejection', ({ reason }) => note((reason && reason.code) || 'script', (reason && reason.message) || reason));
}
