import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addAcceptedPlace, addParties, follow, type Parties } from '../testing/placement.ts';
import { overtake } from '../testing/race.ts';
import { ensureParticipations } from './create-participation.ts';

const times = 60;

let world: TestApp;
let parties: Parties;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());

const withdraw = (offerId: string) =>
  world.request(
    parties.host,
    'POST',
    `/offers/${offerId}/withdraw`,
    { reason: 'The plant closes.' },
    { 'if-match': '"1"' },
  );

const statesOf = async (applicationId: string) =>
  (
    await world.network
      .selectFrom('participation')
      .select('state')
      .where('application_id', '=', applicationId)
      .execute()
  ).map(({ state }) => state);

test('a withdrawal waits for a participation that begins, and what follows from it cancels that', async () => {
  const { offerId, applicationId } = await addAcceptedPlace(world, parties);
  const answer = await overtake(
    world,
    (db) => ensureParticipations({ ...world.scopeOf(), db }, [{ applicationId, requestId: 'begins' }]),
    async () => {
      const withdrawn = await withdraw(offerId);
      await follow(world);
      return withdrawn;
    },
  );
  expect(answer.statusCode).toBe(200);
  expect(await statesOf(applicationId)).toEqual(['cancelled']);
});

test('a participation that would begin waits for a withdrawal, and then does not begin', async () => {
  const { offerId, applicationId } = await addAcceptedPlace(world, parties);
  await overtake(
    world,
    (db) =>
      db
        .with('held', (qc) => qc.selectFrom('offer').select('id').where('id', '=', offerId).forUpdate())
        .updateTable('offer')
        .set({ state: 'withdrawn', withdrawn_at: world.clock.at, withdrawal_reason: 'The plant closes.' })
        .where('id', 'in', (eb) => eb.selectFrom('held').select('held.id'))
        .execute(),
    () => ensureParticipations(world.scopeOf(), [{ applicationId, requestId: 'begins' }]),
  );
  expect(await statesOf(applicationId)).toEqual([]);
});

test(`of ${times} offers withdrawn in the moment their participation begins, nobody takes part in one`, async () => {
  const left: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const { offerId, applicationId } = await addAcceptedPlace(world, parties);
    const [withdrawn] = await Promise.all([withdraw(offerId), follow(world), follow(world)]);
    await follow(world);
    expect(withdrawn.statusCode).toBe(200);
    left.push(...(await statesOf(applicationId)).filter((state) => state !== 'cancelled'));
  }
  expect(left).toEqual([]);
});

test('whoever claims a place does not wait for participations of the offer that begin', async () => {
  const { offerId, applicationId } = await addAcceptedPlace(world, parties);
  let seen: number | undefined;
  await overtake(
    world,
    (db) => ensureParticipations({ ...world.scopeOf(), db }, [{ applicationId, requestId: 'begins' }]),
    async () => {
      const { places_taken } = await world.network
        .updateTable('offer')
        .set((eb) => ({ places_taken: eb('places_taken', '+', 1) }))
        .where('id', '=', offerId)
        .returning('places_taken')
        .executeTakeFirstOrThrow();
      seen = places_taken;
      expect(await statesOf(applicationId), 'it is not committed yet').toEqual([]);
    },
  );
  expect(seen).toBe(2);
});
