// What around the charts changes how they are drawn: the reader's colours, the page's language, printing, the window.
// One set of listeners for all charts of a page.

const listeners = new Set();
let listening = false;
let printing = false;

/** Whether the page is shown as `query` says. */
export const asks = (query) => typeof matchMedia === 'function' && matchMedia(query).matches;

/** The theme that `auto` means now, and whether the page is being printed. */
export function surroundings() {
  let theme = 'light';
  if (!printing) {
    if (asks('(prefers-contrast: more)')) theme = 'contrast';
    else if (asks('(prefers-color-scheme: dark)')) theme = 'dark';
  }
  return { theme, printing };
}

/** Calls `listener` with 'size', 'print' or 'look' from now on; returns what ends that. */
export function onSurroundings(listener) {
  listeners.add(listener);
  if (!listening) listen();
  return () => listeners.delete(listener);
}

function tell(what) {
  listeners.forEach((listener) => listener(what));
}

function listen() {
  listening = true;
  if (typeof matchMedia === 'function') {
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
      // addListener: older engines' media queries are no event targets.
      matchMedia(query).addListener(() => tell('look'));
    }
  }
  const print = (now) => () => {
    printing = now;
    tell('print');
  };
  window.addEventListener('beforeprint', print(true));
  window.addEventListener('afterprint', print(false));
  if (typeof ResizeObserver !== 'function') window.addEventListener('resize', () => tell('size'));
  new MutationObserver(() => tell('look')).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['lang'],
  });
}
