// The heads of a table sort it: up, down, and as it was.

const NEXT = { ascending: 'descending', descending: '' };
// A cell that says nothing.
const EMPTY = /^[\s\u2012-\u2015-]*$/;

export class Sort {
  constructor(frame) {
    this._frame = frame;
    // Each table's rows as they were.
    this._were = new WeakMap();
    this.forget();
    frame.addEventListener('click', (event) => {
      const button = event.target.closest('.sort');
      if (!button) return;
      const head = button.parentNode;
      const section = button.closest('.chart');
      const index = Array.from(frame.children).indexOf(section);
      const now = head.getAttribute('aria-sort');
      const way = now ? NEXT[now] : 'ascending';
      this._by[index] = way && { column: head.cellIndex, way };
      this.again(section, index);
    });
  }

  forget() {
    this._by = [];
  }

  /** Sorts the table of a chart as its reader chose, also one that was made anew. */
  again(section, index) {
    const table = section.querySelector('.table');
    if (!table) return;
    const body = table.tBodies[0];
    if (!this._were.has(table)) this._were.set(table, Array.from(body.rows));
    const heads = Array.from(table.rows[0].cells);
    const { column, way } = this._by[index] || {};
    const chosen = heads[column];
    heads.forEach((head) => (head === chosen ? head.setAttribute('aria-sort', way) : head.removeAttribute('aria-sort')));
    const rows = this._were.get(table);
    const sorted = chosen ? order(rows, column, way, this._frame.lang) : rows;
    if (sorted.some((row, at) => body.rows[at] !== row)) sorted.forEach((row) => body.appendChild(row));
  }
}

/** Numbers before texts, what is empty last whichever way it goes. */
function order(rows, column, way, lang) {
  const turn = way === 'descending' ? -1 : 1;
  const keyed = rows.map((row, at) => {
    const cell = row.cells[column];
    const given = cell.getAttribute('data-order');
    const text = cell.textContent;
    return { row, at, text, number: given === null ? undefined : Number(given), rank: given !== null ? 0 : EMPTY.test(text) ? 2 : 1 };
  });
  keyed.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    const by = a.rank ? a.text.localeCompare(b.text, lang, { numeric: true }) : a.number - b.number;
    return turn * by || a.at - b.at;
  });
  return keyed.map((one) => one.row);
}
