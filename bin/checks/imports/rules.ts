/** The pipeline in its order: a later stage may use an earlier one, never the other way round. */
export const pipeline = ['offers', 'applications', 'allocation', 'participation', 'outcomes', 'evaluation'];

/** Folders of `web/` that every page may use, besides the addresses in `routes`; all others stay apart. */
const sharedInWeb = new Set(['ui', 'api', 'i18n', 'locales', 'shell', 'build', 'testing']);

/** Files that put the parts together may name them all. */
const assembly = new Set(['server/app.ts', 'server/routes.ts', 'server/subscriptions.ts', 'server/jobs.ts']);

/**
 * Why `file` may not import `target` (both as paths from the repository's root), or undefined when it may. Tests may
 * reach anything but what their own folder is closed to: `contract`, `engine` and `web`.
 */
export function forbidden(file: string, target: string): string | undefined {
  const [from = '', ...path] = file.split('/');
  const [to = '', ...targetPath] = target.split('/');
  if (from === 'contract' && to !== 'contract') return 'the contract imports nothing of the rest';
  if (from === 'engine' && to !== 'engine') return 'an engine imports nothing of the rest';
  if (from === 'web') return forbiddenInWeb(path, to, targetPath);
  if (to === 'web' && from !== 'e2e' && from !== 'bin') return 'pages are reached through the browser only';
  if (to === 'cli' && from !== 'cli' && from !== 'bin') return 'commands stand on the server, not under it';
  if (from === 'server' && !assembly.has(file) && !isTest(file)) return forbiddenInServer(path, to, targetPath);
  return undefined;
}

function forbiddenInWeb([folder = '', ...rest]: string[], to: string, [target = '']: string[]): string | undefined {
  if (to === 'server') return 'pages know the contract, not the server';
  if (to !== 'web') return undefined;
  const isAssembly = rest.length === 0 || folder === 'routes' || target === 'routes';
  if (isAssembly || folder === target || sharedInWeb.has(target) || target.includes('.')) return undefined;
  if (sharedInWeb.has(folder)) return `web/${folder} is shared and knows no capability`;
  return `web/${folder} and web/${target} stay apart; put what both need into web/ui`;
}

function forbiddenInServer(path: string[], to: string, targetPath: string[]): string | undefined {
  if (to === 'samples' || to === 'bench' || to === 'e2e' || to === 'bin') return 'the server runs without it';
  if (to !== 'server') return undefined;
  const [capability = ''] = path;
  const [other = '', ...file] = targetPath;
  if (capability === other || path.length === 1) return undefined;
  if (other === 'testing') return 'only tests use the testing folder';
  if (capability === 'testing') return undefined;
  if (other === 'adapters') return 'only server/routes.ts knows the adapters';
  if (capability === 'platform') return 'the platform knows no capability';
  if (other === 'platform') return undefined;
  if (file.at(-1) === 'queries.ts') return `use the verbs of server/${other}, not its queries`;
  if (pipeline.includes(capability) && pipeline.indexOf(other) > pipeline.indexOf(capability))
    return `the pipeline points one way; let server/${other} subscribe to an event`;
  return undefined;
}

function isTest(file: string): boolean {
  return /(?:\.test\.tsx?|\/testing\.ts)$/.test(file) || file.startsWith('server/testing/');
}
