import { expect, test } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { faultsByWish } from './faults.ts';

test('each sentence stands with the wish that it is about', () => {
  const error = new ApiProblem(422, {
    code: 'application.not_eligible',
    errors: [
      { pointer: '/offerIds/1', detail: 'Your level must be master.' },
      { pointer: '/offerIds/1', detail: 'You must have completed at least 2 terms.' },
      { pointer: '/offerIds/7', detail: 'Of a list that nobody sent.' },
      { pointer: '/statement', detail: 'Keep this shorter.' },
    ],
  });
  expect([...faultsByWish(error, ['a', 'b'])]).toEqual([
    ['b', ['Your level must be master.', 'You must have completed at least 2 terms.']],
  ]);
});

test('another failure says nothing against a wish', () => {
  expect(faultsByWish(new Error('no network'), ['a']).size).toBe(0);
  expect(faultsByWish(null, []).size).toBe(0);
});
