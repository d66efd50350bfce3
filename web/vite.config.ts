import babel from '@rolldown/plugin-babel';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { preloadFonts } from './build/preload-fonts.ts';
import { themeVariables } from './build/theme-variables.ts';

/** Where the server listens while the pages are served by Vite (`npm run dev`). */
const server = process.env['COLLEGIUM_DEV_SERVER'] ?? 'http://127.0.0.1:8400';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    react(),
    themeVariables(),
    lingui({ cwd: import.meta.dirname }),
    babel({ presets: [linguiTransformerBabelPreset({}, { cwd: import.meta.dirname })] }),
    preloadFonts(['inter-latin-wght-normal', 'source-serif-4-latin-wght-normal']),
  ],
  css: { postcss: { plugins: [mantine()] } },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023', reportCompressedSize: false },
  server: {
    host: '127.0.0.1',
    proxy: { '^/api/': server, '^/[^/]+/api/': server },
  },
});
