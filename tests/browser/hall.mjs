// The hall's page for the tests, beside the one that ships: with a clock that can be put forward, and with other playlists.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLAYLIST = /(<script type="application\/json" id="playlist">)([^]*?)(<\/script>)/;

/** What other playlists say instead of the one that ships. */
const PLAYLISTS = {
  kiosk: {},
  // Halls that rest in another language.
  'zh-Hant': { languages: ['zh-Hant', 'zh-Hans', 'en'] },
  en: { languages: ['en', 'zh-Hans', 'zh-Hant'] },
  dark: { theme: 'dark' },
  contrast: { theme: 'contrast' },
  // The second and third slide can't be drawn.
  faulty: { slides: [
    { seconds: 10, view: 'progress', target: 'quanzhou-little-giant-firms-2025', heading: null },
    { seconds: 10, view: 'trajectory', target: 'atlantis-gold-2025', heading: null },
    { seconds: 10, view: 'comparison', indicator: 'gold', heading: { 'zh-Hans': 'x', 'zh-Hant': 'x', en: 'x' } },
    { seconds: 10, view: 'trajectory', target: 'jinhua-rd-intensity-2025', heading: null },
  ] },
  // No slide can be drawn, one language, nothing to operate.
  bare: { languages: ['en'], controls: [], plans: ['linxia-2023'], night: { from: '00:00', to: '24:00', dim: 0.6 },
    slides: [{ seconds: 10, view: 'trajectory', target: 'atlantis-gold-2025', heading: null }] },
  // What a hall meets in months: times that no other timer has.
  months: { update: null, slides: ['quanzhou-little-giant-firms-2025', 'jinhua-rd-intensity-2025', 'fujian-valid-trademarks-2025'].map((target, at) => (
    { seconds: 11 + at, view: at ? 'trajectory' : 'progress', target, heading: null })) },
};
/** Further scripts of pages/ that stand before the page's own. */
const MORE = { months: ['trap', 'months'] };

/** Writes them into `folder`, whose parent holds `dist/` and `pages/`. */
export function writeHalls(folder) {
  mkdirSync(folder);
  const page = readFileSync(join(folder, '..', 'dist', 'kiosk.html'), 'utf8');
  for (const [name, other] of Object.entries(PLAYLISTS)) {
    const scripts = ['watch', 'hall-clock', ...(MORE[name] ?? [])].map((script) => `<script src="../pages/${script}.js"></script>`).join('');
    const list = JSON.stringify({ ...JSON.parse(PLAYLIST.exec(page)[2]), ...other }).replace(/</g, '\\u003c');
    const changed = page.replace(PLAYLIST, (_, before, old, after) => before + list + after).replace('<meta charset="utf-8">', `$&${scripts}`);
    writeFileSync(join(folder, `${name}.html`), changed);
  }
}
