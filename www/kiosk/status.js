// The status page, for the hall's technician alone: how the page runs, which data it has, other data by hand, what went wrong. It lies
// over everything, is made when it is opened, and closes by itself.

import { version } from 'built:words';
import css from './status.css';
import { cancel, elapsed, later, now } from './clock.js';
import { make } from './dom.js';
import { onGesture } from './gesture.js';
import { last, restarted } from './health.js';
import { storage } from './keep.js';
import { apply, back, inForce, preview } from './stick.js';
import { onState, set, state } from './state.js';
import { has, say } from './status-words.js';
import { health } from './watchdog.js';
import { NAMES } from './words.js';

// Untouched for so long it closes; figures are told anew so often, in milliseconds.
const IDLE = 120000;
const AGAIN = 1000;
// So many changes are listed of each kind.
const LISTED = 12;

let root;
let idle;
let again;
// What a chosen file says: { said } in words, or { given } to be used or left.
let outcome = {};

const word = (key, values) => say(state.lang, key, values);

/** Makes it known how it is opened; to be called once. `languages` are those of the playlist. */
export function statusPage(languages) {
  onGesture(() => open(languages));
  onState(() => root && draw(languages));
}

/** Opens it, if it is not open. */
export function open(languages) {
  if (root) return;
  outcome = {};
  root = make('div', { id: 'status', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'status-title', tabindex: '-1' });
  // What is under it hears nothing of what is done here.
  ['pointerdown', 'pointerup', 'touchstart', 'click', 'keydown', 'input', 'contextmenu'].forEach((name) => root.addEventListener(name, (event) => {
    event.stopPropagation();
    wait();
    if (name === 'keydown' && event.key === 'Escape') close();
  }));
  document.body.appendChild(root);
  draw(languages);
  root.focus();
  wait();
}

/** Closes it, if it is open. */
export function close() {
  if (!root) return;
  cancel(idle);
  cancel(again);
  document.body.removeChild(root);
  root = undefined;
  outcome = {};
}

/** Whether it is open. */
export const shown = () => Boolean(root);

function wait() {
  cancel(idle);
  idle = later(IDLE, close);
}

function draw(languages) {
  const scrolled = root.scrollTop;
  const { id } = document.activeElement || {};
  while (root.firstChild) root.removeChild(root.firstChild);
  root.lang = state.lang;
  const tongues = languages.map((lang) => button(NAMES[lang], () => set({ lang }), { lang, id: `status-${lang}`, 'aria-pressed': String(lang === state.lang) }));
  const facts = make('dl', { id: 'status-machine' });
  const box = make('div', { class: 'status-box' },
    make('div', { class: 'status-top' }, make('h1', { id: 'status-title' }, word('title')), make('div', { class: 'status-buttons' }, ...tongues, button(word('close'), close, { id: 'status-close' }))),
    make('h2', {}, word('data')), data(), choice(languages), result(languages),
    make('h2', {}, word('machine')), facts, make('div', { class: 'status-buttons' }, button(word('reload'), () => window.location.reload(), { id: 'status-reload' })),
    make('h2', {}, word('faults')), record());
  root.appendChild(make('style', {}, css));
  root.appendChild(box);
  root.scrollTop = scrolled;
  const focus = id && document.getElementById(id);
  if (focus) focus.focus({ preventScroll: true });
  const tick = () => {
    while (facts.firstChild) facts.removeChild(facts.firstChild);
    machine().forEach((one) => one.forEach((node) => facts.appendChild(node)));
    cancel(again);
    again = later(AGAIN, tick);
  };
  tick();
}

function button(text, act, more) {
  const element = make('button', Object.assign({ type: 'button' }, more), text);
  element.addEventListener('click', act);
  return element;
}

const fact = (key, text) => [make('dt', {}, word(key)), make('dd', { id: `status-${key}` }, text)];

function machine() {
  const minutes = Math.floor(elapsed() / 60000);
  const { memory } = performance;
  const ratio = Math.round(window.devicePixelRatio * 100) / 100;
  return [
    fact('version', `Indicator Widgets ${version}`),
    fact('uptime', word('duration', { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 })),
    fact('clock', stamp(now())),
    fact('restarts', String(restarted())),
    fact('reloads', String(health.reloads)),
    fact('memory', memory ? `${(memory.usedJSHeapSize / 1048576).toFixed(1)} / ${Math.round(memory.jsHeapSizeLimit / 1048576)} MB` : word('memory_unknown')),
    fact('storage', word(`storage_${storage()}`)),
    fact('screen', word('screen_size', { width: window.screen.width, height: window.screen.height, inner: `${window.innerWidth}\u00d7${window.innerHeight}`, ratio })),
  ];
}

