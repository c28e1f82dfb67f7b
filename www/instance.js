// The one place that knows wasm-bindgen's glue, whatever runs behind it: WebAssembly, or the script in its stead.

import glue from 'built:core';

/** A function from a core's exports to a Core, and what that core imports; each Core has a glue of its own. */
export function imported() {
  const parts = glue();
  const made = (exports) => {
    parts.__wbg_set_wasm(exports);
    return new parts.Core();
  };
  return [made, { './core_bg.js': parts }];
}
