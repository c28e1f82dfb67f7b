// `built:bytes` of indicator-widgets.mjs: the wasm is the file beside the module, named so that bundlers find it and carry it along.

import { whole } from 'built:packed';

/** A promise of the bytes of the wasm; it fails where they can't be had whole. */
export async function bytes() {
  const address = new URL('./indicator-widgets.wasm', import.meta.url);
  const found = address.protocol === 'file:' ? await read(address) : await get(address);
  // A development server may send its start page in place of a file that it does not have.
  if (found.byteLength !== whole) throw new Error(`${address.href}: ${found.byteLength}/${whole}`);
  return found;
}

/** On a server, which can't fetch a file. Asked for by no import: a bundler for browsers would look for one. */
async function read(address) {
  return globalThis.process.getBuiltinModule('node:fs').promises.readFile(address);
}

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.href}: ${response.status}`);
  return response.arrayBuffer();
}
