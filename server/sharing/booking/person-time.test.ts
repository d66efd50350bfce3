import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let teacher: TestMember;
let coordinator: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  teacher = await addMember(
    world.db,
    world.network,
    await addOrganisation(world.network, 'Ribeira'),
    'teacher',
    'Rui Alves',
  );
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  coordinator = await addMember(world.db, world.network, vantera, 'coordinator');
  learner = await addMember(world.db, world.network, vantera, 'learner');
});
afterAll(() => world.close());

const term = { period: 'term' as const, startsOn: '2026-10-01', endsOn: '2027-01-31' };
/** Hours of the teacher: two a week and five a term, as the contract leaves them. */
const hours = (more: object = {}): Promise<ResourceView> =>
  addResource(world, teacher, {
    kind: 'person_time',
    personId: teacher.personId,
    name: { en: 'Rui Alves, hours' },
    services: ['guest_lecture', 'consultation'],
    quotas: [
      { per: 'everybody', period: 'week', limitMinutes: 120 },
      { per: 'everybody', limitMinutes: 300, ...term },
    ],
    ...more,
  });
const at = (day: string, from: number, length = 1) => ({
  starts: `${day}T${String(from).padStart(2, '0')}:00`,
  ends: `${day}T${String(from + length).padStart(2, '0')}:00`,
});
const ask = (as: TestMember, resource: ResourceView, input: object) =>
  world.request(as, 'POST', '/bookings', bookingInput(resource, input));

test('of many who book hours in one week at the same moment, exactly so many hold them as the week has', async () => {
  const resource = await hours();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => ask(n % 2 ? learner : coordinator, resource, at('2026-10-20', 8 + n))),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2);
  const refused = answers.filter(({ statusCode }) => statusCode !== 201).map((one) => one.json().code);
  expect(new Set(refused)).toEqual(new Set(['booking.quota_reached']));
});

test('the limit of a term holds over its weeks, and time outside the term does not count', async () => {
  const resource = await hours();
  const weeks = ['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10'];
  const answers = await Promise.all(
    weeks.flatMap((day) => [ask(learner, resource, at(day, 9)), ask(coordinator, resource, at(day, 11))]),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(5);
  expect((await ask(learner, resource, at('2027-02-02', 9))).statusCode).toBe(201);
  const first = answers.findIndex(({ statusCode }) => statusCode === 201);
  const holder = first % 2 === 0 ? learner : coordinator;
  const { id } = answers[first]?.json<{ id: string }>() ?? { id: '' };
  expect((await world.request(holder, 'POST', `/bookings/${id}/cancel`, {})).statusCode).toBe(200);
  expect((await ask(learner, resource, at('2026-11-17', 9))).statusCode).toBe(201);
  expect((await ask(learner, resource, at('2026-11-24', 9))).json().code).toBe('booking.quota_reached');
});

test('of a booking over the end of a term only the part before counts', async () => {
  const resource = await hours({ quotas: [{ per: 'everybody', limitMinutes: 60, ...term, endsOn: '2026-10-20' }] });
  await addBooking(world, learner, resource, { starts: '2026-10-20T23:00', ends: '2026-10-21T02:00' });
  const used = await world.network
    .selectFrom('quota_use')
    .innerJoin('resource_quota as quota', 'quota.id', 'quota_use.quota_id')
    .select('used_minutes')
    .where('quota.resource_id', '=', resource.id)
    .execute();
  expect(used).toEqual([{ used_minutes: 60 }]);
});

test('what is booked with a person’s hours shares their limits, and nobody has the person twice at once', async () => {
  const person = await hours();
  const seminar = await addResource(world, teacher, { kind: 'room', name: { en: 'Seminar' }, partIds: [person.id] });
  const laboratory = await addResource(world, teacher, { kind: 'laboratory', partIds: [person.id] });
  expect((await ask(learner, seminar, at('2026-10-20', 9))).statusCode).toBe(201);
  expect((await ask(coordinator, laboratory, at('2026-10-20', 9))).json().code).toBe('booking.clash');
  expect((await ask(coordinator, laboratory, at('2026-10-21', 9))).statusCode).toBe(201);
  expect((await ask(learner, person, at('2026-10-22', 9))).json().code).toBe('booking.quota_reached');
});

test('hours are booked for what the person offers, and the booking says for what', async () => {
  const resource = await hours();
  const lecture = await ask(learner, resource, { ...at('2026-10-20', 9), service: 'guest_lecture' });
  expect(lecture.json()).toMatchObject({ state: 'confirmed', service: 'guest_lecture' });
  const refused = await ask(learner, resource, { ...at('2026-10-20', 11), service: 'staff_exchange' });
  expect(refused.json()).toMatchObject({
    code: 'booking.rules_not_met',
    parameters: { reasons: '“Rui Alves, hours” is not offered for that.' },
  });
});

test('limits are kept, changed and taken away one by one; a term without its days is refused', async () => {
  const resource = await hours();
  expect(resource).toMatchObject({ services: ['guest_lecture', 'consultation'] });
  expect(resource.quotas).toEqual([
    { per: 'everybody', period: 'term', limitMinutes: 300, startsOn: '2026-10-01', endsOn: '2027-01-31' },
    { per: 'everybody', period: 'week', limitMinutes: 120, startsOn: null, endsOn: null },
  ]);
  const url = `/resources/${resource.id}`;
  const input = { ...resourceInput, kind: 'person_time', personId: teacher.personId };
  const next = { per: 'everybody', limitMinutes: 200, ...term, startsOn: '2027-02-01', endsOn: '2027-06-30' };
  const quotas = [{ per: 'everybody', limitMinutes: 240, ...term }, next];
  const put = (body: object) => world.request(teacher, 'PUT', url, body, { 'if-match': `"${resource.version}"` });
  const faulty = await put({ ...input, quotas: [{ per: 'everybody', limitMinutes: 240, period: 'term' }] });
  expect(faulty.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/quotas/0/endsOn' }] });
  const changed = (await put({ ...input, quotas })).json();
  expect(changed.quotas).toEqual(quotas);
  expect(changed.services).toEqual([]);
});
