import type { AgreementPage } from '@collegium/contract/agreements/register.ts';
import type { Commitment } from '@collegium/contract/commitments.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addApprovedVersion } from '../agreements/signing/testing.ts';
import { readAs, sealOpen } from '../agreements/testing.ts';
import { addAgreementInForce, figureOf, opening, promise, takePlace } from '../commitments/testing.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation } from '../testing/world.ts';
import { addMergerCast, follow, merge, mergeProvider, type MergerCast } from './testing.ts';

let world: TestApp;
let cast: MergerCast;
let { administrator, third, parties } = {} as MergerCast;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  cast = await addMergerCast(world);
  ({ administrator, third, parties } = cast);
});

const partiesOf = (agreementId: string) =>
  world.network
    .selectFrom('agreement_party')
    .select(['organisation_id', 'role', 'joined_on', 'left_on'])
    .where('agreement_id', '=', agreementId)
    .orderBy('left_on', (by) => by.asc().nullsLast())
    .execute();
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

test('an agreement in force binds the successor, keeps its text, and its promises go on with what was counted', async () => {
  await takePlace(world, parties);
  const clauses = [
    promise('places', filled()),
    opening('data', {
      purpose: 'Guidance',
      fields: ['name'],
      from: parties.home.id,
      to: parties.provider.id,
      about: 'participants',
      start: '2026-09-01',
      end: '2028-08-31',
    }),
  ];
  const { id, versionId } = await addAgreementInForce(world, [parties.home, parties.provider], clauses);
  const before = await figureOf(world, 'places', id);
  expect(before).toMatchObject({ delivered: 1 });
  await mergeProvider(world, cast);
  expect(await partiesOf(id)).toMatchObject([
    { organisation_id: parties.provider.id, left_on: '2026-10-13' },
    { organisation_id: parties.home.id, left_on: null },
    { organisation_id: third.id, joined_on: '2026-10-13', left_on: null },
  ]);
  expect(await figureOf(world, 'places', id)).toMatchObject({ delivered: 1, promised: 10 });
  const commitments = await world.network.selectFrom('commitment').selectAll().where('agreement_id', '=', id).execute();
  expect(commitments).toMatchObject([{ promiser_id: third.id, closed_on: null }]);
  const grants = await world.network.selectFrom('access_grant').selectAll().where('agreement_id', '=', id).execute();
  expect(grants).toMatchObject([{ to_id: third.id, closed_on: null }]);
  const { content } = await world.network
    .selectFrom('agreement_version')
    .select('content')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(content)).toContain(parties.provider.id);
  await takePlace(world, { ...parties, provider: third });
  expect(await figureOf(world, 'places', id)).toMatchObject({ delivered: 2 });
});

test('what two parties promised each other ends when they become one; what a third was promised goes on', async () => {
  const clauses = [promise('inside', filled({ beneficiary: third.id })), promise('outside', filled())];
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider, third], clauses);
  await mergeProvider(world, cast);
  const rows = await world.network
    .selectFrom('commitment')
    .select(['clause_key', 'promiser_id', 'closed_on'])
    .where('agreement_id', '=', id)
    .orderBy('clause_key')
    .execute();
  expect(rows).toEqual([
    { clause_key: 'inside', promiser_id: parties.provider.id, closed_on: '2026-10-13' },
    { clause_key: 'outside', promiser_id: third.id, closed_on: null },
  ]);
});

test('an agreement whose parties became one is terminated, and one they negotiated is abandoned', async () => {
  const { id } = await addAgreementInForce(world, [parties.provider, third], []);
  const { agreementId } = await addApprovedVersion(world, [parties.provider, third]);
  await mergeProvider(world, cast);
  const states = await world.network
    .selectFrom('agreement')
    .select(['id', 'state', 'end_reason'])
    .where('id', 'in', [id, agreementId])
    .execute();
  expect(states.find((one) => one.id === id)).toMatchObject({
    state: 'terminated',
    end_reason: expect.stringContaining('→'),
  });
  const heir = await addMember(world.db, world.network, third, 'coordinator');
  const { items } = (await world.request(heir, 'GET', '/agreements')).json<AgreementPage>();
  const listed = items.find((item) => item.id === id)?.parties.map((party) => party.organisationId);
  expect(listed?.toSorted()).toEqual([parties.provider.id, third.id].toSorted());
  expect(states.find((one) => one.id === agreementId)).toMatchObject({ state: 'abandoned' });
});

