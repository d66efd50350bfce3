import type { QualificationView } from '@collegium/contract/sharing/passports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDueParticipations } from '../../participation/start-due.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addParties, addParticipation, agree, type Parties } from '../../testing/placement.ts';
import { addResource, bookingInput } from '../../testing/sharing.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let parties: Parties;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());

/** An instruction that the learner takes, and the qualification that it is for. */
async function instruct(level: 'reached' | 'partly'): Promise<QualificationView> {
  const participationId = await addParticipation(world, parties);
  await agree(world, parties, participationId);
  await startDueParticipations(world.scopeOf());
  const { offer_id } = await world.network
    .selectFrom('participation')
    .select('offer_id')
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow();
  const body = { name: { en: 'Laser safety' }, validMonths: 12, offerId: offer_id };
  const qualification = await world.request(parties.host, 'POST', '/qualifications', body);
  expect(qualification.statusCode).toBe(201);
  const goalResults = [
    { goalId: 'g1', level: 'exceeded' },
    { goalId: 'g2', level },
  ];
  const outcome = { goalResults, statement: 'Works safely.', grade: 'Passed', gradeScale: 'Passed or failed' };
  const assessed = await world.request(parties.host, 'POST', `/participations/${participationId}/outcome`, outcome);
  expect(assessed.statusCode).toBe(201);
  return qualification.json();
}

const follow = () => dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
const passportsFor = async ({ id }: QualificationView) =>
  (await world.request(parties.learner, 'GET', `/passports?qualificationId=${id}`)).json().items;

test('who takes the instruction with every goal reached is given the passport, and may book', async () => {
  const qualification = await instruct('reached');
  const laser = await addResource(world, parties.host, { qualificationIds: [qualification.id] });
  const book = () => world.request(parties.learner, 'POST', '/bookings', bookingInput(laser));
  expect((await book()).json().code).toBe('booking.passport_missing');
  await follow();
  await follow();
  expect(await passportsFor(qualification)).toMatchObject([{ isValid: true, expiresOn: '2027-10-13' }]);
  expect((await book()).statusCode).toBe(201);
});

test('who did not reach every goal is not', async () => {
  const qualification = await instruct('partly');
  await follow();
  expect(await passportsFor(qualification)).toEqual([]);
});
