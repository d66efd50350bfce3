import { rmSync } from 'node:fs';
import { loadConfig } from '../server/platform/config/config.ts';
import { connect, inNetwork } from '../server/platform/database/database.ts';
import { startEmbedded } from '../server/platform/database/embedded/server.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { startServer } from './product/server.ts';
import { addOffer, fillWorld, network } from './product/world.ts';
import { claimOverHttp } from './seats/claims.ts';
import { catchStatement, runDriver, runPgbench, scriptOf } from './seats/reference.ts';

/**
 * Seats: 5,000 people claim 500 places over 200 connections through HTTP, against the same statement under pgbench with
 * as many connections, and with as many as the server has. Fails when a place is sold twice or a claim is lost.
 */
const people = 5_000;
const places = 500;
const connections = 200;
const port = Number(process.env['PORT'] ?? 8450);
const dataFolder = createScratchFolder('bench-seats');
const config = loadConfig({ COLLEGIUM_DATA: dataFolder });

try {
  const claims = await measureProduct();
  const limits = await measureLimit();
  const limit = Math.max(...limits.map(({ perSecond }) => perSecond));
  const perSecond = people / claims.seconds;
  const ratio = perSecond / limit;
  const isSound = claims.faults.length === 0;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ name: 'seats', perSecond, limits, ratio, goal: 0.4, faults: claims.faults }));
  } else {
    console.log(`Seats: ${people} people claim ${places} places over ${connections} connections`);
    console.table([
      { what: 'Collegium through HTTP', 'claims per second': Math.round(perSecond) },
      ...limits.map((one) => ({ what: one.what, 'claims per second': Math.round(one.perSecond) })),
    ]);
    console.log(`Ratio to the faster: ${ratio.toFixed(2)} (goal: at least 0.4)`);
    console.log(isSound ? 'None oversold, none lost.' : claims.faults.join('\n'));
  }
  process.exitCode = isSound && ratio >= 0.4 ? 0 : 1;
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}

async function measureProduct(): Promise<{ seconds: number; faults: string[] }> {
  const database = await openDatabase(config);
  await fillWorld(database, people);
  const offerId = await addOffer(database, places);
  const server = await startServer({ port, dataFolder });
  try {
    const warmUp = await addOffer(database, 1);
    await claimOverHttp(server.origin, warmUp, { people: 1_000, connections });
    const { granted, seconds } = await claimOverHttp(server.origin, offerId, { people, connections });
    return { seconds, faults: await faultsOf(database.url, offerId, granted) };
  } finally {
    await server.stop();
    await database.close();
  }
}

/** What must hold however fast it was. */
async function faultsOf(url: string, offerId: string, granted: number): Promise<string[]> {
  const db = connect(url, { size: 1 });
  const tables = inNetwork(db, network.slug);
  const offer = await tables.selectFrom('offer').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow();
  const rows = await tables
    .selectFrom('application')
    .select(['state', 'person_id'])
    .where('offer_id', '=', offerId)
    .orderBy('queue_number')
    .execute();
  await db.destroy();
  const held = rows.filter(({ state }) => state === 'accepted').length;
  const firstWaiting = rows.findIndex(({ state }) => state === 'waiting');
  return [
    ...(held === places && offer.places_taken === places ? [] : [`${held} seats were given, ${places} there were`]),
    ...(granted === people && rows.length === people ? [] : [`${granted} claims granted, ${rows.length} recorded`]),
    ...(new Set(rows.map(({ person_id }) => person_id)).size === people ? [] : ['Somebody claimed twice']),
    ...(firstWaiting === places ? [] : ['Somebody was passed over']),
  ];
}

async function measureLimit(): Promise<{ what: string; perSecond: number }[]> {
  const server = await startEmbedded(dataFolder, { settings: { max_connections: '300' } });
  const db = connect(server.url, { size: 1 });
  const limits = [];
  try {
    for (const clients of [connections, config.databasePool]) {
      const offerId = await addOffer({ db }, places);
      const script = scriptOf(await catchStatement(server.url, offerId), clients);
      const load = { people, connections: clients };
      const byPgbench = await runPgbench(server.url, script, load);
      limits.push({
        what: `The same statement, ${byPgbench === undefined ? 'pg' : 'pgbench'}, ${clients} connections`,
        perSecond: byPgbench ?? (await runDriver(server.url, script, load)),
      });
    }
  } finally {
    await db.destroy();
    await server.stop();
  }
  return limits;
}
