// How pages and readers are told: events, and the line that says what is wrong.

import { fault } from './loader.js';

/** Tells the page that none of the elements called `name` can be drawn. */
export function tell(name, code) {
  document.querySelectorAll(name).forEach((element) => {
    raise(element, 'indicator-error', detail(fault(code, nearestLang(element))));
  });
}

/** What an event says of an error. */
export function detail(error) {
  return { code: error.code, message: error.message };
}

/** Raises an event; false where the page prevents what would follow. */
export function raise(element, name, about, cancelable) {
  return element.dispatchEvent(new CustomEvent(name, { detail: about, bubbles: true, composed: true, cancelable: Boolean(cancelable) }));
}

/** The language that holds at `node`, through shadow trees. */
export function nearestLang(node) {
  for (let at = node; at; at = at.parentNode || at.host) {
    const lang = at.getAttribute && at.getAttribute('lang');
    if (lang) return lang;
  }
  return '';
}

/** Says in `frame`, in place of all else, what is wrong. */
export function say(frame, error) {
  while (frame.firstChild) frame.removeChild(frame.firstChild);
  const line = document.createElement('p');
  line.setAttribute('part', 'error');
  line.setAttribute('role', 'status');
  line.className = 'error';
  line.textContent = error.message;
  frame.appendChild(line);
}

/** Says in `frame`, where `element` has nothing else to show, that values are on their way. */
export function sayWaiting(element, frame, words) {
  if (element.textContent.trim() || element.firstElementChild) return;
  const line = document.createElement('p');
  line.setAttribute('part', 'wait');
  line.setAttribute('role', 'status');
  line.className = 'line';
  line.textContent = words;
  frame.appendChild(line);
  frame.hidden = false;
}
