// The hall's page: puts the parts together.

import { attract } from './attract.js';
import { bar } from './bar.js';
import { burnin } from './burnin.js';
import { forget, offer } from './catalogue.js';
import { standOn } from './chart.js';
import { cancel, later } from './clock.js';
import { byId } from './dom.js';
import { explore } from './explore.js';
import { watch as health } from './health.js';
import { idle } from './idle.js';
import { playlist } from './playlist.js';
import { current, onScreen, start, tell } from './screens.js';
import { begin, onState, reset, state } from './state.js';
import { shown as technician, statusPage } from './status.js';
import { onData, start as data } from './stick.js';
import { targets } from './target.js';
import { touch } from './touch.js';
import { hush } from './voice.js';
import { wake } from './wake.js';
import { listen, watch as watchOver } from './watchdog.js';
import { word } from './words.js';

// The core that did not come is asked for again after so long; a window that is being turned or drawn has rested, in milliseconds.
const AGAIN = 5000;
const STILL = 250;
// Keys by which somebody comes.
const COMING = ['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

const root = document.documentElement;
const list = playlist();

/** What stands in the page itself, in the visitor's language. */
function say() {
  const title = list.title[state.lang] || Object.values(list.title)[0] || '';
  document.title = title;
  byId('name').textContent = title;
  document.querySelectorAll('[data-word]').forEach((node) => { node.textContent = word(state.lang, node.getAttribute('data-word')); });
  tell('look');
}

/** The visitor has gone: nothing of theirs is left. */
function rest() {
  hush();
  if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
  window.getSelection().removeAllRanges();
  root.removeAttribute('data-keys');
  reset();
  start('attract');
  window.scrollTo(0, 0);
}

/** A touch anywhere, but on the bar, which answers itself. */
function come(event) {
  if (current() !== 'attract' || byId('bar').contains(event.target)) return;
  if (event.type === 'keydown' && COMING.indexOf(event.key) < 0) return;
  event.preventDefault();
  start('plans');
}

/** Whether visitors move by the keyboard: then the focus is shown. */
function keys(event) {
  if (event.type !== 'keydown') root.removeAttribute('data-keys');
  else if (event.key === 'Tab' || /^Arrow/.test(event.key)) root.setAttribute('data-keys', '');
}

function sized() {
  let timer = 0;
  window.addEventListener('resize', () => {
    cancel(timer);
    timer = later(STILL, () => tell('size'));
  });
}

function open() {
  touch();
  sized();
  explore();
  const counts = attract(list.slides);
  const shown = targets(list.controls);
  bar(list.languages, () => (shown.chart() ? shown.chart().element.describe() : Promise.reject(new Error('no chart'))));
  const watch = idle(list, () => current() !== 'attract' && !technician(), rest);
  onState(say);
  onScreen(hush);
  onScreen((name) => name !== 'attract' && watch.begin());
  ['pointerup', 'click', 'keydown'].forEach((type) => document.addEventListener(type, come));
  ['pointerdown', 'keydown'].forEach((type) => document.addEventListener(type, keys, true));
  burnin(list.night);
  statusPage(list.languages);
  onData(() => {
    forget();
    start('attract');
  });
  wake();
  say();
  start('attract');
  watchOver({ counts, longest: Math.max(0, ...list.slides.map((slide) => slide.seconds)) * 1000, gone: list.idle * 1000, rest });
  root.setAttribute('data-ready', '');
}

function ready() {
  window.IndicatorWidgets.ready.then(() => data(list.update)).then(open, () => later(AGAIN, ready));
}

if (list.logo) {
  byId('logo').src = list.logo;
  byId('logo').hidden = false;
}
health();
listen();
standOn(list.asOf);
offer(list.plans);
begin({ lang: list.languages[0], theme: list.theme, text: 'normal' });
say();
ready();
