// A page's own table as plain text. What it means is the core's to say.

import { Promise } from './promise.js';

/** The table that `element` names (`observations="#id"`) or holds (`<table data-observations>`), as the core takes it. */
export function pageTable(element) {
  const table = find(element);
  return table && table.rows ? text(table) : undefined;
}

/** Resolves when the table of `element` has come: the parser may still be in the middle of it. */
export function tableParsed(element) {
  const last = element.hasAttribute('observations') ? find(element) : element;
  if (document.readyState !== 'loading' || passed(last)) return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** Whether the parser is past the end of `node`. */
function passed(node) {
  for (let at = node; at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

function find(element) {
  const name = element.getAttribute('observations');
  if (!name) return element.querySelector('table[data-observations]');
  const root = element.getRootNode();
  const id = name.replace(/^#/, '');
  return (root.getElementById && root.getElementById(id)) || document.getElementById(id);
}

/** Its caption and each row on a line, cells parted by tabs; a cell that spans several stands in each. */
function text(table) {
  const all = Array.from(table.rows);
  const rows = all.map(() => []);
  all.forEach((row, at) => {
    let column = 0;
    for (const cell of Array.from(row.cells)) {
      while (rows[at][column] !== undefined) column += 1;
      const right = column + Math.min(cell.colSpan, 100);
      const down = Math.min(at + Math.max(cell.rowSpan, 1), rows.length);
      for (let y = at; y < down; y += 1) for (let x = column; x < right; x += 1) rows[y][x] = said(cell);
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
