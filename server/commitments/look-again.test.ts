import type { Commitment } from '@collegium/contract/commitments.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { conversationSubscriptions } from '../conversation/subscriptions.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addAcceptedPlace, addParties, type Parties } from '../testing/placement.ts';
import { lookAgain } from './look-again.ts';
import { addAgreementInForce, figureOf, followAll, promise } from './testing.ts';

let world: TestApp;
let parties: Parties;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  parties = await addParties(world);
});

const places = (changes: Partial<Commitment> = {}): Commitment => ({
  measure: 'places_filled',
  promiser: parties.provider.id,
  beneficiary: parties.home.id,
  quantity: 100,
  unit: 'places',
  periodStart: '2026-10-01',
  periodEnd: '2026-12-31',
  every: 'once',
  ...changes,
});
const inForce = (commitment: Commitment) =>
  addAgreementInForce(world, [parties.home, parties.provider], [promise('seats', commitment)]);
const wordOf = async (id: string) =>
  (await world.network.selectFrom('agreement_health').select('word').where('agreement_id', '=', id).executeTakeFirst())
    ?.word;
const eventsOf = async (action: string, agreementId: string) =>
  (
    await world.network
      .selectFrom('audit_event')
      .innerJoin('commitment', 'commitment.id', 'audit_event.object_id')
      .select(['at', 'details'])
      .where('action', '=', action)
      .where('commitment.agreement_id', '=', agreementId)
      .orderBy('audit_event.id')
      .execute()
  ).map(({ at }) => at.toISOString().slice(0, 10));

async function liveUntil(day: string): Promise<void> {
  for (let at = world.clock.at.getTime(); at <= Date.parse(`${day}T23:00:00Z`); at += 86_400_000) {
    world.clock.at = new Date(at);
    await lookAgain(world.scopeOf());
  }
}

test('an agreement turns from on track to at risk on the day it falls behind, is missed when the time is over, and says so once each', async () => {
  const { id } = await inForce(places({ periodStart: '2026-10-10' }));
  expect(await wordOf(id)).toBe('on_track');
  world.clock.at = new Date('2026-10-17T23:59:59Z');
  await lookAgain(world.scopeOf());
  expect(await wordOf(id)).toBe('on_track');
  world.clock.at = new Date('2026-10-18T00:00:00Z');
  await Promise.all([lookAgain(world.scopeOf()), lookAgain(world.scopeOf())]);
  expect(await wordOf(id)).toBe('at_risk');
  await liveUntil('2027-01-02');
  expect(await wordOf(id)).toBe('missed');
  expect(await eventsOf('commitment.slipped', id)).toEqual(['2026-10-18', '2027-01-01']);
});

test('the responsible person is reminded a month and a week before the end, and not after it', async () => {
  const { id } = await inForce(places());
  await liveUntil('2027-02-01');
  expect(await eventsOf('commitment.due_soon', id)).toEqual(['2026-11-30', '2026-12-24']);
});

test('a promise that is kept already is not reminded of, nor one that was over before the agreement', async () => {
  const kept = await inForce(places({ quantity: 1 }));
  await addAcceptedPlace(world, parties);
  await followAll(world);
  const over = await inForce(places({ periodStart: '2026-01-01', periodEnd: '2026-03-31' }));
  expect(await wordOf(over.id)).toBe('missed');
  await liveUntil('2027-01-01');
  expect(await wordOf(kept.id)).toBe('kept');
  expect([await eventsOf('commitment.due_soon', kept.id), await eventsOf('commitment.due_soon', over.id)]).toEqual([
    [],
    [],
  ]);
});

test('an answer that nobody gave counts as late when its working day is over', async () => {
  const { id } = await inForce(
    places({ measure: 'answers_within_days', unit: 'percent', quantity: 90, filters: { days: 3 } }),
  );
  await addAcceptedPlace(world, parties); // on Tuesday 13 October; the third working day is Friday
  await followAll(world);
  const figure = async () =>
    world.network
      .selectFrom('commitment_figure')
      .innerJoin('commitment', 'commitment.id', 'commitment_figure.commitment_id')
      .select(['delivered', 'base'])
      .where('agreement_id', '=', id)
      .executeTakeFirstOrThrow();
  world.clock.at = new Date('2026-10-16T23:59:59Z');
  await lookAgain(world.scopeOf());
  expect(await figure()).toEqual({ delivered: 0, base: 0 });
  world.clock.at = new Date('2026-10-17T00:00:00Z');
  await lookAgain(world.scopeOf());
  expect(await figure()).toEqual({ delivered: 0, base: 1 });
  expect(await wordOf(id)).toBe('at_risk');
});

test('the person whom the promiser made responsible is told, in the page, before it is due; the other side is not', async () => {
  const { id } = await inForce(places({ periodStart: '2026-10-10' }));
  const party = world.network.updateTable('agreement_party').where('agreement_id', '=', id);
  await party
    .set({ responsible_id: parties.host.personId })
    .where('organisation_id', '=', parties.provider.id)
    .execute();
  await liveUntil('2026-12-01');
  await dispatchPending({ services: world.services, subscriptions: conversationSubscriptions });
  const told = await world.network
    .selectFrom('notification')
    .select(['person_id', 'kind', 'path'])
    .where('path', 'like', `/agreements/${id}%`)
    .orderBy('created_at')
    .execute();
  expect(told.map(({ kind }) => kind)).toEqual(['commitment.slipped', 'commitment.due_soon']);
  expect(told.every(({ person_id }) => person_id === parties.host.personId)).toBe(true);
});

test('a clock set back loses no count and reminds nobody twice; what was judged is judged by the day that it tells', async () => {
  const { id } = await inForce(places({ quantity: 2 }));
  await addAcceptedPlace(world, parties);
  await followAll(world);
  await liveUntil('2026-12-25');
  const [counted, reminded] = [await figureOf(world, 'seats', id), await eventsOf('commitment.due_soon', id)];
  expect(counted).toMatchObject({ delivered: 1 });
  expect(reminded).toHaveLength(2);
  world.clock.at = frozenAt;
  await lookAgain(world.scopeOf());
  await addAcceptedPlace(world, parties);
  await followAll(world);
  await liveUntil('2027-01-02');
  expect(await figureOf(world, 'seats', id)).toMatchObject({ delivered: 2 });
  expect(await wordOf(id)).toBe('kept');
  expect(await eventsOf('commitment.due_soon', id)).toEqual(reminded);
});
