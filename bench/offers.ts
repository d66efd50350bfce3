import { rmSync } from 'node:fs';
import { loadConfig } from '../server/platform/config/config.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { listCatalogue } from '../server/offers/catalogue-queries.ts';
import { dayOf } from '../server/offers/day.ts';
import { findOffer } from '../server/offers/queries.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { compiledQuery } from './offers/compiled.ts';
import { compare, startBare } from './offers/load.ts';
import { fillOffers, someOffer } from './offers/world.ts';
import { startServer } from './product/server.ts';
import { fillWorld, learner, network, tokenOf } from './product/world.ts';

/**
 * Reading offers over 50 connections, signed in and with abilities, against bare Fastify and pg with the same statement:
 * one offer (goal 0.5), and the catalogue with two filters and words among 50,000 (goal 0.6).
 */
const port = Number(process.env['PORT'] ?? 8545);
const dataFolder = createScratchFolder('bench-offers');
const database = await openDatabase(loadConfig({ COLLEGIUM_DATA: dataFolder }));
try {
  await fillWorld(database, 10);
  await fillOffers(database.db, 50_000);
  const id = await someOffer(database.db);
  const now = new Date();
  const day = dayOf(now);
  const filters = { words: 'port coast', kind: ['course' as const], level: ['master' as const] };
  const one = await compiledQuery((db) => findOffer(db, learner(1), id, day));
  const list = await compiledQuery((db) => listCatalogue(db, learner(1), { ...filters, limit: 30 }, { day, now }));
  const server = await startServer({ port, dataFolder });
  const headers = { authorization: `Bearer ${tokenOf(1)}` };
  const api = `${server.origin}/${network.slug}/api`;
  const rows = [];
  try {
    for (const { what, goal, url, query } of [
      { what: 'one offer', goal: 0.5, url: `${api}/offers/${id}`, query: one },
      {
        what: 'catalogue, two filters and words',
        goal: 0.6,
        url: `${api}/offers?words=port%20coast&kind=course&level=master`,
        query: list,
      },
    ]) {
      const bare = await startBare(database.url, query, port + 1);
      const measured = await compare({ url, headers }, bare).finally(bare.stop);
      rows.push({
        what,
        'per second': Math.round(measured.ours),
        bare: Math.round(measured.bare),
        ratio: Number(measured.ratio.toFixed(2)),
        goal,
      });
    }
  } finally {
    await server.stop();
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'offers', rows }));
  else console.table(rows);
  process.exitCode = rows.every(({ ratio, goal }) => ratio >= goal) ? 0 : 1;
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
