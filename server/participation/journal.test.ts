import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, addParticipation, agree, type Parties, type PlaceFacts } from '../testing/placement.ts';
import type { TestMember } from '../testing/world.ts';
import { startJob } from './jobs.ts';
import { startDueParticipations } from './start-due.ts';

let world: TestApp;
let parties: Parties;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());
beforeEach(() => (world.clock.at = frozenAt));

async function start(facts: PlaceFacts = {}): Promise<string> {
  const id = await addParticipation(world, parties, facts);
  await agree(world, parties, id);
  await startDueParticipations(world.scopeOf());
  return id;
}

function write(as: TestMember | null, id: string, entry: object = {}) {
  const body = { doneOn: '2026-10-12', minutes: 450, text: 'Cleaned two turbines', ...entry };
  return world.request(as, 'POST', `/participations/${id}/journal`, body);
}

function confirm(as: TestMember | null, id: string, body: object = {}) {
  return world.request(as, 'POST', `/participations/${id}/journal/confirmation`, body);
}

async function read(id: string): Promise<ParticipationView> {
  return (await world.request(parties.learner, 'GET', `/participations/${id}`)).json();
}

test('signed out, one neither writes nor confirms', async () => {
  const id = await start();
  expect((await write(null, id)).json().code).toBe('request.sign_in_needed');
  expect((await confirm(null, id)).json().code).toBe('request.sign_in_needed');
});

test('a supervisor of another organisation finds no such participation', async () => {
  const id = await start();
  expect((await confirm(parties.stranger, id)).json().code).toBe('participation.not_found');
  expect((await world.request(parties.stranger, 'GET', `/participations/${id}/journal`)).json().code).toBe(
    'participation.not_found',
  );
});

test('the home organisation reads the journal and does not confirm it', async () => {
  const id = await start();
  await write(parties.learner, id);
  expect((await world.request(parties.coordinator, 'GET', `/participations/${id}/journal`)).json().items).toHaveLength(
    1,
  );
  expect((await confirm(parties.coordinator, id)).json().code).toBe('participation.not_found');
});

test('it starts on the first day at the place, not an hour before', async () => {
  const id = await addParticipation(world, parties, { startsOn: '2026-10-20', timeZone: 'Asia/Shanghai' });
  await agree(world, parties, id);
  world.clock.at = new Date('2026-10-19T15:59:59Z');
  expect(await startDueParticipations(world.scopeOf())).toBe(0);
  expect((await write(parties.learner, id)).json()).toMatchObject({
    code: 'request.move_not_allowed',
    parameters: { state: 'Agreed' },
  });
  world.clock.at = new Date('2026-10-19T16:00:00Z');
  const run = () => startJob.run(world.services, {}, new AbortController().signal);
  await Promise.all([run(), run()]);
  expect(await read(id)).toMatchObject({
    state: 'active',
    startedAt: '2026-10-19T16:00:00.000Z',
    version: 5,
    today: '2026-10-20',
  });
});

test('one writes what has been done: not of tomorrow, not of the time before the plan', async () => {
  const id = await start();
  world.clock.at = new Date('2026-10-13T21:59:59Z');
  expect((await write(parties.learner, id, { doneOn: '2026-10-14' })).json().code).toBe('journal.in_future');
  world.clock.at = new Date('2026-10-13T22:00:00Z');
  expect((await write(parties.learner, id, { doneOn: '2026-10-14' })).statusCode).toBe(201);
  expect((await write(parties.learner, id, { doneOn: '2026-09-30' })).json()).toMatchObject({
    code: 'journal.before_start',
    parameters: { startsOn: '2026-10-01' },
  });
  expect((await write(parties.learner, id, { doneOn: '2026-10-01' })).statusCode).toBe(201);
});

test('a day has no more than 24 hours, also on the day when the clocks go back', async () => {
  world.clock.at = new Date('2026-10-26T12:00:00Z');
  const id = await start();
  const day = { doneOn: '2026-10-25' };
  expect((await write(parties.learner, id, { ...day, minutes: 1_000 })).statusCode).toBe(201);
  expect((await write(parties.learner, id, { ...day, minutes: 441 })).json().code).toBe('journal.day_full');
  expect((await write(parties.learner, id, { ...day, minutes: 440 })).statusCode).toBe(201);
});

