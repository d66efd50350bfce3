import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { openDatabase, type OpenDatabase } from '../server/platform/database/open.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { countRoundTrips } from '../server/platform/database/round-trips.ts';
import { makeSeries } from '../server/sharing/series/series.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { insertScript, openPlain, plainFreeTimes, plainP95, plainWeek } from './booking/plain.ts';
import { catchStatements } from './booking/reference.ts';
import { sameInsert } from './booking/same-insert.ts';
import { runRaces } from './booking/races.ts';
import { ask, bookingOf, percentile } from './booking/requests.ts';
import { first, firstDay, seedResources } from './booking/seed.ts';
import { startServer } from './product/server.ts';
import { fillWorld, learner, network, numberedId, tokenOf } from './product/world.ts';
import { runPgbench } from './seats/reference.ts';

/**
 * Booking. Races for one slot, a pool and a pair, `TRIALS` of each; the day view of 200 resources with 48,000 bookings; the
 * week view of 20 and find-a-time among 5,000 against plain SQL; bookings at random times against the same insert under
 * pgbench; waits for the database of a series. `--races` runs the races alone, `--speed` the rest.
 */
const port = Number(process.env['PORT'] ?? 8460);
const trials = Number(process.env['TRIALS'] ?? 1_000);
const randomBookings = Number(process.env['BOOKINGS'] ?? 3_000);
const dataFolder = createScratchFolder('bench-booking');
const dayMs = 86_400_000;
const only = ['--races', '--speed'].find((option) => process.argv.includes(option));

