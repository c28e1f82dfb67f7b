// What is pictured: each view in each of its states, by width, theme, language and text size.
import { AS_OF } from './expected.mjs';

/** Views and states; the key names their pictures. */
export const CASES = {
  'trajectory-values': { target: 'jinhua-rd-intensity-2025' },
  'trajectory-none': { target: 'quanzhou-green-factories-2025' },
  'trajectory-projected': { target: 'fujian-valid-trademarks-2025', 'as-of': '2024-12-31' },
  'trajectory-floor': { target: 'quanzhou-cloud-platform-firms-yearly-2025' },
  'trajectory-compared': { target: 'jinhua-rd-intensity-2025', compare: 'zhejiang' },
  'progress-value': { target: 'quanzhou-construction-output-2025', view: 'progress', 'as-of': '2024-12-31' },
  'progress-none': { target: 'quanzhou-green-factories-2025', view: 'progress' },
  'progress-many': { target: 'quanzhou-construction-output-2025 fujian-valid-trademarks-2025 jinhua-rd-intensity-2025 quanzhou-green-factories-2025', view: 'progress' },
  'progress-compact': { target: 'fujian-valid-trademarks-2025', view: 'progress', size: 'compact' },
  comparison: { indicator: 'manufacturing-quality-index', view: 'comparison' },
  scorecard: { plan: 'jinhua-2025', view: 'scorecard' },
  'scorecard-large': { plan: 'quanzhou-2025', view: 'scorecard' },
  timeline: { plan: 'all', view: 'timeline' },
  'timeline-phases': { plan: 'quanzhou-2017', view: 'timeline' },
  table: { target: 'jinhua-rd-intensity-2025', view: 'table' },
  listing: { plan: 'linxia-2023', view: 'table' },
};

export const FACTORS = {
  state: Object.keys(CASES),
  width: [320, 640, 1280],
  theme: ['light', 'dark', 'contrast'],
  lang: ['zh-Hans', 'zh-Hant', 'en'],
  size: ['normal', 'large'],
};

/** The attributes of a combination's element. */
export function attributes({ state, theme, lang, size }) {
  return { 'as-of': AS_OF, theme, lang, 'text-size': size, controls: 'none', ...CASES[state] };
}

export const title = (one) => [one.state, one.width, one.theme, one.lang, one.size].join('.');

/** Every combination. */
export function all() {
  return Object.entries(FACTORS).reduce(
    (found, [name, values]) => found.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

/** The fewest combinations, found greedily, in which any two values of two factors meet: always the same ones. */
export function pairwise() {
  const names = Object.keys(FACTORS);
  const pairs = (one) => names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}=${one[a]} ${b}=${one[b]}`));
  const wanted = new Set(all().flatMap(pairs));
  const found = [];
  const rest = all();
  while (wanted.size) {
    let best = rest[0];
    let most = -1;
    for (const one of rest) {
      const count = pairs(one).filter((pair) => wanted.has(pair)).length;
      if (count > most) [best, most] = [one, count];
    }
    pairs(best).forEach((pair) => wanted.delete(pair));
    found.push(best);
  }
  return found;
}
