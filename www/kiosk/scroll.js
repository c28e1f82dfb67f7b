// A part that is higher than its place moves under the finger, or by two buttons: resistive panels know no scrolling.

import { make, sign } from './dom.js';
import { onState, state } from './state.js';
import { word } from './words.js';

const all = new Map();
// So much of what is seen goes by at once.
const STEP = 0.8;

/** Gives `scroller` its buttons, for its whole life. */
export function scrolling(scroller) {
  const buttons = [['up', 'M5 15l7-7 7 7', -1], ['down', 'M5 9l7 7 7-7', 1]].map(([name, path, step]) => {
    const button = make('button', { type: 'button', class: `scroll ${name}`, tabindex: '-1' }, sign(path));
    button.addEventListener('click', () => scroller.scrollBy(0, step * STEP * scroller.clientHeight));
    return { name, button };
  });
  const box = make('div', { class: 'scrolls', hidden: '' }, ...buttons.map((one) => one.button));
  scroller.parentNode.insertBefore(box, scroller.nextSibling);
  const label = () => buttons.forEach(({ name, button }) => button.setAttribute('aria-label', word(state.lang, name)));
  label();
  onState(label);
  scroller.addEventListener('scroll', () => mark(scroller, box), { passive: true });
  all.set(scroller, box);
}

/** Shows the buttons of a scroller where there is something to scroll to. */
export function measure(scroller) {
  const box = all.get(scroller);
  // They take room themselves.
  box.hidden = true;
  mark(scroller, box);
}

function mark(scroller, box) {
  const room = scroller.scrollHeight - scroller.clientHeight;
  const [up, down] = Array.from(box.children);
  box.hidden = room <= 2;
  up.disabled = scroller.scrollTop <= 1;
  down.disabled = scroller.scrollTop >= room - 1;
  scroller.classList.toggle('more', room > 2 && !down.disabled);
}
