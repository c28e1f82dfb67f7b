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

/** Calls `sized` in the frame after `box` has another size; returns what ends that. */
export function onSize(box, sized) {
  if (typeof ResizeObserver !== 'function') return () => {};
  let seen = '';
  let ended = false;
  const sizes = new ResizeObserver(() => {
    const size = `${box.clientWidth} ${box.clientHeight}`;
    if (size === seen) return;
    seen = size;
    // Not told of again in this frame: a scroll bar may come and go with the chart's height.
    sizes.unobserve(box);
    requestAnimationFrame(() => {
      sized();
      if (!ended) sizes.observe(box);
    });
  });
  sizes.observe(box);
  return () => {
    ended = true;
    sizes.disconnect();
  };
}
