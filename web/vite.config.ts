import babel from '@rolldown/plugin-babel';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { componentStyles } from './build/component-styles.ts';
import { compress } from './build/compress.ts';
import { preloadFonts } from './build/preload-fonts.ts';
import { themeVariables } from './build/theme-variables.ts';

/** Where the server listens while the pages are served by Vite (`npm run dev`). */
const server = process.env['COLLEGIUM_DEV_SERVER'] ?? 'http://127.0.0.1:8400';

/** What every first visit needs comes in few files; pages and heavy parts keep files of their own. */
const firstLoad = [
  { name: 'base', test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack|@lingui|clsx)[\\/]/ },
  {
    name: 'look',
    test: /@mantine[\\/]core[\\/]esm[\\/](?:core|components[\\/](?:Button|UnstyledButton|ActionIcon|Loader|Skeleton|Transition))[\\/]/,
  },
  {
    name: 'frame',
    test: /web[\\/](?:api|i18n|routes)[\\/]|web[\\/]ui[\\/](?:Mark|OrgMark|PersonMark|Empty|Failed|Loading|usePageTitle|useProblemWords)\.tsx?/,
  },
];

/** What several pages share comes in a few files of middling size instead of one small file per part: each file costs a request. */
const shared = [
  { name: 'icons', test: /@tabler[\\/]icons-react/, minShareCount: 3 },
  {
    // With what layers need too: whatever uses one of those would bring all layers along otherwise.
    name: 'fields',
    test: /@mantine[\\/](?:core[\\/]esm[\\/]components[\\/](?:Input|InputBase|TextInput|CloseButton)[\\/]|.*[\\/](?:CheckIcon|to-int|use-merged-ref|use-debounced-callback|use-id|use-uncontrolled)\.mjs)/,
  },
  {
    name: 'layers',
    test: /@floating-ui|react-remove-scroll|@mantine[\\/]core[\\/]esm[\\/]components[\\/](?:Modal|ModalBase|Popover|Menu|Portal|Overlay|FocusTrap|ScrollArea|Floating)[\\/]/,
  },
  {
    name: 'parts',
    test: /web[\\/]ui[\\/](?:Note|ProblemNote|Status|StageLine|Facts|RailSection|Section|Detail|RichText|PromiseBar|SearchList|FormActions|FormRow|ConfirmModal|MenuOnDemand|kinds|useCountryName)\.tsx?/,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    react(),
    themeVariables(),
    componentStyles(),
    lingui({ cwd: import.meta.dirname }),
    babel({ presets: [linguiTransformerBabelPreset({}, { cwd: import.meta.dirname })] }),
    compress(),
    preloadFonts(['text-ascii', 'title-ascii']),
  ],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [...firstLoad, ...shared] } } },
  },
  server: {
    host: '127.0.0.1',
    // Not the sources in web/api, which Vite serves itself.
    proxy: { '^/api/(?!.*\\.tsx?(?:\\?|$))': server, '^/[^/]+/api/': server },
  },
});