/** The machine's own time, as it has it: YYYY-MM-DD HH:MM. */
function stamp(time) {
  const at = new Date(time);
  const two = (number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function data() {
  const { own, held, from, update, values } = inForce();
  const facts = [];
  if (held) facts.push(fact('in_force', `${word(from)} \u00b7 ${word('holds', held)}`));
  if (own && from !== 'own') facts.push(fact('own_data', word('holds', own)));
  facts.push(fact('update_file', word(`update_${update}`)));
  if (values) facts.push(fact('values', word('values_serve', values)));
  return make('dl', { id: 'status-data' }, ...facts.reduce((all, one) => all.concat(one), []));
}

function choice(languages) {
  const input = make('input', { type: 'file', id: 'status-file', tabindex: '-1', accept: '.iwp,.js,.csv,.txt' });
  input.hidden = true;
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    tell(languages, { said: word('reading') });
    const found = await preview(file).then((given) => ({ given }), (error) => ({ said: word('refused', { why: error.word ? word(error.word) : error.message }), bad: true }));
    tell(languages, found);
  });
  const { from, values } = inForce();
  const own = button(word('back'), () => back().then(() => tell(languages, { said: word('back_done') })), { id: 'status-back' });
  own.disabled = from === 'own' && !values;
  return make('div', {}, make('p', { class: 'status-help' }, word('choose_help')),
    make('div', { class: 'status-buttons' }, button(word('choose'), () => input.click(), { id: 'status-choose' }), own), input);
}

/** What came of it, in place of what was said before. */
function tell(languages, found) {
  outcome = found;
  if (!root) return;
  draw(languages);
  const shownNow = document.getElementById('status-outcome');
  if (shownNow) shownNow.scrollIntoView({ block: 'nearest' });
}

function result(languages) {
  const { said, bad, given } = outcome;
  if (said) return make('p', { id: 'status-outcome', role: 'status', class: bad ? 'status-bad' : 'status-good' }, said);
  if (!given) return undefined;
  const use = button(word('apply'), () => apply(given).then((kept) => tell(languages, { said: word(`applied_${kept}`) }),
    (error) => tell(languages, { said: word('refused', { why: error.message }), bad: true })), { id: 'status-apply' });
  const parts = given.targets ? [listing('targets_served', given.targets.map((row) => ({ name: `${row.region_name} ${row.indicator_name} ${row.deadline}`, from: '', to: '' })))]
    : changes(given.differences);
  return make('div', { id: 'status-outcome', role: 'group', class: 'status-preview' },
    make('p', { class: 'status-name' }, word('preview', given)), given.held && make('p', {}, word('holds', given.held)),
    given.older && make('p', { class: 'status-bad' }, word('older')), ...parts,
    make('div', { class: 'status-buttons' }, use, button(word('cancel'), () => tell(languages, {}), { id: 'status-cancel' })));
}

function changes({ values, targets }) {
  const kinds = [['values', values], ['targets', targets]].reduce((all, [of, found]) =>
    all.concat(['changed', 'added', 'removed'].map((how) => [`${of}_${how}`, found[how]])), []).filter(([, rows]) => rows.length);
  return kinds.length ? kinds.map(([key, rows]) => listing(key, rows)) : [make('p', {}, word('nothing'))];
}

function listing(key, rows) {
  const line = ({ name, from, to }) => make('li', {}, `${name}${from || to ? `: ${[from, to].filter(Boolean).join(' \u2192 ')}` : ''}`);
  const more = rows.length - LISTED;
  return make('div', { class: 'status-list', 'data-kind': key }, make('p', {}, word(key, { n: rows.length })),
    make('ul', {}, ...rows.slice(0, LISTED).map(line), more > 0 && make('li', {}, word('more', { n: more }))));
}

function record() {
  const all = last();
  if (!all.length) return make('p', { id: 'status-record' }, word('faults_none'));
  const line = ({ at, code, message, times }) => make('li', {}, `${stamp(at)} ${code}: ${has(message) ? word(message) : message}${times > 1 ? ` (${word('times', { n: times })})` : ''}`);
  return make('ul', { id: 'status-record' }, ...all.map(line));
}
