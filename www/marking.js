// What is drawn on and beside a mark while it is read: its outline, a plot's crosshair, the place of its card.

const SVG = 'http://www.w3.org/2000/svg';
// Between a mark and what surrounds it or stands beside it, in CSS pixels.
const AROUND = 4;
const GAP = 12;
// A narrower chart has its card below.
const NARROW = 480;

/** The box of `mark` in its drawing, in CSS pixels, with its middle. */
export function boxOf(mark, svg) {
  const frame = svg.getBoundingClientRect();
  const rect = mark.getBoundingClientRect();
  const [left, top, right, bottom] = [rect.left - frame.left, rect.top - frame.top, rect.right - frame.left, rect.bottom - frame.top];
  return { left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
}

function shape(svg, name, attributes, before) {
  const element = document.createElementNS(SVG, name);
  element.setAttribute('aria-hidden', 'true');
  // It goes while a finger is down: a finger on it would be lost with it.
  element.setAttribute('pointer-events', 'none');
  // The drawing may be shown at another scale than its own.
  const scale = svg.viewBox.baseVal.width / (svg.getBoundingClientRect().width || svg.viewBox.baseVal.width) || 1;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === 'number' ? (value * scale).toFixed(1) : value);
  return svg.insertBefore(element, before);
}

/** An outline around a mark, whole within the drawing. */
export function outline(svg, mark, name) {
  const box = boxOf(mark, svg);
  const { width, height } = svg.getBoundingClientRect();
  const [x, y] = [Math.max(box.left - AROUND, 2), Math.max(box.top - AROUND, 2)];
  const [right, bottom] = [Math.min(box.right + AROUND, width - 2), Math.min(box.bottom + AROUND, height - 2)];
  return shape(svg, 'rect', { class: name, x, y, width: right - x, height: bottom - y, rx: 2 * AROUND }, null);
}

/** A line through a mark of a plot, behind all lines and marks. */
export function crosshair(svg, mark, plot) {
  const grid = plot && svg.querySelector('[data-role="grid"]');
  if (!grid || grid.parentNode !== svg) return undefined;
  const { top, bottom } = boxOf(grid, svg);
  const { x } = boxOf(mark, svg);
  return shape(svg, 'line', { class: 'crosshair', x1: x, x2: x, y1: top, y2: bottom }, grid);
}

/** Puts the card where it covers the fewest marks and never its own: beside it, in a narrow chart below the figure, and
    in a plot out of the way of a pointer that goes on at the same height. Nothing else moves. */
export function beside(card, mark, marks, plot, height) {
  const section = card.parentNode;
  const svg = mark.ownerSVGElement;
  const room = section.getBoundingClientRect();
  const figure = svg.getBoundingClientRect();
  const [left, top] = [figure.left - room.left, figure.top - room.top];
  // A page may enlarge itself (`zoom`, `transform`), as buttons for older readers do: then what is seen is not what is set.
  const scale = room.width / section.offsetWidth || 1;
  const put = (x, y) => {
    card.style.left = `${Math.round(x / scale)}px`;
    card.style.top = `${Math.round(y / scale)}px`;
  };
  put(0, 0);
  const [wide, high] = [card.offsetWidth * scale, card.offsetHeight * scale];
  const own = boxOf(mark, svg);
  const columns = [own.right + GAP, own.left - GAP - wide].map((x) => x + left);
  const rows = [0, own.y - high / 2, figure.height - high].map((y) => top + Math.max(0, Math.min(y, figure.height - high)));
  const places = [].concat(...columns.map((x) => rows.map((y) => [x, y])));
  const middle = left + Math.max(0, Math.min(own.x - wide / 2, figure.width - wide));
  if (!plot) places.push([middle, top + own.bottom + GAP], [middle, top + own.top - GAP - high]);
  const points = plot ? along(marks) : marks.map(({ box }) => [box.x, box.y]);
  const cost = ([x, y]) => {
    const covered = points.filter((point) => inside(point[0] + left, x, x + wide) && inside(point[1] + top, y, y + high));
    const seen = y + room.top >= 0 && y + high + room.top <= window.innerHeight;
    const stops = plot && height !== undefined && inside(height - room.top, y - GAP, y + high + GAP);
    return covered.length + (seen ? 0 : plot ? 0.5 : 20) + (stops ? 100 : 0);
  };
  const fitting = places.filter(([x]) => x >= 0 && x + wide <= room.width).map((at) => [cost(at), at]);
  const narrow = section.offsetWidth < NARROW;
  const best = !narrow && fitting.reduce((least, one) => (one[0] < least[0] ? one : least), [Infinity]);
  // What is to be read covers no data: below the figure there is none.
  const below = top + figure.height;
  const most = plot && card.getAttribute('role') === 'dialog' && below + room.top + high / 2 < window.innerHeight ? 1 : Infinity;
  if (best && best[1] && best[0] < most) {
    put(...best[1]);
  } else {
    // Not by a width of its own, which the sheet sets.
    card.style.minWidth = narrow || wide * 2 > room.width ? '100%' : `${wide * 1.75 / scale}px`;
    const wider = card.offsetWidth * scale;
    put(Math.max(0, Math.min(left + own.x - wider / 2, room.width - wider)), below);
  }
}

/** Points along the lines that join the marks of a plot. */
function along(marks) {
  const points = [];
  marks.forEach(({ box, row }, at) => {
    points.push([box.x, box.y]);
    const next = marks[at + 1];
    if (!next || next.row > 1 || row > 1) return;
    for (let part = 1; part < 4; part += 1) points.push([box.x + (next.box.x - box.x) * part / 4, box.y + (next.box.y - box.y) * part / 4]);
  });
  return points;
}

function inside(at, from, to) {
  return at >= from && at <= to;
}
