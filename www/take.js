// What a reader takes away: pictures, the table, a link, a print. Nothing leaves the browser but by its own dialogs.

import { fault } from './loader.js';
import { Promise } from './promise.js';

// A picture for slides and print has this many dots to a pixel, and is at least so wide, in pixels.
const SCALE = 2;
const WIDE = 640;
// A browser may begin to save late; then the file's address is given up, in milliseconds.
const KEPT = 60000;
// Excel takes a file for UTF-8 by this mark alone.
const BOM = '\ufeff';

const FILES = {
  png: (core, options) => picture(core, options, SCALE),
  svg: (core, options) => new Blob([core.renderSVG(options)], { type: 'image/svg+xml' }),
  csv: (core, options) => new Blob([BOM, core.toCSV(options)], { type: 'text/csv;charset=utf-8' }),
};

/**
 * Listens on `frame` for its whole life. `ask(index)` gives the core and what is asked of that chart, `link()` the
 * address of what is shown.
 */
export function take(frame, ask, link) {
  frame.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-take]');
    if (!button) return;
    const what = button.getAttribute('data-take');
    const section = button.closest('.chart');
    const panel = button.closest('.take');
    const status = panel.querySelector('.status');
    const file = `${panel.getAttribute('data-name')}.${what}`;
    let said = '';
    // The same words once more are said only if they were gone.
    status.textContent = said;
    try {
      if (what === 'print') window.print();
      else if (FILES[what]) {
        const { core, options } = ask(Array.from(frame.children).indexOf(section));
        const figures = Array.from(section.querySelectorAll('.figure'));
        options.drawing = Math.max(figures.findIndex((figure) => !figure.hidden), 0);
        options.width = Math.max(options.width || 0, WIDE);
        save(await FILES[what](core, options), file);
        said = 'data-saved';
      } else {
        said = copy(button, ...(what === 'link' ? [link()] : rows(section.querySelector('table')))) ? 'data-copied' : 'data-refused';
      }
    } catch (error) {
      said = 'data-refused';
    }
    if (said) status.textContent = status.getAttribute(said).replace('{file}', file);
  });
}

/** The chart as a PNG Blob, `scale` times its size: a promise. */
export function picture(core, options, scale) {
  const canvas = document.createElement('canvas');
  const size = (width, height) => {
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) throw fault('refused', '');
    return context;
  };
  core.toCanvas(size, options, scale);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(fault('refused', ''))), 'image/png');
  });
}

function save(blob, file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = file;
  // Outside the page: its own listeners have no part in this.
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/**
 * Puts a text onto the clipboard, with HTML where there is such; whether that was allowed. Not by navigator.clipboard:
 * pages by plain http have none.
 */
export function copy(button, plain, html) {
  const field = document.createElement('textarea');
  field.className = 'said';
  field.readOnly = true;
  field.tabIndex = -1;
  field.value = plain;
  field.addEventListener('copy', (event) => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData('text/plain', plain);
    if (html) event.clipboardData.setData('text/html', html);
  });
  button.parentNode.appendChild(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } finally {
    field.parentNode.removeChild(field);
    button.focus({ preventScroll: true });
  }
}

/** A table as a reader sees it now, in its present order: tabs between cells, and as HTML. */
function rows(table) {
  const cells = Array.from(table.rows).map((row) => Array.from(row.cells).map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()));
  const safe = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const lines = cells.map((row, at) => {
    const name = at ? 'td' : 'th';
    return `<tr>${row.map((text) => `<${name}>${safe(text)}</${name}>`).join('')}</tr>`;
  });
  const caption = safe(table.caption ? table.caption.textContent : '');
  return [
    cells.map((row) => row.join('\t')).join('\n'),
    `<meta charset="utf-8"><table><caption>${caption}</caption>${lines.join('')}</table>`,
  ];
}
