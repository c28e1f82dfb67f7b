import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // The development server would bundle the package anew, away from its .wasm.
  optimizeDeps: { exclude: ['indicator-widgets'] },
});
