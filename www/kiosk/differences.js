// What another dataset says otherwise: values and targets that come, change and go.

const VALUE = ['value', 'unit', 'qualifier'];
const TARGET = ['kind', 'comparator', 'value', 'value_max', 'unit', 'deadline'];

/** What is compared: the rows of the dataset in force, by keys that last. */
export function rows(api, lang) {
  const names = new Map();
  const suffix = { 'zh-Hans': 'zh_hans', 'zh-Hant': 'zh_hant', en: 'en' }[lang];
  api.indicators().forEach((row) => names.set(row.id, row[`name_${suffix}`]));
  api.regions().forEach((row) => names.set(` ${row.id}`, row[`name_${suffix}`]));
  const named = (row) => `${names.get(` ${row.region}`)} ${names.get(row.indicator)}`;
  const values = new Map();
  api.observations({}).forEach((row) => values.set([row.indicator, row.region, row.year].join(' '), {
    name: `${named(row)} ${row.year}`, said: `${row.value} ${row.unit === 'index' ? '' : row.unit}`.trim(), key: key(row, VALUE),
  }));
  const targets = new Map();
  api.targets({ lang }).filter((row) => !row.restates).forEach((row) => targets.set(row.id, {
    name: `${named(row)} ${row.deadline}`, said: row.due, key: key(row, TARGET),
  }));
  return { values, targets };
}

const key = (row, names) => JSON.stringify(names.map((name) => row[name]));

/** From `before` to `after`: of values and of targets what was { added, changed, removed }, each { name, from, to }. */
export function differences(before, after) {
  return { values: between(before.values, after.values), targets: between(before.targets, after.targets) };
}

function between(before, after) {
  const found = { added: [], changed: [], removed: [] };
  after.forEach((row, id) => {
    const old = before.get(id);
    if (!old) found.added.push({ name: row.name, from: '', to: row.said });
    else if (old.key !== row.key) found.changed.push({ name: row.name, from: old.said, to: row.said });
  });
  before.forEach((row, id) => {
    if (!after.has(id)) found.removed.push({ name: row.name, from: row.said, to: '' });
  });
  return found;
}
