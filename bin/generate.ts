import { run } from './lib/run.ts';

/** `npm run generate`: everything committed that is made from something else — the schema, its types, pages of docs. */
for (const check of ['schema', 'documents']) {
  const { code } = await run(['node', `bin/checks/${check}.ts`], { isLive: true });
  if (code !== 0) process.exitCode = code;
}
