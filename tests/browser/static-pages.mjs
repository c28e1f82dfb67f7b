// Pages with what `indicator-widgets snippet` prints, made anew for each run: with and without the script's line, so that a
// check can say when the script comes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOP } from './site.mjs';

const VALUES = ['--target', 'fujian-valid-trademarks-2025', '--as-of', '2024-12-31'];
const DAY = ['--as-of', '2026-06-30'];

/** Name, arguments, and the width of the place that each is made for. */
export const CASES = {
  values: VALUES,
  'values-en': [...VALUES, '--lang', 'en', '--width', '960'],
  'values-phone': [...VALUES, '--width', '320', '--lang', 'zh-Hant'],
  'values-large': [...VALUES, '--text-size', 'large', '--theme', 'dark', '--lang', 'zh-Hant'],
  'values-bare': [...VALUES, '--no-sheet'],
  none: ['--target', 'quanzhou-green-factories-2025', ...DAY, '--lang', 'en'],
  'none-controls': ['--target', 'quanzhou-green-factories-2025', ...DAY, '--controls', 'none', '--theme', 'contrast'],
  scorecard: ['--plan', 'jinhua-2025', '--view', 'scorecard', ...DAY],
  comparison: ['--indicator', 'manufacturing-quality-index', '--view', 'comparison', ...DAY, '--lang', 'en'],
  progress: ['--target', 'quanzhou-construction-output-2025,fujian-valid-trademarks-2025', '--view', 'progress', ...DAY],
  timeline: ['--plan', 'quanzhou-2017', '--view', 'timeline', ...DAY],
  table: ['--plan', 'linxia-2023', '--view', 'table', ...DAY],
};

const WIDTH = 640;

/** The width that the case called `name` is made for. */
export function widthOf(name) {
  const at = CASES[name].indexOf('--width');
  return at < 0 ? WIDTH : Number(CASES[name][at + 1]);
}

function snippet(...given) {
  return execFileSync(join(TOP, 'dist', 'indicator-widgets'), ['snippet', '--src', '../../dist/indicator-widgets.js', ...given], { encoding: 'latin1' });
}

/** A page that says it is GBK: what is pasted reads the same there. */
function page(pasted, after = '') {
  return `<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="gbk">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Static</title>
<script src="../watch.js"></script>
<link rel="stylesheet" href="../static.css">
</head>
<body>
<main>
<h1>Static</h1>
<h2>Section</h2>
${pasted}<p id="after">after</p>
${after}</main>
</body>
</html>
`;
}

const WITHOUT = /<script.*<\/script>\n/;

/** Writes them into `folder`. */
export function writeStaticPages(folder) {
  mkdirSync(folder);
  const write = (name, text) => writeFileSync(join(folder, `${name}.html`), text, 'latin1');
  for (const [name, given] of Object.entries(CASES)) write(name, page(snippet(...given).replace(WITHOUT, '')));
  write('pasted', page(snippet(...VALUES)));
  write('div', page(snippet(...VALUES, '--form', 'div').replace(WITHOUT, '')));
  write('img', page(snippet(...VALUES, '--form', 'img', '--out', join(folder, 'drawn.svg'))));
  write('iframe', page(snippet(...VALUES, '--form', 'iframe', '--out', join(folder, 'framed.html'))));
}
