// What one visitor has chosen that all screens show: language, colours, size of text. It is forgotten when the next one comes.

const root = document.documentElement;
const listeners = [];
let rest = { lang: 'zh-Hans', theme: 'light', text: 'normal' };

export const state = Object.assign({}, rest);

/** Begins with this, and comes back to it. */
export function begin(first) {
  rest = Object.assign({}, first);
  reset();
}

/** Changes what `patch` names; who listens is told if something is another. */
export function set(patch) {
  if (Object.keys(patch).every((name) => state[name] === patch[name])) return;
  Object.assign(state, patch);
  show();
  listeners.forEach((listener) => listener(state));
}

/** As it was before anybody came. */
export const reset = () => set(rest);

/** The colours of rest: a visitor who leaves the strong ones comes back to them. */
export const restTheme = () => rest.theme;

/** Calls `listener` whenever something is another; to be called once for each part of the page. */
export function onState(listener) {
  listeners.push(listener);
}

function show() {
  root.lang = state.lang;
  root.setAttribute('data-theme', state.theme);
  root.setAttribute('data-text', state.text);
}
