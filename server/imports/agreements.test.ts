import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, addRound, addWishes, runRound } from '../allocation/testing.ts';
import { followAll } from '../commitments/testing.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { importText } from './testing.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, '../shared/data/exchange');
const file = (name: string) => readFileSync(resolve(folder, name));
const mapping = (name: string): object =>
  JSON.parse(readFileSync(resolve(root, 'samples/mappings', name), 'utf8')) as object;

let world: TestApp;
let administrator: TestMember;
let coordinator: TestMember;
let learners: TestMember[];
beforeAll(async () => {
  world = await createTestApp();
  const home = await addOrganisation(world.network, 'Hanyang');
  administrator = await addMember(world.db, world.network, home, 'network_administrator');
  coordinator = await addMember(world.db, world.network, home, 'coordinator');
  learners = [];
  for (let number = 0; number < 60; number += 1)
    learners.push(await addMember(world.db, world.network, home, 'learner', `Learner ${number}`));
});
afterAll(() => world.close());

const columns = 'id,provider,title,kind,places,allocatedBy,agreementStartsOn,agreementEndsOn';
const rows = (lines: string[]) =>
  ['id,provider,title.en,kind,places,allocatedBy,agreementStartsOn,agreementEndsOn', ...lines].join('\n');
const fields = {
  ...Object.fromEntries(columns.split(',').map((column) => [column, column])),
  title: { en: 'title.en' },
  details: { kind: { constant: 'exchange_place' } },
};

test('an agreement that ends before it begins is refused with its field, and one that is there already stays', async () => {
  await addOrganisation(world.network, 'Twente');
  const content = rows([
    '1,Twente,Exchange,exchange_place,2,round,2026-09-01,2026-08-31',
    '2,Twente,Exchange,exchange_place,2,round,2026-09-01,2027-08-31',
  ]);
  const options = { mapping: { source: 'test', fields }, apply: 'valid' as const };
  const first = await importText(world, administrator, 'agreements', content, options);
  expect(first).toMatchObject({ rowsCreated: 1, problemCount: 1 });
  expect(first.problems[0]).toMatchObject({ row: 2, code: 'import.value_wrong' });
  expect(await importText(world, administrator, 'agreements', content, options)).toMatchObject({
    rowsCreated: 0,
    rowsUnchanged: 1,
  });
});

test.skipIf(!existsSync(folder))(
  'real agreements: 88 in force with their conditions, 187 places promised, offered under them, allocated, and measured',
  async () => {
    await importText(world, administrator, 'organisations', file('hanyang-universities.csv'), {
      mapping: mapping('hanyang-organisations.json'),
      apply: 'all',
    });
    const summary = await importText(world, administrator, 'agreements', file('hanyang-2022.csv'), {
      mapping: mapping('hanyang-agreements.json'),
      apply: 'all',
    });
    expect(summary).toMatchObject({ rowsCreated: 88, problemCount: 0 });
    await followAll(world);
    const promised = await figures();
    expect(promised).toEqual({ agreements: 88, promised: 187, delivered: 0 });

    const offers = await world.network
      .selectFrom('offer')
      .select(['id', 'eligibility'])
      .where('external_source', '=', 'hanyang-2022')
      .where('audience', '=', 'agreement')
      .where('agreement_id', 'is not', null)
      .orderBy('id')
      .execute();
    expect(offers).toHaveLength(88);
    expect(offers.filter(({ eligibility }) => eligibility.some(({ type }) => type === 'grade_average'))).toHaveLength(
      86,
    );
    await world.network
      .insertInto('learner_profile')
      .values(
        learners.map(({ personId }) => ({
          person_id: personId,
          grade_average: 4.4,
          grade_average_maximum: 4.5,
          language_results: sql<never>`'[{"test": "TOEFL iBT", "score": 112}, {"test": "IELTS", "score": 8.5}]'::jsonb`,
          updated_at: world.clock.at,
        })),
      )
      .execute();

    const { id } = await addRound(world, coordinator);
    expect(
      (
        await world.request(coordinator, 'POST', `/rounds/${id}/offers`, { offerIds: offers.map((offer) => offer.id) })
      ).json().offerCount ?? 88,
    ).toBe(88);
    await world.request(coordinator, 'POST', `/rounds/${id}/learners`, {});
    await act(world, coordinator, id, 'open');
    for (const [index, learner] of learners.entries())
      await addWishes(
        world,
        id,
        learner,
        [0, 1, 2].map((step) => offers[(index * 7 + step * 11) % offers.length]?.id ?? ''),
      );
    await runRound(world, coordinator, id);
    const published = await act(world, coordinator, id, 'publish', {});
    expect(published.statusCode).toBe(200);
    const offered = await world.network
      .selectFrom('application')
      .select(['id', 'person_id', 'version'])
      .where('round_id', '=', id)
      .where('state', '=', 'offered')
      .execute();
    for (const application of offered) {
      const learner = learners.find(({ personId }) => personId === application.person_id) ?? null;
      await world.request(learner, 'POST', `/applications/${application.id}/accept`, undefined, {
        'if-match': `"${application.version}"`,
      });
    }
    const placed = await world.network
      .selectFrom('application')
      .select('id')
      .where('round_id', '=', id)
      .where('state', '=', 'accepted')
      .execute();
    expect(placed.length).toBeGreaterThan(50);
    await followAll(world);
    expect(await figures()).toEqual({ agreements: 88, promised: 187, delivered: 0 });

    // The places are taken in the year for which they were promised.
    await world.network
      .updateTable('offer')
      .set({ starts_on: '2022-09-01', ends_on: '2023-01-31' })
      .where('external_source', '=', 'hanyang-2022')
      .execute();
    for (const offer of offers)
      await world.network
        .insertInto('audit_event')
        .values({
          id: sql<string>`gen_random_uuid()`,
          at: world.clock.at,
          action: 'offer.changed',
          object_type: 'offer',
          object_id: offer.id,
        })
        .execute();
    await followAll(world);
    expect(await figures()).toEqual({ agreements: 88, promised: 187, delivered: placed.length });
  },
  120_000,
);

async function figures() {
  const row = await world.network
    .selectFrom('commitment_figure')
    .innerJoin('commitment', 'commitment.id', 'commitment_figure.commitment_id')
    .innerJoin('agreement', 'agreement.id', 'commitment.agreement_id')
    .select((eb) => [
      eb.fn.count<number>('agreement.id').distinct().as('agreements'),
      eb.fn.sum<number>('promised').as('promised'),
      eb.fn.sum<number>('delivered').as('delivered'),
    ])
    .where('agreement.reference', 'like', 'hanyang-2022/%')
    .executeTakeFirstOrThrow();
  return { ...row };
}
