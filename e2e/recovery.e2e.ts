import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadConfig } from '../server/platform/config/config.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { killHard, runCollegium, type ServerProcess, startServer, type Victim } from './support/server-process.ts';
import { writeUntilKilled } from './support/writers.ts';

const kills = 51;
const victims: Victim[] = ['everything', 'application', 'database'];
const folder = createScratchFolder('recovery');
const env = { COLLEGIUM_DATA: folder, PORT: '8415', LOG_LEVEL: 'error' };
let server: ServerProcess;
let token: string;

beforeAll(async () => {
  server = await startServer(env);
  token = await runCollegium(
    ['token', 'create', '--network', 'sample', '--as', 'ines@sample.example', '--scope', 'write'],
    env,
  );
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test(
  `after each of ${kills} kills under load, everything that was acknowledged is there`,
  { timeout: 600_000 },
  async () => {
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      const writing = writeUntilKilled(`${server.url}/sample/api`, token);
      // Never at the same moment of a write.
      await vi.waitUntil(() => writing.acknowledged.length >= 10, { timeout: 60_000, interval: 1 + (kill % 7) });
      await killHard(server, victims[kill % 3] ?? 'everything');
      await writing.ended;
      acknowledged.push(...writing.acknowledged);
      server = await startServer(env);
    }
    const { organisations, events } = await readBack();
    expect(acknowledged.filter((id) => !organisations.has(id))).toEqual([]);
    expect([...organisations].filter((id) => !events.has(id))).toEqual([]);
  },
);

/** What the database holds of the writers, and of which the record of events tells. */
async function readBack(): Promise<{ organisations: Set<string>; events: Set<string> }> {
  const database = await openDatabase(loadConfig(env));
  try {
    const network = inNetwork(database.db, 'sample');
    const organisations = await network
      .selectFrom('organisation')
      .select('id')
      .where('name', 'like', 'Recovery %')
      .execute();
    const events = await network.selectFrom('audit_event').select('object_id').execute();
    return {
      organisations: new Set(organisations.map(({ id }) => id)),
      events: new Set(events.map((event) => event.object_id)),
    };
  } finally {
    await database.close();
  }
}
