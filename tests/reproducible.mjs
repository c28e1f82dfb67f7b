// Builds once more, somewhere else, and compares with dist/ to the byte: the same sources give the same files, whoever builds them,
// where and when.
//
//   node tests/reproducible.mjs           a copy of the sources in another folder, under another home of cargo's, language and time zone
//   node tests/reproducible.mjs --quick   in this folder, all that follows on the compiler
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOP = fileURLToPath(new URL('..', import.meta.url));
const TOOL = join(TOP, 'target/release/indicator-widgets');

/** The files below `folder` but for the native tool, and the hash of each. */
function hashes(folder, before = '', found = new Map()) {
  for (const entry of readdirSync(join(folder, before), { withFileTypes: true })) {
    const name = before + entry.name;
    if (entry.isDirectory()) hashes(folder, `${name}/`, found);
    else if (name !== 'indicator-widgets') found.set(name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex'));
  }
  return found;
}

/** Builds the checkout at `root` into `out`. */
function build(root, out, env = {}) {
  execFileSync(TOOL, ['build', '--out', out], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
}

/** In this folder: what the compiler gave is there already, what was made of it is not. */
function again(scratch) {
  const built = join(TOP, 'target/web/built');
  const kept = `${built}.kept`;
  rmSync(kept, { recursive: true, force: true });
  renameSync(built, kept);
  try {
    build(TOP, join(scratch, 'dist'));
    rmSync(kept, { recursive: true });
  } finally {
    if (existsSync(kept)) {
      rmSync(built, { recursive: true, force: true });
      renameSync(kept, built);
    }
  }
}

/** In a folder of another name and depth, where nothing of the kind was ever built. */
function elsewhere(scratch) {
  const root = join(scratch, 'somewhere/quite/different');
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: TOP, encoding: 'utf8' }).split('\0');
  for (const name of files.filter((one) => one && existsSync(join(TOP, one)))) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    cpSync(join(TOP, name), join(root, name));
  }
  symlinkSync(join(TOP, 'node_modules'), join(root, 'node_modules'));
  if (existsSync(join(TOP, '.toolchain-debian'))) cpSync(join(TOP, '.toolchain-debian'), join(root, '.toolchain-debian'));
  const own = process.env.CARGO_HOME || join(homedir(), '.cargo');
  const home = join(scratch, 'cargo-of-another');
  mkdirSync(home);
  // Packages are downloaded once; this home has another name, which is all that could get into a file.
  for (const name of readdirSync(own)) symlinkSync(join(own, name), join(home, name));
  build(root, join(scratch, 'dist'), { CARGO_HOME: home, RUSTUP_HOME: process.env.RUSTUP_HOME || join(homedir(), '.rustup'), LANG: 'C', LC_ALL: 'C', TZ: 'Pacific/Auckland' });
}

const scratch = mkdtempSync(join(tmpdir(), 'indicator-widgets-again-'));
try {
  const start = Date.now();
  (process.argv.includes('--quick') ? again : elsewhere)(scratch);
  const [first, second] = [hashes(join(TOP, 'dist')), hashes(join(scratch, 'dist'))];
  const differ = [...new Set([...first.keys(), ...second.keys()])].filter((name) => first.get(name) !== second.get(name));
  const seconds = Math.round((Date.now() - start) / 1000);
  if (differ.length || first.size < 10) {
    console.log(`not the same: ${differ.map((name) => `${name} ${first.get(name) ?? 'is missing'} ${second.get(name) ?? 'is missing'}`).join('\n  ')}`);
    process.exitCode = 1;
  } else {
    for (const name of ['indicator-widgets.js', 'indicator-widgets.nowasm.js', 'integrity.json']) console.log(`${first.get(name)}  ${name}`);
    console.log(`built twice, the same to the byte: ${first.size} files (${seconds} s)`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
