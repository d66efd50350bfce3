import { run } from './run.ts';

/** A question about the sources that a program answers with yes (exit code 0) or no. */
export interface Check {
  name: string;
  command: string[];
}

/** The longest first, so that two at a time end together. */
export const checks: Check[] = [
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types: server', command: typesOf('tsconfig.json', 'server') },
  { name: 'types: web', command: typesOf('web/tsconfig.json', 'web') },
  { name: 'translations', command: ['node', 'bin/checks/translations.ts'] },
  { name: 'schema', command: ['node', 'bin/checks/schema.ts', '--check'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'documents', command: ['node', 'bin/checks/documents.ts', '--check'] },
  { name: 'imports', command: ['node', 'bin/checks/imports.ts'] },
  { name: 'file length', command: ['node', 'bin/checks/file-length.ts'] },
  { name: 'lock file', command: ['node', 'bin/checks/lock-file.ts'] },
];

/** Only what changed since the last time is looked at again, with what depends on it. */
function typesOf(project: string, name: string): string[] {
  const known = `node_modules/.cache/collegium/types-${name}.tsbuildinfo`;
  return ['tsc', '-p', project, '--incremental', '--tsBuildInfoFile', known];
}

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs all checks, two at a time, and tells each result as it comes. */
export async function runChecks(chosen = checks): Promise<Tally> {
  const waiting = [...chosen];
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const isPassed = await runCheck(check);
      tally[isPassed ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return tally;
}

async function runCheck(check: Check): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await run(check.command);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`);
  if (code !== 0) console.log(output.replace(/^/gm, '        '));
  return code === 0;
}

/** The closing line, as people and programs read it. */
export function summary({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
