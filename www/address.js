// Values at an address of this site, or of one that the page allows: one request, given up when nobody wants it any more.

import { origins } from './included.js';

// Larger files are not read, in bytes.
const MOST = 5e6;
// So long a server has time to answer, in milliseconds.
const PATIENCE = 30000;
// Text that is no UTF-8 is in what its server says, else in what Chinese spreadsheets save.
const CHINESE = 'gb18030';

// What is wanted now, by address: several charts that name one file ask for it once.
const wanted = new Map();

export class Address {
  /** Whether what is at `name` has come, or why not is known. */
  has(name) {
    return this._name === name && Boolean(this.table);
  }

  /** Asks for what is at `name`, unless that was done: a promise that never fails. `table` is it then. */
  ask(name) {
    if (this._name === name) return this.done;
    this.leave();
    const mine = share(name, this._anew);
    this._shared = mine;
    this._name = name;
    this.table = undefined;
    const done = mine.text
      .then((text) => written(text, name))
      .catch((error) => ({ why: error.why || 'unread', name, detail: error.message }))
      .then((table) => {
        if (this._shared === mine) this.table = table;
      });
    this._anew = false;
    this.done = done;
    return done;
  }

  /** Forgets what has come: the next one who asks gets what the server has by then. */
  again() {
    this.leave();
    this._name = undefined;
    this._anew = true;
  }

  /** Wants nothing more: what nobody waits for is given up, what has come is kept for this one alone. */
  leave() {
    if (!this._shared) return;
    this._shared.release();
    this._shared = undefined;
    if (!this.table) this._name = undefined;
  }
}

/**
 * What is at `name`: `text` promises it, `release` is to be called by each who wants it no more. One request serves all who want
 * it at a time; `anew` that which was begun for that, or another.
 */
function share(name, anew) {
  const place = absolute(name);
  let one = wanted.get(place);
  if (!one || (anew && (one.come || !one.anew))) {
    one = request(name, anew);
    wanted.set(place, one);
    const own = one;
    const forget = () => wanted.get(place) === own && wanted.delete(place);
    own.forget = forget;
    // What failed is asked for again by who comes later.
    own.text.then(() => { own.come = true; }, forget);
  }
  one.users += 1;
  return one;
}

function absolute(name) {
  try {
    return new URL(name, document.baseURI).href;
  } catch (error) {
    return name;
  }
}

function request(name, anew) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const own = { anew, users: 0, text: read(name, stop.signal, anew) };
  own.release = () => {
    own.users -= 1;
    if (own.users) return;
    own.forget();
    stop.abort();
  };
  const end = () => clearTimeout(timer);
  own.text.then(end, end);
  return own;
}

/** `text` as the core takes it: rows where it is JSON, else CSV. */
export function written(text, name, json) {
  if (!json && !/^\s*[[{]\s*["[{\]}]/.test(text)) return { form: 'csv', text, name };
  try {
    return { form: 'rows', rows: JSON.parse(text.trim()), text, name };
  } catch (error) {
    return { why: 'json', name: name || 'observations', text, detail: error.message };
  }
}

function refused(why, detail) {
  const error = new Error(detail);
  error.why = why;
  return error;
}

async function read(name, signal, anew) {
  const url = new URL(name, document.baseURI);
  const web = /^https?:$/.test(url.protocol);
  const allowed = web && origins.indexOf(url.origin) >= 0;
  if (!allowed && location.protocol === 'file:') throw refused('file');
  if (!allowed && !(web && url.origin === location.origin)) throw refused('origin');
  // The browser refuses a redirection to another site; one that is allowed has none, and learns nothing of the page or its reader.
  const asked = url.origin === location.origin
    ? { mode: 'same-origin', credentials: 'same-origin', signal }
    : { mode: 'cors', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', signal };
  if (anew) asked.cache = 'no-cache';
  const response = await fetch(url.href, asked);
  if (!response.ok) throw refused('unread', `HTTP ${response.status}`);
  const charset = /charset=["']?([^\s;"']+)/i.exec(response.headers.get('content-type'));
  return decoded(await whole(response), charset && charset[1]);
}

/** The bytes of an answer, as long as they are not too many. */
async function whole(response) {
  const reader = response.body.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST) {
      reader.cancel().catch(() => {});
      throw refused('large');
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.length;
  }, 0);
  return bytes;
}

function decoded(bytes, charset) {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const name of [marked ? 'utf-16le' : 'utf-8', charset, CHINESE]) {
    try {
      if (name) return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch (error) {
      // The next one.
    }
  }
  throw refused('unread', 'UTF-8, GBK?');
}
