// Plans, themes and targets with their names in a language, as IndicatorWidgets tells them.

import { LANGUAGES } from './words.js';

const SUFFIX = ['_zh_hans', '_zh_hant', '_en'];

let kept = {};
let offered = [];

/** Only these plans, in this order; all where none is named. */
export function offer(plans) {
  offered = plans;
  forget();
}

/** The data is another: what was read of it is read anew. */
export function forget() {
  kept = {};
}

/** What is known in `lang`. */
function read(lang) {
  if (!kept[lang]) kept[lang] = load(window.IndicatorWidgets, lang);
  return kept[lang];
}

function load(api, lang) {
  const named = (row, name) => (row ? row[name + SUFFIX[LANGUAGES.indexOf(lang)]] || '' : '');
  const derived = new Map(api.indicators().map((row) => [row.id, row.derived_from]));
  const meanings = new Map(api.indicators().map((row) => [row.id, named(row, 'meaning')]));
  const regions = new Map(api.regions().map((row) => [row.id, named(row, 'name')]));
  const values = new Set(api.observations({}).map((row) => `${row.indicator} ${row.region}`));
  // A growth rate is drawn on its level's values.
  const known = ({ indicator, region }) => values.has(`${indicator} ${region}`) || values.has(`${derived.get(indicator)} ${region}`);
  const targets = api.targets({ lang }).filter((row) => !row.restates)
    .map((row) => Object.assign({ known: known(row), meaning: meanings.get(row.indicator) }, row));
  const all = api.plans();
  const ids = offered.length ? offered : all.map((row) => row.id);
  const plans = ids.map((id) => all.find((row) => row.id === id)).filter(Boolean).map((row) => ({
    id: row.id, region: regions.get(row.region) || '', name: named(row, 'short'), title: named(row, 'title'), issuer: named(row, 'issuer'),
    from: row.period_start, to: row.period_end, targets: targets.filter((one) => one.plan === row.id),
  }));
  return { plans, targets };
}

export const plans = (lang) => read(lang).plans;

export const plan = (id, lang) => read(lang).plans.find((one) => one.id === id);

export const target = (id, lang) => read(lang).targets.find((one) => one.id === id);

/** The themes of a plan, those with most targets first, each with its targets: first those that have values. */
export function themes(id, lang) {
  const groups = new Map();
  const found = plan(id, lang);
  (found ? found.targets : []).forEach((row) => {
    if (!groups.has(row.theme)) groups.set(row.theme, { id: row.theme, name: row.theme_name, targets: [], at: groups.size });
    groups.get(row.theme).targets.push(row);
  });
  return Array.from(groups.values()).sort((one, other) => other.targets.length - one.targets.length || one.at - other.at)
    .map((group) => Object.assign(group, { targets: group.targets.filter((row) => row.known).concat(group.targets.filter((row) => !row.known)) }));
}

/** Whether other places have promised something of the same indicator. */
export function comparable({ indicator }, lang) {
  return new Set(read(lang).targets.filter((row) => row.indicator === indicator).map((row) => row.region)).size > 1;
}
