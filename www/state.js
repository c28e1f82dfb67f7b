// What a reader has chosen of a chart, in the page's address: #id?method=drift&until=2030, more charts behind a `;`.
// The id is the element's own, or that of what it shows. A fragment that is the page's own is never changed.

const CHARTS = 'indicator-chart[share="link"]';

/** What the address says of `element`, by name; nothing where it says nothing. */
export function read(element) {
  const name = nameOf(element);
  const part = parts().find((one) => one.name === name && one.text !== undefined);
  if (!part) return undefined;
  const state = {};
  for (const pair of part.text.split('&').filter(Boolean)) {
    const [key, ...value] = pair.split('=');
    state[decode(key)] = decode(value.join('='));
  }
  return state;
}

/** Puts what a reader has chosen into the address, if it is free: no step in the history, no event. */
export function write(element, state) {
  const own = nameOf(element);
  const all = parts();
  // Prototype.js and MooTools put an Array.from of their own over the browser's, which takes no second argument.
  const charts = Array.from(document.querySelectorAll(CHARTS)).map(nameOf).concat(own);
  if (!own || all.some((part) => charts.indexOf(part.name) < 0)) return;
  const text = written(state);
  const part = all.find((one) => one.name === own);
  const others = all.filter((one) => one !== part).map((one) => one.raw);
  // An address that named the chart goes on naming it.
  const bare = part && part.text === undefined ? encode(own) : '';
  const mine = text ? `${encode(own)}?${text}` : bare;
  const fragment = (mine ? [mine] : []).concat(others).join(';');
  try {
    // Whole: a page's <base> would make another address of a mere fragment.
    history.replaceState(history.state, '', location.href.split('#')[0] + (fragment && `#${fragment}`));
  } catch (error) {
    // A sandboxed page has no address of its own.
  }
}

/** The address that shows what a reader sees of `element` now. */
export function link(element, state) {
  const text = written(state);
  return `${location.href.split('#')[0]}#${encode(nameOf(element))}${text ? `?${text}` : ''}`;
}

function nameOf(element) {
  const given = (name) => (element.getAttribute(name) || '').trim().split(/\s+/)[0];
  return element.id || given('target') || given('indicator') || given('plan');
}

function parts() {
  return location.hash.slice(1).split(';').filter(Boolean).map((raw) => {
    const [name, ...text] = raw.split('?');
    return { raw, name: decode(name), text: text.length ? text.join('?') : undefined };
  });
}

function written(state) {
  return Object.keys(state).map((name) => `${encode(name)}=${encode(state[name])}`).join('&');
}

const encode = (text) => encodeURIComponent(text).replace(/%2F/g, '/');

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}