test('an entry may be corrected and taken out until it is confirmed', async () => {
  const id = await start();
  const entry = (await write(parties.learner, id)).json();
  const url = `/participations/${id}/journal/${entry.id}`;
  const corrected = { doneOn: '2026-10-12', minutes: 480, text: 'Cleaned three turbines' };
  const changed = await world.request(parties.learner, 'PUT', url, corrected, { 'if-match': '"1"' });
  expect(changed.json()).toMatchObject({ minutes: 480, version: 2, abilities: { change: true } });
  expect((await world.request(parties.learner, 'PUT', url, corrected, { 'if-match': '"1"' })).json().code).toBe(
    'request.version_stale',
  );
  const tooMuch = { ...corrected, doneOn: '2026-12-01' };
  expect((await world.request(parties.learner, 'PUT', url, tooMuch, { 'if-match': '"2"' })).json().code).toBe(
    'journal.in_future',
  );

  await confirm(parties.host, id, { entryIds: [entry.id] });
  for (const method of ['PUT', 'DELETE'] as const)
    expect(
      (
        await world.request(parties.learner, method, url, method === 'PUT' ? corrected : undefined, {
          'if-match': '"3"',
        })
      ).json().code,
    ).toBe('journal.confirmed');

  const other = (await write(parties.learner, id)).json();
  const otherUrl = `/participations/${id}/journal/${other.id}`;
  expect((await world.request(parties.host, 'DELETE', otherUrl, undefined, { 'if-match': '"1"' })).statusCode).toBe(
    404,
  );
  const deleted = await world.request(parties.learner, 'DELETE', otherUrl, undefined, { 'if-match': '"1"' });
  expect(deleted.statusCode).toBe(204);
  expect((await read(id)).journal.latest.map((one) => one.id)).toEqual([entry.id]);
});

test('the provider confirms one entry, then all that wait, and nothing twice', async () => {
  const id = await start();
  const first = (await write(parties.learner, id)).json();
  await write(parties.learner, id, { doneOn: '2026-10-09' });
  await write(parties.learner, id, { doneOn: '2026-10-05' });
  expect((await confirm(parties.host, id, { entryIds: [first.id] })).json()).toEqual({ confirmed: 1 });
  expect((await confirm(parties.host, id)).json()).toEqual({ confirmed: 2 });
  expect((await confirm(parties.host, id)).json()).toEqual({ confirmed: 0 });
  expect((await read(id)).journal.latest[0]).toMatchObject({ confirmedBy: 'Jonas Kirk', abilities: { change: false } });
});

test('hours are summed by week and held against where one should be today', async () => {
  const id = await start({ startsOn: '2026-10-01', endsOn: '2026-10-26', hours: 26 });
  await write(parties.learner, id, { doneOn: '2026-10-04', minutes: 120 });
  const { id: entryId } = (await write(parties.learner, id, { doneOn: '2026-10-05', minutes: 60 })).json();
  await write(parties.learner, id, { doneOn: '2026-10-11', minutes: 30 });
  await confirm(parties.host, id, { entryIds: [entryId] });
  expect((await read(id)).journal).toMatchObject({
    minutes: 210,
    confirmedMinutes: 60,
    plannedMinutes: 26 * 60,
    paceMinutes: 13 * 60,
    waiting: 2,
    weeks: [
      { startsOn: '2026-09-28', minutes: 120, confirmedMinutes: 0 },
      { startsOn: '2026-10-05', minutes: 90, confirmedMinutes: 60 },
    ],
  });
});

test('pages of the journal follow one another without gap or repeat', async () => {
  const id = await start();
  for (const day of ['02', '05', '05', '06', '07'])
    await write(parties.learner, id, { doneOn: `2026-10-${day}`, minutes: 60 });
  const days: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const url = `/participations/${id}/journal?limit=2${next && `&cursor=${next}`}`;
    const page: { items: { doneOn: string }[]; next: string | null } = (
      await world.request(parties.learner, 'GET', url)
    ).json();
    days.push(...page.items.map((entry) => entry.doneOn));
    ({ next } = page);
  }
  expect(days.map((day) => day.slice(8))).toEqual(['07', '06', '05', '05', '02']);
});
