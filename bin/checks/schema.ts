import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { startTestServer } from '../../server/testing/server.ts';
import { urlOfDatabase } from '../../server/testing/administer.ts';
import { readCatalogue } from './schema/catalogue.ts';
import { dumpSchema } from './schema/dump.ts';
import { generateTypes } from './schema/types.ts';

/**
 * Migrates a scratch database and writes what came out, as SQL to read and as types to use. With `--check` it writes
 * nothing and fails when the committed files say something else.
 */
const database = resolve(import.meta.dirname, '../../server/platform/database');
const files = await generate();
if (process.argv.includes('--check')) compare(files);
else for (const [path, text] of files) writeFileSync(path, text);

async function generate(): Promise<Map<string, string>> {
  const server = await startTestServer();
  try {
    const url = urlOfDatabase(server.url, server.template);
    const platform = await readCatalogue(url, 'platform');
    const network = await readCatalogue(url, 'network_test');
    const sql = [dumpSchema('Schema platform', platform), dumpSchema('Schema of every network', network)];
    return new Map([
      [resolve(database, 'schema.sql'), `${sql.join('\n\n')}\n`],
      [resolve(database, 'tables.gen.ts'), generateTypes(platform, network)],
    ]);
  } finally {
    await server.stop();
  }
}

function compare(expected: Map<string, string>): void {
  const stale = [...expected].filter(([path, text]) => readFileSync(path, 'utf8') !== text);
  if (stale.length === 0) return;
  const names = stale.map(([path]) => relative(process.cwd(), path)).join(' and ');
  console.error(`${names} no longer match the migrations; run npm run generate and commit the result.`);
  process.exitCode = 1;
}
