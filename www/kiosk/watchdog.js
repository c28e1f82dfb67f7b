// Sees to it that the hall goes on by itself for months: what is stuck or broken begins anew, unseen by visitors, and is counted. A core
// that fails inside is made anew by the charts' own script; here it is counted.
//
// At last the page loads anew. That must not become a loop, and must not hang on storage, which may be full or forbidden: what has to
// outlive it stands in the window's name, which does.

import { elapsed, later, now } from './clock.js';
import { begun, last, note, recall, restarted as restarts } from './health.js';
import { current, start, tell } from './screens.js';

// All times are in milliseconds. It looks so often.
const BEAT = 5000;
// What is due comes at most so much later: a chart that never gets ready is given up before, see chart.js.
const GRACE = 30000;
// When no slide could be drawn for so long the page is loaded anew.
const BARREN = 600000;
// Between two restarts lie at least so many; after so many in a row without a slide the page is loaded anew.
const CALM = 10000;
const TRIES = 3;
// A page must have lived so long before it is loaded anew; twice as long each time, at most the longest. One that has been well for so long
// starts from the first again.
const [FIRST, LONGEST, WELL] = [60000, 21600000, 3600000];
const NAME = 'hall ';
// What browsers report as an error of the page's and is none: a size that changed again in the same frame.
const HARMLESS = /^ResizeObserver loop/;

// What a page before this one has left.
const before = remembered();
recall(before);

/** How it has gone since `since` (milliseconds since 1970): restarts of core, round or page, how often the page was loaded anew, and the
 *  last faults, the newest first, one that came again counted: { at, code, message, times }. */
export const health = {
  get restarts() {
    return restarts();
  },
  get lastFaults() {
    return last();
  },
  since: before.since,
  reloads: before.reloads,
};

// How often it was loaded anew without having been well in between.
let { row } = before;
let parts;
let due = '';
let tries = 0;
let restarted = -Infinity;
let asked = -Infinity;
let touched = 0;
let slide = { shown: 0, turns: 0, at: 0, seen: 0 };
let beaten = { elapsed: elapsed(), now: now() };

function remembered() {
  const none = { restarts: 0, reloads: 0, since: now(), lastFaults: [], row: 0 };
  try {
    return window.name.indexOf(NAME) ? none : Object.assign(none, JSON.parse(window.name.slice(NAME.length)));
  } catch (error) {
    return none;
  }
}

function remember() {
  window.name = NAME + JSON.stringify(Object.assign({ row }, health));
}

/** Listens from now on, for the page's whole life; what went wrong has been noted by then, see health.js. */
export function listen() {
  window.addEventListener('error', ({ message }) => HARMLESS.test(message) || broken(message));
  window.addEventListener('unhandledrejection', ({ reason }) => broken((reason && reason.message) || reason));
  document.addEventListener('indicator-error', remember);
  // Clicks too: who is helped by a machine of their own makes no other event.
  ['pointerdown', 'pointermove', 'click', 'keydown', 'wheel'].forEach((type) => window.addEventListener(type, (event) => {
    if (type !== 'pointermove' || event.buttons) touched = elapsed();
  }, { capture: true, passive: true }));
  document.addEventListener('visibilitychange', shown);
  beat();
}

/**
 * Watches what there is now: `counts` of slides shown and failed, the `longest` slide and how long a visitor may be still (`gone`), both
 * in milliseconds; `rest()` makes everything as if nobody had come.
 */
export function watch(all) {
  parts = all;
  fresh();
}

/** From here on it counts how long nothing happens. */
function fresh() {
  const { shown, failed } = parts ? parts.counts : { shown: 0, failed: 0 };
  slide = { shown, turns: shown + failed, at: elapsed(), seen: elapsed() };
}

function beat() {
  // First, so that nothing below can end it.
  later(BEAT, beat);
  look();
  if (due && elapsed() - restarted >= CALM) restart();
}

/** Looks whether all is well. */
function look() {
  const late = Math.max(now() - beaten.now, elapsed() - beaten.elapsed) - BEAT;
  beaten = { elapsed: elapsed(), now: now() };
  // Nobody sees it: browsers draw nothing there, and let timers wait.
  if (document.hidden) return fresh();
  if (!parts) return elapsed() > FIRST ? reload('not_opened') : undefined;
  // The machine slept, or its clock was put forward: whoever was there has gone.
  if (late > parts.gone) {
    fresh();
    return again();
  }
  if (current() !== 'attract') {
    fresh();
    return elapsed() - touched > parts.gone + GRACE ? stuck('visitor_still') : undefined;
  }
  return round();
}

/** Looks whether the round of slides goes on. */
function round() {
  const { shown, failed } = parts.counts;
  if (shown !== slide.shown) {
    tries = 0;
    if (row && elapsed() > WELL) {
      row = 0;
      remember();
    }
    return fresh();
  }
  if (shown + failed !== slide.turns) Object.assign(slide, { turns: shown + failed, at: elapsed() });
  if (elapsed() - slide.seen > Math.max(BARREN, 2 * parts.longest)) return reload('slides_none');
  return elapsed() - slide.at > parts.longest + GRACE ? stuck('slides_still') : undefined;
}

/** The page is seen again. */
function shown() {
  if (document.hidden || !parts) return;
  look();
  // What was to be drawn meanwhile may have been given up.
  if (current() === 'attract') tell('look');
}

/** It is stuck, as the word called `message` says. */
function stuck(message) {
  note('stuck', message);
  broken(message);
}

/** Something is not as it should be: mended at once, or when the last time is long enough ago. */
function broken(message) {
  remember();
  if (due) return;
  due = String(message);
  if (elapsed() - restarted >= CALM) later(0, restart);
}

function restart() {
  const why = due;
  due = '';
  if (!why || !parts) return;
  restarted = elapsed();
  tries += 1;
  begun();
  remember();
  if (tries > TRIES) reload(why);
  // A visitor is led to a screen that is whole, and stays one; if that does not help all begins anew.
  else if (tries === 1 && current() !== 'attract' && elapsed() - touched < parts.gone) attempt(() => start('plans'));
  else again();
}

function again() {
  slide.at = elapsed();
  attempt(parts.rest);
}

function attempt(act) {
  try {
    act();
  } catch (error) {
    stuck(error.message);
  }
}

function reload(why) {
  // The browser takes its time.
  if (elapsed() - asked < FIRST) return undefined;
  if (elapsed() < Math.min(FIRST * 2 ** row, LONGEST)) return parts ? again() : undefined;
  asked = elapsed();
  row += 1;
  health.reloads += 1;
  note('reload', why);
  remember();
  window.location.reload();
  return undefined;
}
