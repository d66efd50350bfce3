import type { Plugin } from 'vite';

/**
 * Adds `<link rel="preload">` for the fonts of the first paint, whose file names carry a hash and are known only after the build.
 * @param names file names without hash and ending.
 */
export function preloadFonts(names: readonly string[]): Plugin {
  return {
    name: 'collegium-preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.keys(bundle ?? {}).filter((file) =>
          names.some((name) => file.startsWith(`assets/${name}-`)),
        );
        if (files.length !== names.length)
          throw new Error(`Expected fonts ${names.join(', ')}, found ${files.join(', ')}`);
        return files.map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
