// The page's own values: where they are, whether they have come, and when they change. What they mean is the core's to say.

import { Address, written } from './address.js';
import { parsed, text } from './table.js';

// What inside the element gives values; all else in it is what to show without us.
const INSIDE = 'table[data-observations],script[type="text/csv"],script[type="application/json"]';
const WATCHED = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['colspan', 'rowspan', 'data-observations', 'type'],
};
// Values that take longer are told to be on their way, in milliseconds.
const SLOW = 1000;

/** Gives the element's `prototype` what scripts do with its values. */
export function give(prototype) {
  /** The attribute, or the rows that a script gave in its place. */
  Object.defineProperty(prototype, 'observations', {
    configurable: true,
    enumerable: true,
    get() {
      return this._values.rows || this.getAttribute('observations') || '';
    },
    set(given) {
      const rows = given && typeof given === 'object';
      if (rows || given === null || given === undefined) this.removeAttribute('observations');
      else this.setAttribute('observations', given);
      this._values.rows = rows ? given : undefined;
      this._soon();
    },
  });

  /** Reads the values once more and draws them: a promise, kept when that is done. */
  prototype.update = async function update() {
    this._values.again();
    this._near = true;
    this._soon();
    // What is asked meanwhile is drawn with it.
    let drawing;
    while (drawing !== this._drawing) {
      drawing = this._drawing;
      await drawing;
    }
    if (this._state === 'failed') throw this._wrong;
  };
}

export class Own {
  /** Of `element`; `changed` is called when the page changes what was read. */
  constructor(element, changed) {
    this._element = element;
    this._changed = changed;
    this._address = new Address();
    // Rows that a script gave.
    this.rows = undefined;
  }

  /** The values as the core takes them; those shown last while others are on their way. */
  table() {
    if (this._read) return this._table;
    const source = this._source();
    if (source.address && !this._address.has(source.address)) return this._table;
    this._read = true;
    this._table = this._take(source);
    return this._table;
  }

  /** Something may be other than it was. */
  forget() {
    this._read = false;
  }

  /** What came from an address is asked for once more. */
  again() {
    this._address.again();
  }

  /** Done when the values are there, or why they are not; `slow` is called where that takes long. */
  async ready(slow) {
    const timer = setTimeout(slow, SLOW);
    try {
      for (;;) {
        const { name, node, rows, address } = this._source();
        if (!address) {
          this._address.leave();
          if (!rows) await parsed(name ? node : this._element);
          break;
        }
        const asked = this._address.ask(address);
        await asked;
        if (asked === this._address.done || !this._element.isConnected) break;
      }
    } finally {
      clearTimeout(timer);
    }
    this._watch();
  }

  /** The element is no longer in the page. */
  leave() {
    this._address.leave();
    if (this._observer) this._observer.disconnect();
  }

  _source() {
    if (this.rows) return { rows: this.rows };
    const name = (this._element.getAttribute('observations') || '').trim();
    if (!name) return { node: this._element.querySelector(INSIDE) };
    if (name[0] !== '#') return { name, address: name };
    const root = this._element.getRootNode();
    const id = name.slice(1);
    return { name, root, node: (root.getElementById && root.getElementById(id)) || document.getElementById(id) };
  }

  _take({ name, node, rows, address }) {
    if (rows) return { form: 'rows', rows };
    if (address) return this._address.table;
    if (node && node.localName === 'table') return { form: 'table', text: text(node) };
    if (node && node.localName === 'script') return written(node.textContent, '', /json/i.test(node.type));
    return name ? { why: 'missing', name } : undefined;
  }

  _watch() {
    if (this._observer) this._observer.disconnect();
    const { name, node, root, rows, address } = this._source();
    if (rows || address || !this._element.isConnected) return;
    this._observer = new MutationObserver(() => {
      const now = this._take(this._source()) || {};
      const before = this._table || {};
      if (['form', 'text', 'why', 'detail'].some((part) => now[part] !== before[part])) this._changed();
    });
    if (!name) this._observer.observe(this._element, WATCHED);
    if (name && node) this._observer.observe(node, WATCHED);
    // What has the name may come later, go, or be replaced.
    if (name) this._observer.observe(node ? node.getRootNode() : root, { childList: true, subtree: true });
  }
}
