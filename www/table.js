// A page's own table as plain texts. What they mean is the core's to say.

/** The table that `element` names (`observations="#id"`) or holds (`<table data-observations>`), as the core takes it. */
export function pageTable(element) {
  const name = element.getAttribute('observations');
  const table = name ? named(element, name) : element.querySelector('table[data-observations]');
  return table && table.rows ? texts(table) : undefined;
}

/** Resolves when the table of `element` has come: the parser may still be in the middle of it. */
export function tableParsed(element) {
  const name = element.getAttribute('observations');
  if (document.readyState !== 'loading' || (name ? whole(named(element, name)) : whole(element))) return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** Whether the parser is past the end of `node`. */
function whole(node) {
  for (let at = node; at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

function named(element, name) {
  if (name.charAt(0) !== '#') return null;
  const root = element.getRootNode();
  return (root.getElementById && root.getElementById(name.slice(1))) || document.getElementById(name.slice(1));
}

/** Caption, rows of cells and each row's `data-break`; a cell that spans several stands in each. */
function texts(table) {
  const all = Array.from(table.rows);
  const rows = all.map(() => []);
  all.forEach((row, at) => {
    let column = 0;
    for (const cell of Array.from(row.cells)) {
      while (rows[at][column] !== undefined) column += 1;
      const text = textOf(cell);
      const [down, right] = [Math.min(at + Math.max(cell.rowSpan, 1), rows.length), column + Math.min(cell.colSpan, 100)];
      for (let y = at; y < down; y += 1) for (let x = column; x < right; x += 1) rows[y][x] = text;
    }
  });
  return {
    caption: table.caption ? textOf(table.caption) : '',
    rows: rows.map((row) => Array.from(row, (text) => text || '')),
    breaks: all.map((row) => row.getAttribute('data-break') || ''),
  };
}

/** The text that a reader sees in `node`: a raised mark in brackets, so that 2.5 with note 1 is not 2.51; no inner table. */
function textOf(node) {
  let text = '';
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 3) text += child.data;
    else if (child.nodeType !== 1 || /^(table|script|style|template)$/.test(child.localName)) continue;
    else if (child.localName === 'br') text += ' ';
    else text += child.localName === 'sup' ? `[${textOf(child)}]` : textOf(child);
  }
  return text;
}
