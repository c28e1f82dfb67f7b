// The hall's page for the tests, beside the one that ships: with a clock that can be put forward, and with other playlists.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLAYLIST = /(<script type="application\/json" id="playlist">)([^]*?)(<\/script>)/;

/** A slide of each kind: the round that ships is long. */
const SLIDES = [
  { seconds: 14, view: 'trajectory', target: 'jinhua-rd-intensity-2027', heading: null },
  { seconds: 14, view: 'trajectory', target: 'quanzhou-construction-output-2025', heading: null },
  { seconds: 14, view: 'comparison', indicator: 'manufacturing-quality-index',
    heading: { 'zh-Hans': '制造业质量竞争力，四份方案各有目标', 'zh-Hant': '製造業質量競爭力，四份方案各有目標', en: 'Manufacturing quality: four plans, four targets' } },
  { seconds: 12, view: 'progress', targets: ['quanzhou-tourist-visits-2025', 'quanzhou-tourist-spending-2025'],
    heading: { 'zh-Hans': '人来得多，花费也跟上', 'zh-Hant': '人來得多，花費也跟上', en: 'More visitors and more spending' } },
  { seconds: 18, view: 'scorecard', plan: 'linxia-2023', heading: null },
  { seconds: 14, view: 'timeline', plan: 'jinhua-2025', heading: null },
];

/** What other playlists say instead of the one that ships. */
const PLAYLISTS = {
  kiosk: { slides: SLIDES },
  whole: {},
  // Halls that rest in another language.
  'zh-Hant': { slides: SLIDES, languages: ['zh-Hant', 'zh-Hans', 'en'] },
  en: { slides: SLIDES, languages: ['en', 'zh-Hans', 'zh-Hant'] },
  dark: { slides: SLIDES, theme: 'dark' },
  contrast: { slides: SLIDES, theme: 'contrast' },
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
  months: { slides: ['quanzhou-little-giant-firms-2025', 'jinhua-rd-intensity-2025', 'fujian-valid-trademarks-2025'].map((target, at) => (
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
    const list = JSON.stringify({ ...JSON.parse(PLAYLIST.exec(page)[2]), update: null, ...other }).replace(/</g, '\\u003c');
    const changed = page.replace(PLAYLIST, (_, before, old, after) => before + list + after).replace('<meta charset="utf-8">', `$&${scripts}`);
    writeFileSync(join(folder, `${name}.html`), changed);
  }
}
