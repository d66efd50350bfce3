import type { Commitment } from '@collegium/contract/commitments.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, tell, type Parties } from '../testing/placement.ts';
import { addAgreementInForce, figureOf, followAll, promise, putInForce, takePlace, terminate } from './testing.ts';

let world: TestApp;
let parties: Parties;
beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());

const filled = (changes: Partial<Commitment> = {}): Commitment => ({
  measure: 'places_filled',
  promiser: parties.provider.id,
  beneficiary: parties.home.id,
  quantity: 10,
  unit: 'places',
  periodStart: '2026-09-01',
  periodEnd: '2028-08-31',
  every: 'year',
  ...changes,
});

test('what a later version says unchanged keeps its count; what it changes begins anew; termination closes all', async () => {
  await takePlace(world, parties);
  const clauses = [promise('kept', filled()), promise('changed', filled())];
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider], clauses);
  await world.network.updateTable('commitment_entry').set({ left_out_at: frozenAt }).execute();
  await world.network.updateTable('commitment_figure').set({ delivered: 0 }).execute();
  await putInForce(world, id, 2, [promise('kept', filled()), promise('changed', filled({ quantity: 12 }))]);
  expect(await figureOf(world, 'kept', id)).toMatchObject({ delivered: 0, promised: 10 });
  expect(await figureOf(world, 'changed', id)).toMatchObject({ delivered: 1, promised: 12 });
  await terminate(world, id);
  expect(await figureOf(world, 'kept', id)).toBeUndefined();
  await takePlace(world, parties);
  const rows = await world.network
    .selectFrom('commitment')
    .select(['closed_on'])
    .where('agreement_id', '=', id)
    .execute();
  expect(rows.every(({ closed_on }) => closed_on === '2026-10-13')).toBe(true);
});

test('a clause that cannot be measured, because somebody promises to itself, makes no commitment', async () => {
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider],
    [promise('itself', filled({ beneficiary: parties.provider.id }))],
  );
  expect(await figureOf(world, 'itself', id)).toBeUndefined();
});

test('termination while learners are abroad keeps what was counted until then, and nothing after it moves the figure', async () => {
  parties = await addParties(world);
  const abroad = await takePlace(world, parties);
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider], [promise('seats', filled())]);
  await terminate(world, id);
  await takePlace(world, parties);
  await world.network
    .updateTable('participation')
    .set({ state: 'cancelled', end_reason: 'Came home early' })
    .where('id', '=', abroad)
    .execute();
  await tell(world, 'participation.cancelled', 'participation', abroad);
  await followAll(world);
  const [closed] = (await world.request(parties.coordinator, 'GET', `/agreements/${id}/commitments`)).json()
    .commitments;
  expect(closed).toMatchObject({ closedOn: '2026-10-13', figures: [{ value: 1 }, { value: 0 }] });
});
