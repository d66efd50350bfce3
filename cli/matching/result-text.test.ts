import { solve, solveAndExplain } from '@collegium/matching';
import { expect, test } from 'vitest';
import { resultText } from './result-text.ts';

function problemOf(learners: number) {
  return {
    seed: '7f'.repeat(32),
    learners: Array.from({ length: learners }, (_, i) => ({ id: `l"${i}`, preferences: ['lab', 'clinic'] })),
    offers: [
      { id: 'lab', capacity: 1 },
      { id: 'clinic', capacity: 1 },
    ],
  };
}

test.each([0, 1, 3, 1_000, 1_001, 2_500])('the pieces for %i learners are the whole result', (learners) => {
  const problem = problemOf(learners);
  const { result, explanations } = solveAndExplain(problem);
  const pieces = [...resultText(result, explanations)];
  expect(JSON.parse(pieces.join('\n'))).toEqual(JSON.parse(JSON.stringify(solve(problem, { explain: true }))));
  for (const piece of pieces) expect(piece.length).toBeLessThan(1_000_000);
});

test('without reasons it is the result alone', () => {
  const result = solve(problemOf(2));
  expect([...resultText(result, undefined)].map((piece) => JSON.parse(piece))).toEqual([
    JSON.parse(JSON.stringify(result)),
  ]);
});
