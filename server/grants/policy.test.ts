import type { GrantGroup } from '@collegium/contract/commitments.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAgreementInForce, takePlace } from '../commitments/testing.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, type Parties } from '../testing/placement.ts';
import { addOrganisation, type TestOrganisation } from '../testing/world.ts';
import { isOpened, opens, type GrantFacts } from './policy.ts';

let world: TestApp;
let parties: Parties;
let third: TestOrganisation;
let grantId: string;
let agreementId: string;
beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
  third = await addOrganisation(world.network, 'Jianglan');
  await takePlace(world, parties);
  const { id, versionId } = await addAgreementInForce(world, [parties.home, parties.provider, third], []);
  agreementId = id;
  grantId = newId();
  await world.network
    .insertInto('access_grant')
    .values({
      id: grantId,
      agreement_id: id,
      agreement_version_id: versionId,
      clause_key: 'data',
      title: jsonb({ en: 'Data' }),
      terms: jsonb({}) as never,
      purpose: 'Supervise',
      fields: ['name'],
      about: 'learners',
      starts_on: '2026-10-01',
      ends_on: '2026-10-31',
      created_at: frozenAt,
    })
    .execute();
});
afterAll(() => world.close());

const ids = () => [parties.home.id, parties.provider.id, third.id];
const bound = (organisationId: string) => ({ organisationId, joinedOn: '2026-01-01', leftOn: null });
const day = fc.integer({ min: 8, max: 18 }).map((date) => `2026-10-${String(date).padStart(2, '0')}`);
const party = fc.record({ joinedOn: fc.option(day), leftOn: fc.option(day) });

test('whatever the clause, the agreement and the day: the database opens exactly what the rule opens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('in_force', 'suspended', 'terminated', 'expired'),
      fc.option(fc.integer({ min: 0, max: 2 })),
      fc.option(fc.integer({ min: 0, max: 2 })),
      fc.constantFrom<GrantGroup>('participants', 'learners'),
      fc.tuple(day, day, fc.option(day), day),
      fc.tuple(party, party, party),
      async (agreementState, from, to, about, [one, other, closedOn, today], standing) => {
        fc.pre(from === null || from !== to);
        const [startsOn, endsOn] = [one, other].toSorted() as [string, string];
        const facts: GrantFacts = {
          agreementState,
          fromId: from === null ? null : (ids()[from] ?? null),
          toId: to === null ? null : (ids()[to] ?? null),
          about,
          startsOn,
          endsOn,
          closedOn,
          parties: standing.map(({ joinedOn, leftOn }, index) => ({
            organisationId: ids()[index] ?? '',
            joinedOn,
            leftOn: joinedOn !== null && leftOn !== null && leftOn < joinedOn ? joinedOn : leftOn,
          })),
        };
        await write(facts);
        const now = new Date(`${today}T12:00:00Z`);
        const opened = await world.network
          .selectFrom('access_grant')
          .innerJoin('agreement', 'agreement.id', 'access_grant.agreement_id')
          .innerJoin('organisation as reader', (join) => join.on(sql<boolean>`true`))
          .innerJoin('organisation as home', (join) => join.on(sql<boolean>`true`))
          .innerJoin('person', (join) => join.on('person.id', '=', parties.learner.personId))
          .select(['reader.id as reader', 'home.id as home'])
          .where('access_grant.id', '=', grantId)
          .where(isOpened(now, { reader: 'reader.id', home: 'home.id', person: 'person.id' }))
          .execute();
        const expected = ids().flatMap((reader) =>
          ids().flatMap((home) => {
            const takesPart = reader === parties.provider.id && home === parties.home.id;
            return opens(facts, { reader, home, takesPart, day: today }) ? [`${reader} ${home}`] : [];
          }),
        );
        expect(opened.map(({ reader, home }) => `${reader} ${home}`).toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

test('access ends with the clause: the day after its last, nothing is open, whatever else holds', () => {
  fc.assert(
    fc.property(day, day, (endsOn, today) => {
      const facts: GrantFacts = {
        agreementState: 'in_force',
        fromId: null,
        toId: null,
        about: 'learners',
        startsOn: '2026-01-01',
        endsOn,
        closedOn: null,
        parties: [bound('a'), bound('b')],
      };
      expect(opens(facts, { reader: 'a', home: 'b', takesPart: true, day: today })).toBe(today <= endsOn);
    }),
  );
});

async function write(facts: GrantFacts): Promise<void> {
  await world.network
    .updateTable('access_grant')
    .set({
      from_id: facts.fromId,
      to_id: facts.toId,
      about: facts.about,
      starts_on: facts.startsOn,
      ends_on: facts.endsOn,
      closed_on: facts.closedOn,
    })
    .where('id', '=', grantId)
    .execute();
  await world.network
    .updateTable('agreement')
    .set({ state: facts.agreementState })
    .where('id', '=', agreementId)
    .execute();
  for (const { organisationId, joinedOn, leftOn } of facts.parties)
    await world.network
      .updateTable('agreement_party')
      .set({ joined_on: joinedOn, left_on: leftOn })
      .where('agreement_id', '=', agreementId)
      .where('organisation_id', '=', organisationId)
      .execute();
}
