import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { pino } from 'pino';
import { buildApp } from '../server/app.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { newId } from '../server/platform/ids.ts';
import { hashOf } from '../server/sharing/icalendar/feeds.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { fillWorld, learner, network, numberedId, numberedIdInSql } from './product/world.ts';

/** A feed of 2,000 events as a calendar program asks for it: the whole, and when nothing changed. */
const events = 2_000;
const repeats = 40;
const token = 'a'.repeat(32);
const dataFolder = createScratchFolder('bench-feeds');
const config = { ...loadConfig({ COLLEGIUM_DATA: dataFolder }), secret: 'a secret for this measurement alone' };
const database = await openDatabase(config);
try {
  await fillWorld(database, 1);
  await fillFeed();
  const services = {
    db: database.db,
    clock: { now: () => new Date() },
    config: { ...config, databaseUrl: database.url },
    log: pino({ level: 'silent' }),
    signal: () => {},
  };
  const app = await buildApp(services);
  const url = `/${network.slug}/api/calendars/${token}.ics`;
  const first = await app.inject({ url });
  const found = first.body.match(/BEGIN:VEVENT/g)?.length ?? 0;
  if (first.statusCode !== 200 || found !== events) throw new Error(`${first.statusCode}: ${found} events`);
  const headers = { 'if-none-match': String(first.headers['etag']) };
  const wholeMs = await middle(() => app.inject({ url }), 200);
  const unchangedMs = await middle(() => app.inject({ url, headers }), 304);
  const figures = [
    {
      what: `unchanged feed of ${events} events, 304 without building`,
      value: `${unchangedMs.toFixed(1)} ms`,
      against: `${wholeMs.toFixed(1)} ms when built`,
      ratio: Number((unchangedMs / wholeMs).toFixed(2)),
      goal: '≤ 0.2',
    },
  ];
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 1));
  else console.table(figures);
  await app.close();
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true });
}

/** A resource, bookings of it that follow each other, and the feed of their holder. */
async function fillFeed(): Promise<void> {
  const db = inNetwork(database.db, network.slug);
  const { personId, membershipId, organisationId } = learner(1);
  const [resourceId, now] = [numberedId(4, 1), new Date()];
  await db
    .insertInto('resource')
    .values({
      id: resourceId,
      kind: 'laboratory',
      organisation_id: organisationId,
      name: sql`'{"en": "Wave flume"}'::jsonb`,
      time_zone: 'Europe/Berlin',
      created_at: now,
      state_since: now,
    })
    .execute();
  const booking = numberedIdInSql(5, 'n');
  const starts = `date_trunc('hour', now()) + n * interval '1 hour'`;
  const made = `generate_series(1, ${events}) n`;
  await sql
    .raw(
      `insert into network_bench.booking (id, person_id, membership_id, organisation_id, state, starts_at, ends_at, time_zone, items_wanted, items_held, created_at)
       select ${booking}, '${personId}', '${membershipId}', '${organisationId}', 'confirmed', ${starts}, ${starts} + interval '45 minutes', 'Europe/Berlin', 1, 1, now() from ${made}`,
    )
    .execute(database.db);
  await sql
    .raw(
      `insert into network_bench.booking_resource (booking_id, resource_id, starts_at, ends_at)
       select ${booking}, '${resourceId}', ${starts}, ${starts} + interval '45 minutes' from ${made}`,
    )
    .execute(database.db);
  await db
    .insertInto('calendar_feed')
    .values({ id: newId(), person_id: personId, token_sha256: hashOf(token), changed_at: now, created_at: now })
    .execute();
  await sql`vacuum analyze`.execute(database.db);
}

async function middle(ask: () => Promise<{ statusCode: number }>, expected: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const begin = performance.now();
    const { statusCode } = await ask();
    times.push(performance.now() - begin);
    if (statusCode !== expected) throw new Error(`expected ${expected}, got ${statusCode}`);
  }
  return times.toSorted((a, b) => a - b)[repeats / 2] ?? 0;
}
