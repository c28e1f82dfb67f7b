// Marks move, shortly, from where they are to where a change puts them; a further change takes them from where they have
// got to. At the end every attribute is what the core drew. No motion where the reader or the occasion wants none.

import { asks, surroundings } from './surroundings.js';

// Long enough to be followed, short enough not to be waited for; in milliseconds.
const TIME = 200;
const SHAPE = ['d', 'cx', 'cy', 'r', 'x', 'y', 'width', 'height', 'transform'];
const NUMBER = /(-?[\d.]+)/;

/** The marks of the drawings in `root` by name, before they are drawn anew. */
export function marks(root) {
  const found = new Map();
  if (asks('(prefers-reduced-motion: reduce)') || surroundings().printing || document.hidden) return found;
  root.querySelectorAll('.figure svg').forEach((svg) => {
    // Another chart, look or width is no movement of this one.
    const title = svg.closest('.chart').querySelector('.title');
    name(svg, [svg.closest('.figure').id, svg.closest('.frame').className, svg.getAttribute('width'), title && title.textContent].join(), found);
  });
  return found;
}

// A mark is named by what it is, whose it is and, among those alike, its order. `data-mark` will not do: it is a place in the
// present order. What such a group says first tells whose it is.
function name(parent, path, found) {
  for (const node of Array.from(parent.children)) {
    const whose = node.getAttribute('data-id') || node.getAttribute('data-year') ||
      (node.hasAttribute('data-mark') ? (node.querySelector('text') || node).textContent : node.nodeName === 'text' && node.textContent);
    const kind = [path, node.getAttribute('data-role') || node.nodeName, whose].join('/');
    let order = 0;
    while (found.has(kind + order)) order += 1;
    found.set(kind + order, node);
    name(node, kind + order, found);
  }
}

/** Moves the marks in `root`, which are drawn anew by now, from where those in `before` are. */
export function move(root, before) {
  if (!before.size) return;
  const moves = [];
  marks(root).forEach((node, key) => {
    const old = before.get(key);
    // A label that hangs from its other end now would swing out of the drawing.
    if (!old || old === node || old.getAttribute('text-anchor') !== node.getAttribute('text-anchor')) return;
    for (const attribute of SHAPE) {
      const [from, to] = [old, node].map((one) => one.getAttribute(attribute));
      if (!from || !to || from === to) continue;
      const [start, end] = [from.split(NUMBER), to.split(NUMBER)];
      // Letters stand at even places, numbers at odd ones.
      if (start.length === end.length && start.every((part, at) => at % 2 || part === end[at])) moves.push({ node, attribute, start, end, to });
    }
  });
  if (!moves.length) return;
  const begin = performance.now();
  const step = () => {
    const left = Math.max(0, 1 - (performance.now() - begin) / TIME) ** 3;
    for (const { node, attribute, start, end, to } of moves) {
      const now = end.map((part, at) => (at % 2 ? Math.round((part - (part - start[at]) * left) * 100) / 100 : part));
      node.setAttribute(attribute, left ? now.join('') : to);
    }
    if (left) requestAnimationFrame(step);
  };
  step();
}
