// The only clock: every timer and every date of the page goes through it. A test puts one of its own in its place, before this
// script, as `window.hallClock` with the same names.

const own = window.hallClock;

/** Milliseconds since 1970, as the machine has them: they jump when somebody sets it. */
export const now = () => (own ? own.now() : Date.now());

/** Milliseconds since some moment, which only run forward. */
export const elapsed = () => (own ? own.elapsed() : performance.now());

/** Calls `act` once, `wait` milliseconds from now; what it returns is for `cancel`, and never 0. */
export const later = (wait, act) => (own ? own.later(wait, act) : setTimeout(act, wait));

/** What was to be called is not. */
export const cancel = (timer) => (own ? own.cancel(timer) : clearTimeout(timer));

const two = (number) => String(number).padStart(2, '0');

/** Today's date where the machine is, as YYYY-MM-DD. */
export function today() {
  const at = new Date(now());
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The time of the day where the machine is, as HH:MM. */
export function time() {
  const at = new Date(now());
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
