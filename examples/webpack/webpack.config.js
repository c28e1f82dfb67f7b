export default {
  mode: 'production',
  // The .wasm is found by itself; it is larger than webpack likes.
  performance: { hints: false },
};
