// How large the published files are: raw, gzip, brotli. Fails where one is above its budget in budgets.json (bytes).
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const budgets = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'));
const shipped = readdirSync(dist).filter((name) => /\.(js|mjs|wasm|css|html|json|ts)$/.test(name));
const measure = {
  raw: (bytes) => bytes.length,
  gzip: (bytes) => gzipSync(bytes, { level: 9 }).length,
  brotli: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
};

console.log(['file'.padEnd(28), ...Object.keys(measure).map((name) => name.padStart(9))].join(' '));
const over = [];
for (const file of shipped) {
  const bytes = readFileSync(new URL(file, dist));
  const sizes = Object.entries(measure).map(([name, size]) => [name, size(bytes)]);
  console.log([file.padEnd(28), ...sizes.map(([, size]) => String(size).padStart(9))].join(' '));
  for (const [name, size] of sizes) {
    const most = (budgets[file] || {})[name];
    if (most && size > most) over.push(`${file}: ${size} bytes (${name}), ${size - most} over its budget of ${most}`);
  }
}
for (const file of Object.keys(budgets)) if (!shipped.includes(file)) over.push(`${file}: has a budget, but is not in dist/`);
over.forEach((line) => console.error(line));
if (over.length) {
  console.error('Make it smaller, or raise the budget in budgets.json and say why in CHANGELOG.md.');
  process.exit(1);
}
