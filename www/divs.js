// <div data-indicator-target="..."> for editors that strip elements which they do not know: an element is made inside it, with
// the same attributes and with what the div held.

const PREFIX = 'data-indicator-';
const DIVS = ['target', 'indicator', 'plan', 'view'].map((name) => `div[${PREFIX}${name}]`).join(',');

/** Makes elements called `name` of the page's divs, as soon as the page is read. */
export function adopt(name) {
  const all = () => document.querySelectorAll(DIVS).forEach((div) => fill(div, name));
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all);
  else all();
}

function fill(div, name) {
  if (div.querySelector(name)) return;
  const element = document.createElement(name);
  for (const attribute of Array.from(div.attributes)) {
    if (attribute.name.indexOf(PREFIX) === 0) element.setAttribute(attribute.name.slice(PREFIX.length), attribute.value);
  }
  while (div.firstChild) element.appendChild(div.firstChild);
  div.appendChild(element);
}
