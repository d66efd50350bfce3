import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const styles = join(dirname(fileURLToPath(import.meta.resolve('@mantine/core/styles.css'))), 'styles');

/** Lets every Mantine component bring its own style sheet, so that a page loads the styles of what it shows and no others. */
export function componentStyles(): Plugin {
  return {
    name: 'collegium-component-styles',
    apply: 'build',
    transform: {
      filter: { id: /@mantine[\\/]core[\\/]esm[\\/](?:components|utils)[\\/].*\.module\.mjs$/ },
      handler(code, id) {
        const component = /(\w+)\.module\.mjs$/.exec(id)?.[1] ?? '';
        if (!existsSync(join(styles, `${component}.layer.css`)))
          throw new Error(`Mantine has no style sheet for ${component}`);
        return { code: `import '@mantine/core/styles/${component}.layer.css';\n${code}`, moduleSideEffects: true };
      },
    },
  };
}
