// Makes calls of others: texts, numbers and names in them are changed, added, taken away and swapped.

const WORDS = [
  'trajectory', 'progress', 'comparison', 'scorecard', 'timeline', 'table', 'light', 'dark', 'contrast', 'auto', 'normal', 'large', 'compact', 'full', 'basic', 'none',
  'steady', 'drift', 'linear', 'growth', 'theil-sen', 'naive', 'own', 'open-sdg', 'unsd', 'germany', 'sdsn', 'escap', 'all', 'zh-CN', 'zh-Hant-TW', 'en', 'yue',
  'fujian', 'quanzhou', 'linxia', 'jinhua', 'fujian-2025', 'linxia-2023', 'fujian-valid-trademarks-2025', 'jinhua-rd-intensity-2025', 'quanzhou-green-factories-2025',
  'quanzhou-gross-ocean-product-growth-2025', 'fujian-digital-economy-core-share-change-2025', 'manufacturing-quality-index', 'valid-trademarks', 'on_track', 'gap',
  'exact', 'at_least', 'about', 'preliminary', 'part_year', 'higher', 'lower', '%', '‰', '万元', '亿元', '件', '个百分点', '年份', '数值', '2021年末', '二〇二三年', '约', '超过',
  '—', '未公布', '①', '（初步）', 'year', 'value', 'unit', 'region', 'indicator', 'break', 'qualifier', 'publisher', 'missing', 'origin', 'file', 'large', 'json',
];
const NUMBERS = ['0', '-0', '1', '-1', '2023', '1899', '2101', '65536', '4294967296', '1e308', '-1e308', '1e999', '0.1', '5%', '-100%', '-99.9%', '1e-320', '99999999999999999999', '0x10', '１２', '1,234.5', '2026-06-30', '2024-02-30'];
const SIGNS = ['"', '""', ',', ';', '\t', '\n', '\r\n', '{', '}', '[', ']', '[[', ':', '\\', '\\u0000', '\\ud800', '&', '=', '?', '#', '%', '%ff', '%E4%BD', ' ', '-', '.', '/', '(', ')', '{target}', '<', '>', "'",
  '\u0000', '\ufeff', '\u200b', '\u202e', '\ud800', '😀', '\u2028', '<img src=x onerror=alert(1)>', '" onload="x', ']]>', '--', '__proto__', 'constructor', 'toString'];
const OPTIONS = ['target', 'indicator', 'region', 'plan', 'view', 'theme', 'textSize', 'controls', 'verdict', 'size', 'contact', 'updated', 'topic', 'section', 'office', 'judged', 'sort', 'compare',
  'width', 'height', 'text', 'chart', 'drawing', 'asOf', 'method', 'growth', 'until', 'lang', 'horizon', 'direction', 'lower', 'upper', 'neverFalls', 'years', 'rule', 'observations', 'share', 'link', 'printing'];
const VALUES = [null, true, false, 0, -0, -1, 0.5, 1, 3, 80, 1e9, 1e308, -1e308, 2 ** 31, 2 ** 53, NaN, Infinity, '', [], {}, [1, 2], { id: 'fujian' }, { year: 2020 }];
const CALLS = ['renderSVG', 'renderSVG', 'describe', 'describe', 'toCSV'];
/** Texts grow no longer than this, but for a rare one. */
const LONG = 2000;
const HUGE = 300_000;

/** A source of numbers of one turn: below(n), of(list), once(n) (mulberry32, by T. Ettinger). */
export function randomly(seed, turn) {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (end) => (end > 0 ? next() % end : 0);
  return { below, of: (list) => list[below(list.length)], once: (times) => below(times) === 0 };
}

const word = (random) => {
  const one = random.of(random.of([WORDS, WORDS, NUMBERS, SIGNS]));
  return random.once(6) ? `${one}${random.of(random.of([WORDS, NUMBERS, SIGNS]))}` : one;
};

function text(random, given, rare) {
  let made = given;
  for (let i = random.below(4); i >= 0; i -= 1) {
    const from = random.below(made.length + 1);
    const to = random.once(4) ? from + random.below(made.length - from + 1) : Math.min(from + random.below(3), made.length);
    const [before, range, after] = [made.slice(0, from), made.slice(from, to), made.slice(to)];
    made = random.of([
      () => before + after,
      () => before + word(random) + range + after,
      () => before + word(random) + after,
      () => before + range.repeat(2 + random.below(6)) + after,
      () => after + range + before,
      () => `${before}${range}${random.of([',', ' ', '\n', ';', '&'])}${word(random)}${after}`,
      () => word(random),
      () => before + String(random.below(10 ** (1 + random.below(9)))) + after,
    ])();
  }
  made = made.slice(0, LONG);
  if (made && random.once(rare)) made = made.repeat(1 + random.below(Math.max(1, HUGE / made.length)));
  return made;
}

/** Any value in place of `given`. */
function value(random, given, rare) {
  if (random.once(8)) return random.of(VALUES);
  if (typeof given === 'string') return text(random, given, rare);
  if (typeof given === 'number') return random.of([() => -given, () => given * 10 ** (random.below(40) - 20), () => given + random.below(7) - 3, () => Number(random.of(NUMBERS)), () => String(given)])();
  if (Array.isArray(given)) return list(random, given, rare);
  if (given && typeof given === 'object') return object(random, given, rare);
  return word(random);
}

function list(random, given, rare) {
  const made = given.slice();
  const [from, to] = [random.below(made.length), random.below(made.length)];
  random.of([
    () => { made[from] = value(random, made[from], rare); },
    () => { made[from] = value(random, made[from], rare); },
    () => made.splice(to, 0, made[from]),
    () => made.splice(from, 1),
    () => { [made[from], made[to]] = [made[to], made[from]]; },
    () => made.push(value(random, made[from], rare)),
    () => { if (random.once(rare)) for (let i = random.below(2000); i > 0; i -= 1) made.push(made[i % (made.length || 1)]); },
  ])();
  return made;
}

function object(random, given, rare) {
  const made = { ...given };
  const keys = Object.keys(made);
  const key = random.of(keys);
  random.of([
    () => { if (key) made[key] = value(random, made[key], rare); },
    () => { if (key) made[key] = value(random, made[key], rare); },
    () => { if (key) made[key] = word(random); },
    () => { delete made[key]; },
    () => { made[word(random)] = value(random, key && made[key], rare); },
  ])();
  return made;
}

/** A new call from one of `seeds`; one in `rare` texts is huge. */
export function mutated(random, seeds, rare) {
  const seed = random.of(seeds);
  const made = { ...seed, options: { ...seed.options } };
  const parts = ['csv', 'json', 'rows', 'table', 'address', 'of', 'values', 'name', 'detail'].filter((part) => part in made);
  for (let i = random.below(4); i >= 0; i -= 1) {
    const part = random.of(parts);
    if (part && random.below(3)) made[part] = value(random, made[part], rare);
    else if (random.once(3)) made.options[random.of(OPTIONS)] = random.once(5) ? random.of(VALUES) : word(random);
    else made.options = object(random, made.options, rare);
  }
  if (CALLS.includes(made.call) && random.once(3)) made.call = random.of(CALLS);
  return made;
}
