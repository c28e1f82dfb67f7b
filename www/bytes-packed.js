// `built:bytes` of indicator-widgets.js: the wasm that is inside this script, unpacked. There is no second request, and nothing
// depends on where the script came from.

import { packed, size, starts, whole } from 'built:packed';
import { join } from './join.js';
import { unpack } from './unpack.js';

/** The bytes of the wasm; throws where they are not whole. */
export function bytes() {
  return join(unpack(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), size), starts, whole);
}
