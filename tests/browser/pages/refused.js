// As a policy without 'wasm-unsafe-eval' has it.
window.__trap.refuse = true;
