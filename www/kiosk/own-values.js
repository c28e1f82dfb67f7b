// A table of yearly values that was chosen by hand: which targets it serves. The core reads it, as it reads a page's own.

import { make } from './dom.js';
import { refused } from './file.js';

const ID = 'hall-values';

let table;
let serves = [];

/** The targets (rows of IndicatorWidgets) that `text` has values for; throws where it has none, or names no regions and indicators. */
export function served(api, text, name) {
  const values = { form: 'csv', text, name };
  const all = api.targets({}).filter((row) => !row.restates);
  let wrong;
  const drawn = (target, view) => {
    try {
      return api.renderSVG({ target, table: values, view });
    } catch (error) {
      if (error.code !== 'bad-table') throw error;
      wrong = error;
      return undefined;
    }
  };
  // Whoever uses a value of a table says so; a table of others' values is no fault.
  const takes = (target) => {
    const svg = drawn(target);
    return Boolean(svg) && svg !== api.renderSVG({ target });
  };
  // Targets of one indicator and region have the same values.
  const known = new Map();
  const given = all.filter((row) => {
    const series = `${row.indicator} ${row.region}`;
    if (!known.has(series)) known.set(series, takes(row.id));
    return known.get(series);
  });
  if (!given.length) throw wrong || refused('file_damaged');
  // Beside a stranger only values that are named for a target are taken for it: what names nobody would be anybody's.
  const strangers = all.filter((row) => given.indexOf(row) < 0);
  const found = given.filter((row) => {
    const other = strangers.find((one) => one.indicator !== row.indicator && one.region !== row.region);
    return !other || drawn(`${row.id} ${other.id}`, 'progress');
  });
  if (!found.length) throw refused('file_unnamed');
  return found;
}

/** Puts the table into the page, for the charts of `targets`; without one it goes out of the page. */
export function place(text, targets) {
  const old = document.getElementById(ID);
  if (old) old.parentNode.removeChild(old);
  serves = text ? targets : [];
  table = { form: 'csv', text };
  if (text) document.body.appendChild(make('script', { type: 'text/csv', id: ID }, text));
}

/** What the attribute `observations` of a chart with these attributes is to be: nothing where it would not be drawn with it. */
export function observed({ target, indicator, plan, view }) {
  const ids = (target || '').split(' ');
  const mine = (row) => (target ? ids.indexOf(row.id) >= 0 : indicator ? row.indicator === indicator : row.plan === plan);
  if (!serves.some(mine)) return '';
  try {
    window.IndicatorWidgets.renderSVG({ target, indicator, plan, view, table });
    return `#${ID}`;
  } catch (error) {
    return '';
  }
}
