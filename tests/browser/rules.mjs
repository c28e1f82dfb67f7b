// axe-core: rules of accessibility that a page can be held to.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The checker, to be run in a page: `window.axe`. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules on colours: all that can tell one theme of a page from another. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
