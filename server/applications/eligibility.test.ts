import {
  eligibilityFailures,
  levels,
  type EligibilityRule,
  type LearnerFacts,
} from '@collegium/contract/eligibility.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonb } from '../platform/database/database.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { isEligible } from './eligibility.ts';
import { addLearners, addOffer } from './testing.ts';

let world: TestApp;
let home: TestOrganisation;
let learner: TestMember;
let offerId: string;

beforeAll(async () => {
  world = await createTestApp();
  home = await addOrganisation(world.network, 'Ribeira');
  [learner] = (await addLearners(world, home, 1)) as [TestMember];
  offerId = await addOffer(world, home, 1);
});
afterAll(() => world.close());

const level = fc.constantFrom(...levels);
const code = fc.constantFrom('04', '041', '0413', '061', '0612');
const mark = fc.integer({ min: 0, max: 100 }).map((value) => value / 20);
const result = fc.record({
  test: fc.constantFrom('TOEFL iBT', 'toefl ibt', 'IELTS', 'HSK "5"'),
  score: fc.integer({ min: 0, max: 12 }).map((value) => value / 2),
});
const organisationId = fc.constantFrom('here', 'elsewhere');

const rule: fc.Arbitrary<EligibilityRule> = fc.oneof(
  fc.record({ type: fc.constant('level' as const), anyOf: fc.array(level, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('field' as const), anyOf: fc.array(code, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('grade_average' as const),
    minimum: mark,
    maximum: fc.constantFrom(4, 4.3, 5, 20, 100),
  }),
  fc.record({ type: fc.constant('terms_completed' as const), minimum: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant('language_test' as const), anyOf: fc.array(result, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('organisation' as const), anyOf: fc.array(organisationId, { minLength: 1 }) }),
);

const profile = fc.option(
  fc
    .record({
      level: fc.option(level),
      fieldCode: fc.option(code),
      gradeAverage: fc.option(mark),
      gradeAverageMaximum: fc.constantFrom(5, 6, 20, 100),
      termsCompleted: fc.option(fc.integer({ min: 0, max: 4 })),
      languageResults: fc.array(result, { maxLength: 3 }),
    })
    .map((facts) => ({
      ...facts,
      gradeAverageMaximum: facts.gradeAverage === null ? null : facts.gradeAverageMaximum,
    })),
);

const unknown = {
  level: null,
  fieldCode: null,
  gradeAverage: null,
  gradeAverageMaximum: null,
  termsCompleted: null,
  languageResults: [],
};

test('the conditions of an offer mean the same to the database as to the page', async () => {
  const outcomes = { met: 0, unmet: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 2 }), profile, async (drawn, facts) => {
      const rules = drawn.map((one) =>
        one.type === 'organisation' ? { ...one, anyOf: one.anyOf.map((id) => (id === 'here' ? home.id : id)) } : one,
      );
      await keep(rules, facts);
      const isMet = eligibilityFailures(rules, { ...unknown, ...facts, organisationId: home.id }).length === 0;
      outcomes[isMet ? 'met' : 'unmet'] += 1;
      expect(await ask()).toBe(isMet);
    }),
    { numRuns: 200 },
  );
  expect(Math.min(outcomes.met, outcomes.unmet)).toBeGreaterThan(20);
});

test('an average that is exactly enough is enough, whatever its scale', async () => {
  const rules: EligibilityRule[] = [{ type: 'grade_average', minimum: 57, maximum: 100 }];
  const facts = { ...unknown, gradeAverage: 0.57, gradeAverageMaximum: 1 };
  await keep(rules, facts);
  expect(await ask()).toBe(true);
  expect(eligibilityFailures(rules, { ...facts, organisationId: home.id })).toEqual([]);
});

async function keep(rules: EligibilityRule[], facts: Omit<LearnerFacts, 'organisationId'> | null): Promise<void> {
  await world.network
    .updateTable('offer')
    .set({ eligibility: jsonb(rules) })
    .where('id', '=', offerId)
    .execute();
  await world.network.deleteFrom('learner_profile').execute();
  if (!facts) return;
  await world.network
    .insertInto('learner_profile')
    .values({
      person_id: learner.personId,
      level: facts.level,
      field_code: facts.fieldCode,
      grade_average: facts.gradeAverage,
      grade_average_maximum: facts.gradeAverageMaximum,
      terms_completed: facts.termsCompleted,
      language_results: jsonb(facts.languageResults),
      updated_at: frozenAt,
    })
    .execute();
}

async function ask(): Promise<boolean> {
  const found = await world.network
    .selectFrom('offer')
    .select('id')
    .where('id', '=', offerId)
    .where((eb) => isEligible(eb, learner))
    .executeTakeFirst();
  return found !== undefined;
}
