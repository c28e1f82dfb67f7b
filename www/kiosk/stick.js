// Data that are newer than the page: from a script beside it, or from a file that a technician chose. They are checked before anything
// changes; what can't be used is left, and told of on the status page alone. The page's own data are always there.

import { cancel, later } from './clock.js';
import { differences, rows } from './differences.js';
import { read } from './file.js';
import { failed, note, onRestart } from './health.js';
import { drop, keep, kept } from './keep.js';
import { place, served } from './own-values.js';
import { state } from './state.js';

// A script beside the page that says nothing for so long is not there, in milliseconds.
const PATIENCE = 3000;
// A page that has stood with other data for so long stands with them, in milliseconds.
const STANDS = 60000;
// It begins so often with kept data that it has not stood with; and with other data the core may fail so often.
const TRIES = 2;
const FAILURES = 3;

const listeners = [];
const status = { own: undefined, held: undefined, from: 'own', update: 'none', values: undefined };
let packed = null;
let failures = 0;

/** Calls `listener` whenever other data are in force. */
export function onData(listener) {
  listeners.push(listener);
}

/** What is in force: the page's `own` data and those `held`, `from` where; how the `update` file was found; own `values`, if any. */
export const inForce = () => Object.assign({}, status);

const api = () => window.IndicatorWidgets;
const changed = () => listeners.forEach((listener) => listener());

async function use(text, from) {
  const held = await api().load(text);
  packed = text;
  failures = 0;
  Object.assign(status, { held, from });
  return held;
}

/** Finds the newest data there are, at the beginning. Never fails, and takes no longer than it must. */
export async function start(update) {
  onRestart(() => retreat());
  try {
    status.own = await use(null, 'own');
    const choice = chosen();
    const offer = update ? await beside(update) : undefined;
    // What is packed wrong is told of; what was kept comes first, unless the stick has newer ones.
    const held = choice && choice.packed ? await attempt(choice.packed, 'kept') : undefined;
    if (offer) await consider(offer, held, choice);
    if (status.from === 'kept') stood(choice);
  } catch (error) {
    note(error.code || 'data', error.message);
  }
  const values = kept('values');
  if (values) later(0, () => again(values));
}

/** What was chosen before, if it is still to be used. */
function chosen() {
  const choice = kept('data');
  if (!choice || typeof choice !== 'object') return undefined;
  if (!choice.packed) return choice;
  // A newer page has newer data of its own.
  if (choice.over !== status.own.date && status.own.date >= choice.date) {
    drop('data');
    return undefined;
  }
  const tries = (choice.tries || 0) + 1;
  if (tries > TRIES) {
    drop('data');
    note('data', 'kept_aside');
    return undefined;
  }
  // Said before they are used: if the page then stops, the next one knows.
  keep('data', Object.assign({}, choice, { tries }));
  return choice;
}

function stood(choice) {
  later(STANDS, () => {
    if (status.from === 'kept') keep('data', Object.assign({}, choice, { tries: 0 }));
  });
}

async function attempt(text, from) {
  try {
    return await use(text, from);
  } catch (error) {
    note(error.code || 'data', error.message);
    if (from === 'kept') drop('data');
    return undefined;
  }
}

/** Uses what the stick offers, if it is newer than all else: its day is known once it is read, so an older one is taken back. */
async function consider(offer, before, choice) {
  const back = [packed, status.from];
  const held = await attempt(offer, 'update');
  if (!held) {
    status.update = 'refused';
    return;
  }
  // Who went back to the page's own data did not want these, nor older ones.
  const than = [status.own.date, before ? before.date : '', choice && !choice.packed ? choice.date : ''];
  status.update = than.every((date) => held.date > date) ? 'used' : 'older';
  if (status.update === 'older') await use(...back);
}

/** The text that the script at `update` beside the page gives; nothing where there is none. */
function beside(update) {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    let given;
    const timer = later(PATIENCE, () => end());
    const end = () => {
      cancel(timer);
      // One that comes too late gives to nobody.
      window.indicatorWidgetsData = () => {};
      if (script.parentNode) script.parentNode.removeChild(script);
      resolve(given);
    };
    window.indicatorWidgetsData = (text) => {
      given = String(text);
    };
    script.onload = () => {
      if (given === undefined) {
        status.update = 'refused';
        note('data', 'update_silent');
      }
      end();
    };
    script.onerror = () => {
      status.update = 'absent';
      end();
    };
    script.src = new URL(update, document.baseURI).href;
    document.head.appendChild(script);
  });
}

/** Goes back by itself where the core fails again and again with other data. */
function retreat() {
  if (status.from === 'own') return;
  failures += 1;
  if (failures < FAILURES) return;
  note('data', 'given_up');
  back();
}

/** What a chosen file would change; throws where it can't be used. Nothing has changed after it. */
export async function preview(file) {
  try {
    return await compared(file);
  } catch (error) {
    if (error.code === 'panic') failed(error.message);
    throw error;
  }
}

async function compared(file) {
  const given = await read(file);
  if (given.text !== undefined) return Object.assign(given, { targets: served(api(), given.text, given.name) });
  const before = rows(api(), state.lang);
  const held = await api().load(given.packed);
  let after;
  try {
    after = rows(api(), state.lang);
  } finally {
    await api().load(packed);
  }
  return Object.assign(given, { held, older: held.date < status.own.date, differences: differences(before, after) });
}

/** Uses what was previewed; whether it is kept for the next time: see `keep`. */
export async function apply(given) {
  let told;
  if (given.text !== undefined) {
    values(given, given.targets);
    told = keep('values', { name: given.name, text: given.text });
  } else {
    const held = await use(given.packed, 'chosen');
    told = keep('data', { packed: given.packed, name: given.name, date: held.date, over: status.own.date, tries: 0 });
  }
  changed();
  return told;
}

function values(given, targets) {
  place(given.text, targets);
  status.values = given.text ? { name: given.name, targets: targets.length } : undefined;
}

/** Own values that were kept: checked anew, since the data may be others now. */
function again(given) {
  try {
    values(given, served(api(), given.text, given.name));
    changed();
  } catch (error) {
    drop('values');
    note(error.code || 'data', error.word || error.message);
  }
}

/** Back to what the page has by itself; what is beside it is not used either, until it is newer than what was in force. */
export async function back() {
  const { date } = status.held;
  drop('values');
  values({}, []);
  const told = keep('data', { date });
  await use(null, 'own');
  changed();
  return told;
}
