// Pages in which WebAssembly is missing or forbidden: pages/one.html with another head.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const script = (src, more = '') => `<script src="${src}" charset="utf-8"${more}></script>`;
const FIRST = '../dist/indicator-widgets.js';
const SECOND = '../dist/indicator-widgets.nowasm.js';
/** WebAssembly is not there; else a policy forbids it, or nothing does. */
const MISSING = script('no-webassembly.js');
const policy = (rules) => `<meta http-equiv="content-security-policy" content="${rules}">`;
// A file's own folder is not 'self' everywhere.
const OWN = "script-src 'self' file:";
const TRUSTED = `${OWN}; require-trusted-types-for 'script'; trusted-types`;
const NONCE = ' nonce="bm93YXNt"';
const pinned = (folder, dist) => {
  const hash = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'))['indicator-widgets.js'];
  return MISSING + script(`../${folder}/indicator-widgets.js`, ` integrity="${hash}" crossorigin="anonymous"`);
};

/** Heads by name; each gets the folder of the shipped files. */
export const HEADS = {
  missing: () => MISSING + script(FIRST, ' async'),
  forbidden: () => policy(OWN) + script(FIRST, ' async'),
  alone: () => policy(OWN) + MISSING + script(SECOND, ' async'),
  nonce: () => policy("script-src 'nonce-bm93YXNt'") + script('no-webassembly.js', NONCE) + script(FIRST, NONCE),
  trusted: () => policy(`${TRUSTED} indicator-widgets`) + MISSING + script(FIRST),
  distrusted: () => policy(`${TRUSTED} 'none'`) + MISSING + script(FIRST),
  'distrusted-both': () => policy(`${TRUSTED} 'none'`) + MISSING + script(FIRST) + script(SECOND, ' async'),
  lonely: () => MISSING + script('../lonely/indicator-widgets.js'),
  'first-second': () => MISSING + script(FIRST) + script(SECOND),
  'second-first': () => MISSING + script(SECOND) + script(FIRST),
  'first-first': () => MISSING + script(FIRST) + script(FIRST),
  'second-second': () => MISSING + script(SECOND) + script(SECOND),
  'able-first-second': () => script(FIRST) + script(SECOND),
  'able-second-first': () => script(SECOND) + script(FIRST),
  clobbered: () => `${MISSING}<img name="currentScript" alt="">${script(FIRST)}`,
  base: () => `${MISSING}${script(FIRST)}<base href="../nowhere/">`,
  version: () => MISSING + script(`${FIRST}?v=2`),
  late: () => MISSING + script('late.js'),
  module: () => MISSING + script(FIRST, ' type="module"'),
  pinned: (dist) => pinned('dist', dist),
  tampered: (dist) => pinned('tampered', dist),
};

/** The page `name` as HTML. */
export function nowasmPage(name, one, dist) {
  return one.replace(/<script src="\.\.\/dist\/.*<\/script>/, () => HEADS[name](dist));
}
