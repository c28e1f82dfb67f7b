// The exhibition page beside update files of every kind, each in a folder of its own below `folder`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../packs.mjs';
import { TOP } from './site.mjs';

const FILE = 'indicator-widgets-data.js';

/** What lies beside the page, by the folder's name; nothing where there is no such file. The values are made up. */
const BESIDE = {
  plain: undefined,
  absent: undefined,
  newer: (make) => make('2026-03-01', '2.71'),
  older: (make) => make('2020-01-01', '2.60'),
  damaged: (make) => make('2026-03-02', '2.72').replace(/(.{2000})AAAA|(.{2000}).{4}/, '$1$2BBBB'),
  script: () => 'this is no script;',
  silent: () => 'window.something = 1;\n',
};

/** Writes them. */
export function writeKiosks(folder) {
  const built = join(TOP, 'dist', 'kiosk.html');
  if (!existsSync(built)) return;
  const page = (update) => readFileSync(built, 'utf8').replace(/(<script type="application\/json" id="playlist">)([^<]*)/, (_, open, text) =>
    `${open}${JSON.stringify({ ...JSON.parse(text), update }).replace(/[^\x20-\x7e]|</g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)}`).replace('<meta charset="utf-8">', '$&<script src="../../pages/watch.js"></script>');
  const packs = join(folder, 'packs');
  mkdirSync(packs, { recursive: true });
  const make = (date, value) => readFileSync(pack(packs, 'data.js', date, value).file, 'latin1');
  for (const [name, text] of Object.entries(BESIDE)) {
    mkdirSync(join(folder, name), { recursive: true });
    // Where the playlist names none, none is asked for.
    writeFileSync(join(folder, name, 'kiosk.html'), page(name === 'plain' ? null : FILE));
    if (text) writeFileSync(join(folder, name, FILE), text(make));
  }
  rmSync(packs, { recursive: true });
}
