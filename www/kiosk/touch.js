// What a touch must not do: mark text, open menus, zoom, pull, drag a ghost, leave the page. And what a key must not.

import { shownFor } from './screens.js';

// A touch that has brought a new screen ends in a click upon it: for so long, in milliseconds, clicks of pointers are no answers to it.
const GHOST = 350;
// Keys of the browser's own menus, searches and zoom, that pages may keep. F5 and F11 are the technician's.
const KEYS = /^(F[1-4]|F[6-9]|F10|F12|ContextMenu|BrowserBack|BrowserForward|BrowserHome)$/;

/** Listens for the page's whole life. */
export function touch() {
  const on = (types, listener) => types.forEach((type) => document.addEventListener(type, listener, { capture: true, passive: false }));
  const never = (event) => event.cancelable && event.preventDefault();

  on(['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'gesturestart', 'gesturechange', 'gestureend', 'auxclick', 'copy', 'cut', 'paste'], never);
  // The middle button scrolls by itself.
  on(['mousedown'], (event) => event.button !== 0 && never(event));
  // Two fingers are no zoom.
  on(['touchstart', 'touchmove'], (event) => event.touches.length > 1 && never(event));
  on(['wheel'], (event) => event.ctrlKey && never(event));
  on(['keydown'], (event) => {
    if (KEYS.test(event.key) || event.ctrlKey || event.metaKey || (event.altKey && event.key !== 'F4')) never(event);
  });
  on(['click'], (event) => {
    const ghost = event.detail > 0 && shownFor() < GHOST;
    const path = event.composedPath ? event.composedPath() : [event.target];
    // No way out.
    const link = path.some((node) => node.localName === 'a');
    if (!ghost && !link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}
