import { describe, expect, it } from 'vitest';
import { solve } from '../solve.ts';
import { asProblem, hasKnownAnswers, type IndexedInstance, knownAnswers } from '../testing/known-answers.ts';

interface Strict extends IndexedInstance {
  readonly resident_optimal: readonly (number | null)[];
}
const strict = knownAnswers('hr-strict.json') as Strict[];

describe('deferred acceptance', () => {
  it('gives every learner their best stable place (Gale and Shapley 1962)', () => {
    const { allocation } = solve({
      learners: [
        { id: 'ana', preferences: ['lab', 'clinic'] },
        { id: 'ben', preferences: ['clinic', 'lab'] },
        { id: 'cem', preferences: ['lab'] },
      ],
      offers: [
        { id: 'lab', capacity: 1, priorities: ['ben', 'ana', 'cem'] },
        { id: 'clinic', capacity: 1, priorities: ['ana', 'ben'] },
      ],
    });
    expect(allocation).toEqual({ ana: 'lab', ben: 'clinic', cem: null });
  });

  it('never places a learner whom the offer does not rank', () => {
    const { allocation } = solve({
      learners: [{ id: 'ana', preferences: ['lab'] }],
      offers: [{ id: 'lab', capacity: 1, priorities: [] }],
    });
    expect(allocation).toEqual({ ana: null });
  });

  it('lets a learner with several places hold as many', () => {
    const { allocation } = solve({
      learners: [
        { id: 'ana', preferences: ['a', 'b', 'c'], places: 2 },
        { id: 'ben', preferences: ['a'] },
      ],
      offers: [
        { id: 'a', capacity: 1, priorities: ['ben', 'ana'] },
        { id: 'b', capacity: 1, priorities: ['ana'] },
        { id: 'c', capacity: 1, priorities: ['ana'] },
      ],
    });
    expect(allocation).toEqual({ ana: ['b', 'c'], ben: 'a' });
  });

  it.skipIf(!hasKnownAnswers).each(strict)('finds the learner-optimal matching of $id', (given) => {
    const { allocation, statistics } = solve(asProblem(given));
    const expected = given.resident_optimal.map((offer) => (offer === null ? null : `o${offer}`));
    expect(given.residents.map((_, i) => allocation[`l${i}`])).toEqual(expected);
    expect(statistics.blockingPairs).toBe(0);
  });
});
