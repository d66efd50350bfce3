import { expect, test } from 'vitest';
import { emptyAssessment, goalsMissing, toAssessmentInput } from './assessment-values.ts';

const goals = [
  { id: 'g1', text: 'Clean sensor data' },
  { id: 'g2', text: 'Explain results' },
];

test('every goal must have a level before anything is sent', () => {
  const values = emptyAssessment(goals, 15);
  expect(goalsMissing(goals, values)).toEqual(['g1', 'g2']);
  expect(goalsMissing(goals, { ...values, levels: { g1: 'reached', g2: '' } })).toEqual(['g2']);
});

test('what is left empty is not given', () => {
  const values = emptyAssessment(goals, null);
  const filled = { ...values, levels: { g1: 'reached', g2: 'partly' } as const, statement: ' Good work. ' };
  expect(toAssessmentInput(goals, { ...filled, comments: { g1: ' ', g2: 'More charts' } })).toEqual({
    goalResults: [
      { goalId: 'g1', level: 'reached' },
      { goalId: 'g2', level: 'partly', comment: 'More charts' },
    ],
    statement: 'Good work.',
    grade: null,
    gradeScale: null,
    creditsEcts: null,
  });
});
