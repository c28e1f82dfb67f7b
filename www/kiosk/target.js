// The screen of one target: its chart with the assumption to drag, other places, the wording it comes from, the table.

import { comparable, target } from './catalogue.js';
import { Chart } from './chart.js';
import { later } from './clock.js';
import { byId, empty, make } from './dom.js';
import { add, back, go } from './screens.js';
import { measure, scrolling } from './scroll.js';
import { hush } from './voice.js';
import { state } from './state.js';
import { word } from './words.js';

/** Makes the screen `target`; `controls` are those that it offers. Gives back how to ask what shows. */
export function targets(controls) {
  const element = byId('target');
  const [kicker, title, lead] = ['kicker', 'title', 'lead'].map((name) => element.querySelector(`.${name}`));
  const scroller = element.querySelector('.scroller');
  const host = element.querySelector('.charts');
  const tabs = element.querySelector('.tabs');
  let row;
  let way = 'chart';
  let chart;
  let beside;
  scrolling(scroller);

  tabs.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) turn(button.value);
  });
  // A place among those compared is a target of its own.
  host.addEventListener('indicator-open', (event) => {
    event.preventDefault();
    go('target', { target: event.detail.target });
  });

  const offered = () => ['chart'].concat(['compare', 'source', 'table'].filter((name) =>
    controls.indexOf(name) >= 0 && (name !== 'compare' || comparable(row, state.lang))));

  function say() {
    row = target(row.id, state.lang);
    kicker.textContent = row.plan_name;
    title.textContent = word(state.lang, 'name', { region: row.region_name, name: row.indicator_name });
    lead.textContent = row.meaning;
    const ways = offered();
    const focus = tabs.contains(document.activeElement) ? document.activeElement.value : '';
    empty(tabs);
    tabs.setAttribute('aria-label', word(state.lang, 'looks'));
    tabs.hidden = ways.length < 2;
    ways.forEach((name) => tabs.appendChild(make('button', { type: 'button', value: name, 'aria-pressed': String(name === way) }, word(state.lang, name))));
    const again = focus && tabs.querySelector(`[value="${focus}"]`);
    if (again) again.focus({ preventScroll: true });
  }

  /** The drawing is as high as it can be without anything to scroll. */
  function settle(shown) {
    if (!shown) return;
    // Without an assumption there is nothing to take back.
    if (!shown.part('.slider')) shown.element.setAttribute('data-operated', 'no');
    shown.fit(0.8, 1.5, () => measure(scroller));
  }

  function draw() {
    const attributes = { target: row.id, controls: 'full', 'data-operated': controls.indexOf('assumption') >= 0 ? 'yes' : 'no' };
    chart = new Chart(host, attributes, 'chart', () => settle(chart), back);
  }

  function compare() {
    beside = new Chart(host, { indicator: row.indicator, view: 'comparison', controls: 'none' }, 'chart', () => settle(beside), () => turn('chart'));
  }

  /** Looks at it another way. */
  function turn(next) {
    if (next === way) return;
    hush();
    if (way === 'source') chart.press('[aria-controls^="sources-"]');
    if (way === 'table') chart.press('[role="tab"]');
    if (beside) beside.remove();
    beside = undefined;
    way = next;
    chart.element.hidden = next === 'compare';
    chart.element.setAttribute('data-show', next);
    if (next === 'source') chart.press('[aria-controls^="sources-"]');
    if (next === 'table') chart.press('[data-view="table"]');
    if (next === 'compare') compare();
    if (next === 'chart') settle(chart);
    Array.from(tabs.children).forEach((button) => button.setAttribute('aria-pressed', String(button.value === way)));
    scroller.scrollTop = 0;
    measure(scroller);
  }

  function clear() {
    [beside, chart].forEach((one) => one && one.remove());
    beside = undefined;
    chart = undefined;
    way = 'chart';
    [kicker, title, lead, tabs].forEach(empty);
  }

  add('target', {
    element,
    enter(given) {
      row = target(given.target, state.lang);
      if (!row) return later(0, back);
      say();
      draw();
      scroller.scrollTop = 0;
      measure(scroller);
      return title.focus({ preventScroll: true });
    },
    leave: clear,
    change(what) {
      if (what === 'look') {
        say();
        [chart, beside].forEach((one) => one && one.look());
      }
      settle(beside || (way === 'chart' && chart));
    },
  });
  return {
    /** The chart that shows, if one does. */
    chart: () => beside || chart,
  };
}
