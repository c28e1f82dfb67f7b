// How pages and readers are told: events, the line that says what is wrong, and the details for those who mend it.

import words, { version } from 'built:words';
import { ATTRIBUTES } from './attributes.js';
import { fault, spoken } from './loader.js';
import { copy } from './take.js';

// On a line that stands in the page itself.
const MARK = 'data-indicator-error';

/**
 * Tells the page that none of the elements called `name` can be drawn, and readers in a line at each: behind the own content where
 * nobody else has the element, else (`beside`) after it. Elements that the parser has yet to come to are told of when it has.
 */
export function tell(name, code, beside) {
  const all = () => document.querySelectorAll(name).forEach((element) => {
    const last = beside ? element.nextElementSibling : element.lastElementChild;
    if (last && last.hasAttribute(MARK)) return;
    const lang = nearestLang(element);
    const error = fault(code, lang);
    const line = made('div', [['role', 'status'], ['lang', spoken(lang)], [MARK, code]], error.message);
    if (beside) element.parentNode.insertBefore(line, element.nextSibling);
    else element.appendChild(line);
    raise(element, 'indicator-error', detail(error));
  });
  all();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all, { once: true });
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

/** Says in `frame`, in place of all else, what is wrong with `element`; where it says so already nothing happens. */
export function say(frame, error, element, lang) {
  const said = frame.firstElementChild;
  if (said && said.className === 'error' && said.textContent === error.message) return;
  while (frame.firstChild) frame.removeChild(frame.firstChild);
  frame.setAttribute('lang', spoken(lang));
  frame.appendChild(made('p', [['class', 'error'], ['part', 'error'], ['role', 'status']], error.message));
  const given = (name) => element.getAttribute(name);
  if (given('controls') !== 'none' && given('size') !== 'compact') frame.appendChild(details(account(error, element), words[spoken(lang)]));
}

/** Says quietly, below the first chart in `frame`, that not all of a link could be shown. */
export function sayLeftOut(frame, lang) {
  frame.firstElementChild.appendChild(made('p', [['class', 'line'], ['part', 'note'], ['role', 'status']], words[spoken(lang)]['left-out']));
}

/** Closed, so that no reader need see it; its text can be copied, by hand where the browser does not let us. */
function details(text, table) {
  const all = made('details', [['class', 'detail'], ['part', 'detail']]);
  const field = made('textarea', [['class', 'input account'], ['part', 'input'], ['rows', '9'], ['readonly', ''], ['aria-label', table.detail]]);
  field.value = text;
  const button = made('button', [['class', 'button'], ['part', 'button'], ['type', 'button']], table.copy);
  const status = made('p', [['class', 'line status'], ['role', 'status']]);
  button.addEventListener('click', () => {
    const done = copied(button, text);
    status.textContent = done ? table.copied : table.selected;
    if (done) return;
    field.focus();
    field.select();
  });
  [made('summary', [['class', 'summary']], table.detail), field, button, status].forEach((part) => all.appendChild(part));
  return all;
}

function copied(button, text) {
  try {
    return copy(button, text);
  } catch (error) {
    return false;
  }
}

/** What is to be known of an error: no query of the page's address, which may be a reader's own. */
function account(error, element) {
  const given = ATTRIBUTES.filter((name) => element.hasAttribute(name)).map((name) => ` ${name}="${element.getAttribute(name)}"`);
  return [
    `indicator-widgets ${version}: ${error.code}`,
    error.message,
    error.cause ? String(error.cause) : '',
    `<${element.localName}${given.join('')}>`,
    location.href.split(/[?#]/)[0],
    navigator.userAgent,
  ].filter(Boolean).join('\n');
}

function made(name, attributes, text) {
  const element = document.createElement(name);
  attributes.forEach(([key, value]) => element.setAttribute(key, value));
  if (text) element.textContent = text;
  return element;
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
