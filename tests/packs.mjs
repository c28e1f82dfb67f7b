// Packed datasets for tests: the package of data/ with its date, and one value, changed. The values are made up.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { at } from './page.mjs';

/** What is changed: rd-intensity of Jinhua in this year. */
export const CHANGED = { indicator: 'rd-intensity', region: 'jinhua', year: 2021 };

/** Makes the package with the day `created` and `value` for what is changed below `folder`; gives back its folder. */
export function packageOf(folder, created, value) {
  const data = join(folder, created);
  mkdirSync(data, { recursive: true });
  cpSync(at('data'), data, { recursive: true });
  const edit = (name, from, to) => {
    const text = readFileSync(join(data, name), 'utf8');
    if (!from.test(text)) throw new Error(`${name}: no ${from}`);
    writeFileSync(join(data, name), text.replace(from, to));
  };
  edit('datapackage.json', /"created": "[^"]*"/, `"created": "${created}"`);
  edit('observations.csv', /^(rd-intensity,jinhua,2021,)[^,]*/m, `$1${value}`);
  return data;
}

/** Packs such a package as `folder/name`, whose ending says in which form. */
export function pack(folder, name, created, value) {
  const file = join(folder, name);
  const said = execFileSync(at('dist/indicator-widgets'), ['pack', packageOf(join(folder, 'packages'), created, value), '-o', file], { encoding: 'utf8' });
  return { file, said };
}

const known = new Map();

/** Such a packed dataset as base64. */
export function coded(created, value) {
  const name = `${created} ${value}`;
  if (!known.has(name)) {
    const folder = mkdtempSync(join(tmpdir(), 'indicator-packs-'));
    try {
      known.set(name, readFileSync(pack(folder, 'data.iwp', created, value).file).toString('base64'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return known.get(name);
}
