// A screen of large tiles to choose one from.

import { byId, empty, make } from './dom.js';
import { add } from './screens.js';
import { measure, scrolling } from './scroll.js';
import { state } from './state.js';

/**
 * Makes the screen `name`. `say(given)` tells its words and tiles as they are in the visitor's language:
 * { kicker, title, lead, tiles: [{ id, name, more, note }] }; `choose(id, given)` is called with the one that was chosen.
 */
export function list(name, say, choose) {
  const part = (tag, className, more) => make(tag, Object.assign({ class: className }, more));
  const words = ['p', 'h1', 'p'].map((tag, at) => part(tag, ['kicker', 'title', 'lead'][at], tag === 'h1' ? { tabindex: '-1' } : {}));
  const tiles = part('div', 'tiles');
  const scroller = make('div', { class: 'scroller' }, tiles);
  const element = make('section', { class: 'screen list', id: name, hidden: '' }, make('div', { class: 'about' }, ...words), scroller);
  let given = {};
  byId('screens').appendChild(element);
  scrolling(scroller);

  tiles.addEventListener('click', (event) => {
    const tile = event.target.closest('.tile');
    if (tile) choose(tile.value, given);
  });

  function fill() {
    const said = say(given, state.lang);
    words.forEach((node, at) => { node.textContent = [said.kicker, said.title, said.lead][at] || ''; });
    empty(tiles);
    said.tiles.forEach((tile) => tiles.appendChild(make('button', { type: 'button', class: 'tile', value: tile.id, id: `${name}-${tile.id}` },
      make('span', { class: 'tile-name' }, tile.name), tile.more && make('span', { class: 'tile-more' }, tile.more),
      tile.note && make('span', { class: 'tile-note' }, tile.note))));
    tiles.setAttribute('data-count', String(said.tiles.length));
    measure(scroller);
  }

  add(name, {
    element,
    enter(wanted) {
      given = wanted;
      fill();
      scroller.scrollTop = 0;
      words[1].focus({ preventScroll: true });
    },
    leave() {
      empty(tiles);
      words.forEach(empty);
    },
    change(what) {
      if (what === 'size') measure(scroller);
      else fill();
    },
  });
}
