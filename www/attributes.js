// The element's attributes, and the properties that mirror them.

export const ATTRIBUTES = [
  'target', 'indicator', 'region', 'plan', 'view', 'lang', 'theme', 'text-size', 'controls', 'as-of', 'verdict', 'size',
  'observations', 'contact', 'updated', 'share', 'link', 'group', 'method', 'growth', 'until', 'topic', 'section', 'office', 'judged',
  'sort', 'compare',
];
// What a reader can change, and what makes such changes void.
export const TRIED = ATTRIBUTES.slice(ATTRIBUTES.indexOf('method'));
export const SHOWN = ['target', 'indicator', 'region', 'plan', 'view'];
export const VOIDING = TRIED.concat('target', 'indicator', 'region', 'plan');
// What an event tells of a change whether it is set or not.
export const ALWAYS = ['method', 'growth', 'until'];

export const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// HTMLElement has `lang`; `observations` takes rows too.
const APART = ['lang', 'observations'];

/** Gives `prototype` a property for each attribute. */
export function mirror(prototype) {
  for (const name of ATTRIBUTES) if (APART.indexOf(name) < 0) property(prototype, name);
}

function property(prototype, name) {
  Object.defineProperty(prototype, camel(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) || '';
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, Array.isArray(value) ? value.join(' ') : String(value));
    },
  });
}

/** A property that was set before the class was there hides the accessor: set it once more. */
export function reassign(element) {
  for (const name of ATTRIBUTES.map(camel)) again(element, name);
}

function again(element, name) {
  if (!Object.prototype.hasOwnProperty.call(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}
