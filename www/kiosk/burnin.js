// Against burn-in: all that stands moves a little from minute to minute, further than a line is wide, slower than anybody sees. At
// night the screen that waits is dimmed.

import { later, now, time } from './clock.js';
import { byId } from './dom.js';
import { current, onScreen } from './screens.js';

const MINUTE = 60000;
// How far it moves at most, in pixels either way: as the padding of #hall allows.
const FAR = 8;
// Two rounds of different lengths, in minutes: the way is the same again after their product.
const ROUNDS = [37, 29];

/** Where it stands in a minute: pixels to the right and down. */
export function place(minute) {
  return ROUNDS.map((round) => {
    const at = (minute % round) / round;
    // There and back in even steps.
    return Math.round((at < 0.5 ? at * 4 - 1 : 3 - at * 4) * FAR);
  });
}

/** Whether the time `at` lies between `from` and `to` (HH:MM), through midnight too. */
export function within(at, { from, to }) {
  return from <= to ? at >= from && at < to : at >= from || at < to;
}

/** Begins, for the page's whole life; `night` is { from, to, dim } or nothing. */
export function burnin(night) {
  const hall = byId('hall');
  const shade = byId('night');
  const dim = () => {
    const dark = night && current() === 'attract' && within(time(), night);
    shade.style.opacity = dark ? String(night.dim) : '0';
  };
  const tick = () => {
    const [x, y] = place(Math.floor(now() / MINUTE));
    hall.style.transform = `translate(${x}px, ${y}px)`;
    dim();
    later(MINUTE, tick);
  };
  onScreen(dim);
  tick();
}