const database = await openDatabase(loadConfig({ COLLEGIUM_DATA: dataFolder }));
try {
  await fillWorld(database, 130);
  await seedResources(database);
  const server = await startServer({ port, dataFolder });
  try {
    const figures = {
      ...(only !== '--speed' && (await races(server.origin))),
      ...(only !== '--races' && (await speed(database, server.origin))),
    };
    console.log(JSON.stringify({ name: 'booking', ...figures }, null, 2));
  } finally {
    await server.stop();
  }
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function races(origin: string) {
  const run = await told('races', () => runRaces(origin, trials));
  const faults = run.flatMap((race) => race.faults);
  if (faults.length > 0) process.exitCode = 1;
  return { trials, faults: faults.slice(0, 10), seconds: run.map(({ seconds }) => seconds) };
}

async function speed({ url }: OpenDatabase, origin: string) {
  const day = await told('day view', () => dayView(origin));
  const week = await told('week view', () => weekView(url, origin));
  const find = await told('find a time', () => findTime(url, origin, 180));
  const rare = await told('find a time that is nowhere', () => findTime(url, origin, 360));
  const random = await told('random times', () => randomTimes(url, origin));
  const roundTrips = await told('series', () => seriesRoundTrips(url));
  const isGood =
    day.ratioToMrbs >= 10 &&
    week.ratio <= 2 &&
    week.ratioOfWhole <= 2 &&
    find.ratio <= 1.5 &&
    rare.ratio <= 1.5 &&
    random.ratio >= 0.4 &&
    roundTrips <= 3;
  if (!isGood) process.exitCode = 1;
  return { day, week, find, rare, random, roundTrips };
}

/** Says how it went as soon as it is known: the whole takes minutes. */
async function told<T>(what: string, measure: () => Promise<T>): Promise<T> {
  const result = await measure();
  console.error(what, JSON.stringify(result));
  return result;
}

function calendarOf(count: number, from: Date, days: number): string {
  const ids = Array.from({ length: count }, (_, n) => `resourceId=${numberedId(5, first.day + n)}`).join('&');
  const until = new Date(from.getTime() + days * dayMs);
  return `/resources/calendar?${ids}&from=${from.toISOString()}&until=${until.toISOString()}`;
}

/** MRBS gave 33 requests a second here. Whole answers; then the same while somebody books all the time. */
async function dayView(origin: string) {
  const path = calendarOf(200, new Date(firstDay().getTime() + 5 * dayMs), 1);
  const measure = () =>
    autocannon({
      url: `${origin}/${network.slug}/api${path}`,
      connections: 10,
      duration: 8,
      headers: { authorization: `Bearer ${tokenOf(1)}` },
    });
  const quiet = await measure();
  const busy = measure();
  const isOver = busy.then(() => true);
  let booked = 0;
  while (!(await Promise.race([isOver, sleep(200, false)]))) {
    await bookOne(origin, 20_100 + booked);
    booked += 1;
  }
  const perSecond = quiet.requests.average;
  const { requests, non2xx } = await busy;
  const failed = quiet.non2xx + non2xx;
  return { perSecond, failed, ratioToMrbs: perSecond / 33, whileBooking: requests.average, booked };
}

function bookOne(origin: string, hour: number) {
  const at = new Date(firstDay().getTime() + hour * 3_600_000);
  return ask(origin, 1, 'POST', '/bookings', bookingOf([first.random], at));
}

/**
 * Each look comes after a booking of one of the resources in the week that is looked at, and then once more; and, for what
 * nobody has looked at before, once at a week that begins some minutes later. The plain statement is asked for that week in
 * between, so that what else the machine does meets both.
 */
async function weekView(url: string, origin: string) {
  const plain = openPlain(url, plainWeek);
  const ids = Array.from({ length: 20 }, (_, n) => numberedId(5, first.day + n));
  const path = calendarOf(20, firstDay(), 7);
  const times: number[] = [];
  const again: number[] = [];
  const whole: number[] = [];
  const plainly: number[] = [];
  for (let run = 0; run < 110; run += 1) {
    const at = new Date(firstDay().getTime() + (run % 7) * dayMs + (run < 60 ? 21 : 22) * 3_600_000);
    const { status } = await ask(origin, 1, 'POST', '/bookings', bookingOf([first.day + (run % 20)], at));
    if (status !== 201) throw new Error(`The booking before a look was answered ${status}`);
    times.push((await ask(origin, 1, 'GET', path)).ms);
    again.push((await ask(origin, 1, 'GET', path)).ms);
    const later = new Date(firstDay().getTime() + run * 60_000);
    whole.push((await ask(origin, 1, 'GET', calendarOf(20, later, 7))).ms);
    plainly.push(await plain.ask([ids, later.toISOString(), new Date(later.getTime() + 7 * dayMs).toISOString()]));
  }
  await plain.close();
  const [p95, unchanged, first95, plain95] = [times, again, whole, plainly].map((list) =>
    percentile(list.slice(10), 0.95),
  );
  const ratioOf = (ms = NaN) => ms / (plain95 ?? NaN);
  return { p95, plain: plain95, ratio: ratioOf(p95), unchanged, whole: first95, ratioOfWhole: ratioOf(first95) };
}

async function findTime(url: string, origin: string, minutes: number) {
  const wish = {
    kind: 'laboratory' as const,
    minutes,
    from: firstDay().toISOString(),
    until: new Date(firstDay().getTime() + 14 * dayMs).toISOString(),
  };
  const times: number[] = [];
  for (let run = 0; run < 23; run += 1) times.push((await ask(origin, 1, 'POST', '/free-times', wish)).ms);
  const p95 = percentile(times.slice(3), 0.95);
  const values = [wish.kind, wish.minutes, wish.from, wish.until];
  const plain = await plainP95(
    url,
    plainFreeTimes,
    Array.from({ length: 23 }, () => values),
  );
  return { minutes, p95, plain, ratio: p95 / plain };
}

/** Against the statement that the product sends, and against an insert of the same rows with nothing judged. */
async function randomTimes(url: string, origin: string) {
  const connections = 100;
  const wishes = Array.from({ length: randomBookings }, () => ({
    number: first.random + Math.floor(Math.random() * 1_000),
    at: new Date(firstDay().getTime() + Math.floor(Math.random() * 20_000) * 3_600_000),
  }));
  await book(origin, wishes.splice(0, Math.floor(randomBookings / 10)), connections);
  const load = { people: wishes.length, connections };
  const same = (await runPgbench(url, await sameInsert(url), load)) ?? NaN;
  const { perSecond, statuses } = await book(origin, wishes, connections);
  const bare = (await runPgbench(url, insertScript({ first: first.random, ...learner(0) }), load)) ?? NaN;
  return { perSecond, same, ratio: perSecond / same, bare, ratioToBare: perSecond / bare, statuses };
}

async function book(origin: string, wishes: readonly { number: number; at: Date }[], connections: number) {
  const started = performance.now();
  const statuses: Record<number, number> = {};
  let next = 0;
  const connection = async (person: number) => {
    for (let wish = wishes[next++]; wish; wish = wishes[next++]) {
      const { status } = await ask(origin, person, 'POST', '/bookings', bookingOf([wish.number], wish.at));
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, person) => connection(person)));
  return { perSecond: wishes.length / ((performance.now() - started) / 1_000), statuses };
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