test('an agreement that ended before shows the party that was bound, and what it is part of now', async () => {
  const { agreementId: id } = await addApprovedVersion(world, [parties.home, parties.provider]);
  await sealOpen(world, id);
  await world.network
    .updateTable('agreement')
    .set({ state: 'expired', ended_at: world.clock.at })
    .where('id', '=', id)
    .execute();
  await mergeProvider(world, cast);
  const heir = await addMember(world.db, world.network, third, 'coordinator');
  const view = await readAs(world, heir, id);
  const byId = (organisationId: string) => view.parties.find((party) => party.organisationId === organisationId);
  expect(byId(parties.provider.id)).toMatchObject({ leftOn: null, mergedInto: { id: third.id, name: 'Third' } });
  expect(byId(third.id)).toMatchObject({ joinedOn: null, leftOn: '2026-10-13', mergedInto: null });
  const { items } = (await world.request(heir, 'GET', '/agreements')).json<AgreementPage>();
  expect(items.find((item) => item.id === id)?.parties.map(({ name }) => name)).not.toContain('Third');
});

test('a version being signed is replaced by a draft that names the successor; the signature given stays where it was', async () => {
  const { agreementId, versionId, hash } = await addApprovedVersion(world, [parties.provider, parties.home]);
  const host = await addMember(world.db, world.network, parties.provider, 'coordinator');
  const signatories = [{ organisationId: parties.provider.id }, { organisationId: parties.home.id }];
  const started = await world.request(host, 'POST', `/agreements/${agreementId}/signing`, {
    hash,
    dueOn: '2026-11-13',
    signatories,
  });
  expect(started.statusCode).toBeLessThan(300);
  await mergeProvider(world, cast);
  const versions = await world.network
    .selectFrom('agreement_version')
    .select(['id', 'number', 'state', 'based_on', 'hash'])
    .where('agreement_id', '=', agreementId)
    .orderBy('number')
    .execute();
  expect(versions).toMatchObject([
    { id: versionId, state: 'superseded', hash },
    { number: 2, state: 'draft', based_on: 1, hash: null },
  ]);
  const clauses = await world.network
    .selectFrom('draft_clause')
    .select('body')
    .where('agreement_version_id', '=', versions[1]!.id)
    .execute();
  expect(JSON.stringify(clauses)).toContain(third.id);
  expect(JSON.stringify(clauses)).not.toContain(parties.provider.id);
  const signing = await world.network
    .selectFrom('agreement_signatory')
    .select('organisation_id')
    .where('agreement_version_id', '=', versionId)
    .execute();
  expect(signing.map(({ organisation_id }) => organisation_id)).toContain(parties.provider.id);
});

test('a draft in which the merged party would promise to itself cannot be proposed', async () => {
  const { agreementId } = await addApprovedVersion(world, [parties.provider, third, parties.home]);
  await world.network
    .updateTable('agreement_version')
    .set({ content: sql<never>`jsonb_set(content, '{clauses,1,commitment,beneficiary}', to_jsonb(${third.id}::text))` })
    .where('agreement_id', '=', agreementId)
    .execute();
  const coordinator = await addMember(world.db, world.network, third, 'coordinator');
  await mergeProvider(world, cast);
  const { open } = await readAs(world, coordinator, agreementId);
  const headers = { 'if-match': `"${open?.version}"` };
  const answer = await world.request(coordinator, 'POST', `/agreements/${agreementId}/proposal`, undefined, headers);
  expect(answer.json().code).toBe('agreement.faulty');
});

test('a chain of mergers ends at the last; told twice, nothing changes', async () => {
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider], [promise('places', filled())]);
  await mergeProvider(world, cast);
  const last = await addOrganisation(world.network, 'Last');
  expect((await merge(world, administrator, third.id, last.id)).statusCode).toBe(200);
  await follow(world);
  const open = () =>
    world.network
      .selectFrom('commitment')
      .select('promiser_id')
      .where('agreement_id', '=', id)
      .where('closed_on', 'is', null)
      .execute();
  expect(await open()).toEqual([{ promiser_id: last.id }]);
  const state = async () => [await partiesOf(id), await open()];
  const before = await state();
  await world.network
    .updateTable('audit_event')
    .set({ dispatched_at: null })
    .where('action', '=', 'organisation.merged')
    .execute();
  await follow(world);
  expect(await state()).toEqual(before);
});
