// The one place that knows wasm-bindgen's glue, whatever runs behind it: WebAssembly, or the script in its stead.

import * as glue from 'built:core';

/** A function from a core's exports to a Core, and what that core imports. */
export function imported() {
  const made = (exports) => {
    glue.__wbg_set_wasm(exports);
    return new glue.Core();
  };
  return [made, { './core_bg.js': glue }];
}
