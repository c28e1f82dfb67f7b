// What the data package itself says that a chart must show, read here anew so that the program cannot vouch for itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOP } from './site.mjs';

/** The rows of an RFC 4180 file as objects. */
export function readCsv(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += '"'; i++; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(cell); cell = ''; } else if (c === '\n') { rows.push([...row, cell]); row = []; cell = ''; } else if (c !== '\r') cell += c;
  }
  if (cell || row.length) rows.push([...row, cell]);
  const [head, ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}

const table = (name) => readCsv(readFileSync(join(TOP, 'data', `${name}.csv`), 'utf8'));

/** The day that all test charts stand on. */
export const AS_OF = '2026-06-30';

/** For each target that is no restatement: id, kind, the years its path runs to, how many observations of it are published and how many known on `asOf`, whether they are projected to the last deadline and with bands. */
export function expectedTargets(asOf = AS_OF) {
  const rows = table('targets').filter((row) => !row.restates);
  const indicators = new Map(table('indicators').map((row) => [row.id, row]));
  const observations = table('observations');
  const known = (row) => (row.published || `${Number(row.year) + 1}-03-01`) <= asOf;
  return rows.map((row) => {
    // A growth rate is drawn on the level that it is taken of, where that level is an indicator.
    const level = row.kind === 'growth_rate' && indicators.get(row.indicator).derived_from;
    // One plan's deadlines for the same promise; increments and flows belong together only from the same beginning.
    const same = ['plan', 'indicator', 'region', 'kind', 'base_year', ...(['level', 'cumulative'].includes(row.kind) ? [] : ['start'])];
    const published = observations.filter((one) => one.indicator === (level || row.indicator) && one.region === row.region);
    // Only what follows the last change of definition, in full years, says where it is heading.
    const shown = published.filter(known).sort((a, b) => a.year - b.year);
    const usable = shown.slice(Math.max(0, shown.findLastIndex((one) => one.break_zh_hans))).filter((one) => one.qualifier !== 'part_year');
    const path = rows.filter((one) => same.every((name) => one[name] === row[name]));
    const steps = path.map((one) => Number(one.deadline)).sort();
    const ahead = usable.length > 1 && Number(usable[usable.length - 1].year) < steps[steps.length - 1];
    return {
      id: row.id,
      kind: row.kind,
      indicator: level || row.indicator,
      region: row.region,
      steps,
      projected: ahead,
      banded: ahead && usable.length > 3,
      published: published.length,
      observed: published.filter(known).length,
    };
  });
}
