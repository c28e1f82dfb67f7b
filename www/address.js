// Values at an address of this site, or of one that the page allows: one request, given up when nobody wants it any more.

import { origins } from './included.js';

// Larger files are not read, in bytes.
const MOST = 5e6;
// So long a server has time to answer, in milliseconds.
const PATIENCE = 30000;
// Text that is no UTF-8 is in what its server says, else in what Chinese spreadsheets save.
const CHINESE = 'gb18030';

export class Address {
  /** Whether what is at `name` has come, or why not is known. */
  has(name) {
    return this._name === name && Boolean(this.table);
  }

  /** Asks for what is at `name`, unless that was done: a promise that never fails. `table` is it then. */
  ask(name) {
    if (this._name === name) return this.done;
    this.leave();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    this._stop = stop;
    this._name = name;
    this.table = undefined;
    const done = read(name, stop.signal, this._anew)
      .catch((error) => ({ why: error.why || 'unread', name, detail: error.message }))
      .then((table) => {
        clearTimeout(timer);
        if (this._stop === stop) this.table = table;
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

  /** Gives up what is still on its way. */
  leave() {
    if (!this._stop || this.table) return;
    this._stop.abort();
    this._stop = undefined;
    this._name = undefined;
  }
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
  return written(decoded(await whole(response), charset && charset[1]), name);
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
