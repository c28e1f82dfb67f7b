// When a chart comes into sight, and when its size changes.

// Begin to draw this far before a chart comes into sight.
const AHEAD = '800px';

/** Calls `near` once when `element` comes near what is seen, at once where the browser can't tell; returns what ends that. */
export function onSight(element, near) {
  if (typeof IntersectionObserver !== 'function') {
    near();
    return () => {};
  }
  const sight = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    sight.disconnect();
    near();
  }, { rootMargin: AHEAD });
  sight.observe(element);
  return () => sight.disconnect();
}

const boxes = new Map();
let sizes;

const size = (box) => `${box.clientWidth} ${box.clientHeight}`;

/** One observer for all: while the changed ones wait for their frame none is observed. A scroll bar may come or go with the
    height of one chart, and would have the browser tell of all again, which it reports as a loop. */
function resized() {
  let changed = false;
  boxes.forEach((of, box) => { changed = changed || of._seen !== size(box); });
  if (!changed) return;
  sizes.disconnect();
  requestAnimationFrame(() => {
    const due = [];
    boxes.forEach((of, box) => {
      const now = size(box);
      if (of._seen !== now) due.push(of);
      of._seen = now;
    });
    boxes.forEach((_, box) => sizes.observe(box));
    due.forEach((of) => of._sized());
  });
}

/** Calls `sized` in the frame after `box` has another size; returns what ends that. */
export function onSize(box, sized) {
  if (typeof ResizeObserver !== 'function') return () => {};
  sizes = sizes || new ResizeObserver(resized);
  boxes.set(box, { _seen: '', _sized: sized });
  sizes.observe(box);
  return () => {
    boxes.delete(box);
    sizes.unobserve(box);
  };
}
