import { loadConfig } from '../../server/platform/config/config.ts';
import { listPendingMigrations, migrate } from '../../server/platform/database/migrate.ts';
import { openDatabase } from '../../server/platform/database/open.ts';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-codes.ts';

export const command = defineCommand({
  name: 'migrate',
  summary: 'Brings the platform and every network up to date.',
  usage: `
Usage: collegium migrate [--dry-run] [--json]

  --dry-run  tell what would be applied, change nothing
  --json     print [{"schema", "file"}, …]

Any number of them may run at once; each migration is applied once.
The server migrates by itself when it starts.`,
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  run: async ({ values, io }) => {
    const database = await openDatabase(loadConfig(io.env));
    try {
      const act = values['dry-run'] ? listPendingMigrations : migrate;
      const migrations = await act(database.url);
      if (values.json) io.out(JSON.stringify(migrations));
      else io.out(migrations.map(({ schema, file }) => `${schema}  ${file}`).join('\n') || 'Everything is up to date.');
      return exitCode.ok;
    } finally {
      await database.close();
    }
  },
});
