// Nodes, without any HTML string.

/** An element with attributes and children (nodes or text); what is null or empty is left out. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => element.setAttribute(name, attributes[name]));
  children.forEach((child) => child && element.appendChild(child.nodeType ? child : document.createTextNode(child)));
  return element;
}

/** Takes all that is in it out of an element. */
export function empty(element) {
  while (element.firstChild) element.removeChild(element.firstChild);
}

export const byId = (id) => document.getElementById(id);

const SVG = 'http://www.w3.org/2000/svg';

/** A sign of one line drawn in a square of 24, in the colour of the text around it. */
export function sign(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  Object.entries({ class: 'sign', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' }).forEach(([name, value]) => svg.setAttribute(name, value));
  line.setAttribute('d', path);
  svg.appendChild(line);
  return svg;
}
