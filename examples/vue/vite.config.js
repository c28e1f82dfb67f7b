import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (name) => name === 'indicator-chart' } } })],
  // The development server would bundle the package anew, away from its .wasm.
  optimizeDeps: { exclude: ['indicator-widgets'] },
});
