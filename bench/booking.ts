import { rmSync } from 'node:fs';
import autocannon from 'autocannon';
import { openDatabase, type OpenDatabase } from '../server/platform/database/open.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { countRoundTrips } from '../server/platform/database/round-trips.ts';
import { newId } from '../server/platform/ids.ts';
import { getCalendar } from '../server/sharing/calendar.ts';
import { findFreeTimes } from '../server/sharing/free-times.ts';
import { makeBooking } from '../server/sharing/make-booking.ts';
import { makeSeries } from '../server/sharing/series.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { catchStatements, exchanged, plainP95, runPlain } from './booking/reference.ts';
import { runRaces } from './booking/races.ts';
import { ask, bookingOf, percentile } from './booking/requests.ts';
import { first, firstDay, seedResources } from './booking/seed.ts';
import { startServer } from './product/server.ts';
import { fillWorld, network, numberedId, tokenOf } from './product/world.ts';

/**
 * Booking: races for one slot, a pool and a pair; the day view of 200 resources with 48,000 bookings; the week view of 20
 * and find-a-time among 5,000 against their plain SQL; bookings at random times against the same statements of the bare
 * driver; waits for the database of a series. `TRIALS` is the number of trials of each race.
 */
const port = Number(process.env['PORT'] ?? 8460);
const trials = Number(process.env['TRIALS'] ?? 100);
const randomBookings = 3_000;
const dataFolder = createScratchFolder('bench-booking');
const dayMs = 86_400_000;

const database = await openDatabase(loadConfig({ COLLEGIUM_DATA: dataFolder }));
try {
  await fillWorld(database, 130);
  await seedResources(database);
  const server = await startServer({ port, dataFolder });
  try {
    await report(database, server.origin);
  } finally {
    await server.stop();
  }
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function report({ url }: OpenDatabase, origin: string): Promise<void> {
  const races = await told('races', () => runRaces(origin, trials));
  const day = await told('day view', () => dayView(origin));
  const week = await told('week view', () => weekView(url, origin));
  const find = await told('find a time', () => findTime(url, origin));
  const random = await told('random times', () => randomTimes(url, origin));
  const roundTrips = await told('series', () => seriesRoundTrips(url));
  const faults = races.flatMap((race) => race.faults);
  const figures = { trials, faults: faults.slice(0, 10), day, week, find, random, roundTrips };
  console.log(JSON.stringify({ name: 'booking', ...figures }, null, 2));
  const isGood =
    faults.length === 0 &&
    day.ratioToMrbs >= 10 &&
    week.ratio <= 2 &&
    find.ratio <= 1.5 &&
    random.ratio >= 0.4 &&
    roundTrips <= 3;
  process.exitCode = isGood ? 0 : 1;
}

/** Says how it went as soon as it is known: the whole takes minutes. */
async function told<T>(what: string, measure: () => Promise<T>): Promise<T> {
  const result = await measure();
  console.error(what, JSON.stringify(result));
  return result;
}

/** MRBS gave 33 requests a second here. */
async function dayView(origin: string) {
  const ids = Array.from({ length: 200 }, (_, n) => `resourceId=${numberedId(5, first.day + n)}`).join('&');
  const from = new Date(firstDay().getTime() + 5 * dayMs);
  const path = `/resources/calendar?${ids}&from=${from.toISOString()}&until=${new Date(from.getTime() + dayMs).toISOString()}`;
  const result = await autocannon({
    url: `${origin}/${network.slug}/api${path}`,
    connections: 10,
    duration: 8,
    headers: { authorization: `Bearer ${tokenOf(1)}` },
  });
  const perSecond = result.requests.average;
  return { perSecond, failed: result.non2xx, ratioToMrbs: perSecond / 33 };
}

async function weekView(url: string, origin: string) {
  const resourceId = Array.from({ length: 20 }, (_, n) => numberedId(5, first.day + n));
  const from = firstDay().toISOString();
  const until = new Date(firstDay().getTime() + 7 * dayMs).toISOString();
  const statements = await catchStatements(url, (scope) => getCalendar(scope, { resourceId, from, until }));
  const path = `/resources/calendar?${resourceId.map((id) => `resourceId=${id}`).join('&')}&from=${from}&until=${until}`;
  const times: number[] = [];
  for (let run = 0; run < 60; run += 1) times.push((await ask(origin, 1, 'GET', path)).ms);
  const p95 = percentile(times.slice(10), 0.95);
  const plain = await plainP95(url, statements, 50);
  return { p95, plain, ratio: p95 / plain };
}

async function findTime(url: string, origin: string) {
  const wish = {
    kind: 'laboratory' as const,
    minutes: 180,
    from: firstDay().toISOString(),
    until: new Date(firstDay().getTime() + 14 * dayMs).toISOString(),
  };
  const statements = await catchStatements(url, (scope) => findFreeTimes(scope, wish));
  const times: number[] = [];
  for (let run = 0; run < 23; run += 1) times.push((await ask(origin, 1, 'POST', '/free-times', wish)).ms);
  const p95 = percentile(times.slice(3), 0.95);
  const plain = await plainP95(url, statements, 20);
  return { p95, plain, ratio: p95 / plain };
}

async function randomTimes(url: string, origin: string) {
  const wishes = Array.from({ length: randomBookings * 2 }, () => ({
    number: first.random + Math.floor(Math.random() * 1_000),
    at: new Date(firstDay().getTime() + Math.floor(Math.random() * 20_000) * 3_600_000),
  }));
  const warm = bookingOf([first.random], new Date(firstDay().getTime() + 20_001 * 3_600_000));
  await ask(origin, 1, 'POST', '/bookings', warm);
  const known = { ...bookingOf([first.random], new Date(firstDay().getTime() + 20_003 * 3_600_000)) };
  const statement = (await catchStatements(url, (scope) => makeBooking(scope, known))).at(-1);
  if (!statement) throw new Error('The booking ran no statement');
  const bookingId =
    /"booking_id":"([0-9a-f-]{36})"/.exec(JSON.stringify(statement.parameters).replaceAll('\\"', '"'))?.[1] ?? '';
  const plain = wishes.slice(randomBookings).map(({ number, at }) => {
    const other = bookingOf([number], at);
    const values = new Map([
      [bookingId, newId()],
      [numberedId(5, first.random), numberedId(5, number)],
      [known.starts, other.starts],
      [known.ends, other.ends],
    ]);
    return exchanged(statement, values);
  });
  const plainPerSecond = await runPlain(url, statement.sql, plain, 100);
  const started = performance.now();
  let next = 0;
  const statuses = new Map<number, number>();
  const connection = async (person: number) => {
    for (let wish = wishes[next++]; wish && next <= randomBookings; wish = wishes[next++]) {
      const { status } = await ask(origin, person, 'POST', '/bookings', bookingOf([wish.number], wish.at));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 100 }, (_, person) => connection(person)));
  const perSecond = randomBookings / ((performance.now() - started) / 1_000);
  return { perSecond, plainPerSecond, ratio: perSecond / plainPerSecond, statuses: Object.fromEntries(statuses) };
}

async function seriesRoundTrips(url: string): Promise<number> {
  const input = {
    ...bookingOf(
      [first.random + 1, first.random + 2, first.random + 3],
      new Date(firstDay().getTime() + 30 * dayMs + 43_200_000 + 900_000),
    ),
    rule: 'FREQ=WEEKLY;COUNT=104',
    skipTaken: true,
  };
  let count = 0;
  await catchStatements(url, async (scope) => {
    const { roundTrips } = await countRoundTrips(() => makeSeries(scope, input));
    count = roundTrips;
  });
  return count;
}
