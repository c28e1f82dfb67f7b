// The npm package as it would be published: packed out of dist/, and put where the examples find it.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TOP = fileURLToPath(new URL('..', import.meta.url));
export const EXAMPLES = join(TOP, 'examples');
/** The package as the examples import it. */
export const INSTALLED = join(EXAMPLES, 'node_modules', 'indicator-widgets');

/** Packs dist/ into `folder`; the tarball's path and the paths in it. */
export function pack(folder) {
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], { cwd: join(TOP, 'dist'), encoding: 'utf8' });
  const given = JSON.parse(said);
  // npm 12 lists packages by name.
  const [one] = Array.isArray(given) ? given : Object.values(given);
  return { tarball: join(folder, one.filename), paths: one.files.map(({ path }) => path).sort() };
}

/** Puts what `tarball` holds in the place of the link to dist/ that npm made. */
export function install(tarball) {
  if (!existsSync(join(EXAMPLES, 'node_modules', 'typescript'))) throw new Error('the examples lack their packages: run `scripts/setup.sh test`');
  const folder = mkdtempSync(join(tmpdir(), 'indicator-package-'));
  execFileSync('tar', ['xzf', tarball, '-C', folder]);
  rmSync(INSTALLED, { recursive: true, force: true });
  mkdirSync(join(EXAMPLES, 'node_modules'), { recursive: true });
  cpSync(join(folder, 'package'), INSTALLED, { recursive: true });
  rmSync(folder, { recursive: true });
}
