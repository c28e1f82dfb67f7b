// A page's own table as plain text. What it means is the core's to say.

import { Promise } from './promise.js';

// Of larger tables the core reads nothing.
const MOST = 200000;

/** Resolves when the parser is past the end of `node`, which may not have come at all yet. */
export function parsed(node) {
  if (document.readyState !== 'loading' || passed(node)) return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** Whether the parser is past the end of `node`. */
function passed(node) {
  for (let at = node; at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

/** The caption of `table` and each of its rows on a line, cells parted by tabs; a cell that spans several stands in each. */
export function text(table) {
  const all = Array.from(table.rows);
  const rows = all.map(() => []);
  let room = MOST;
  all.forEach((row, at) => {
    let column = 0;
    for (const cell of Array.from(row.cells)) {
      while (rows[at][column] !== undefined) column += 1;
      const right = column + Math.min(cell.colSpan, 100);
      const down = Math.min(at + Math.max(cell.rowSpan, 1), rows.length);
      const words = said(cell);
      room -= (right - column) * (down - at);
      for (let y = at; y < down && room > 0; y += 1) for (let x = column; x < right; x += 1) rows[y][x] = words;
    }
  });
  return [said(table.caption)].concat(rows.map((row) => row.join('\t'))).join('\n');
}

/** What a reader sees in `node`, on one line: a raised mark in brackets, so that 2.5 with note 1 is not 2.51; no inner table. */
function said(node) {
  let words = '';
  for (const child of Array.from(node ? node.childNodes : [])) {
    if (child.nodeType === 3) words += child.data;
    else if (child.nodeType !== 1 || /^(table|script|style|template)$/.test(child.localName)) continue;
    else if (child.localName === 'sup') words += `[${said(child)}]`;
    else words += child.localName === 'br' ? ' ' : said(child);
  }
  return words.replace(/\s+/g, ' ');
}
