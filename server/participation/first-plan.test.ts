import { expect, test } from 'vitest';
import { firstPlan, type OfferFacts } from './first-plan.ts';

const course: OfferFacts = {
  title: { en: 'Port logistics', 'zh-CN': '港口物流' },
  details: { kind: 'course', learningOutcomes: ['Plan a berth', 'Price a delay'] },
  starts_on: '2026-09-01',
  ends_on: '2026-12-18',
  hours: null,
  credits_ects: 6,
};

test('the learning outcomes of a course are its goals, and its credits its hours', () => {
  expect(firstPlan(course, 'en')).toEqual({
    goals: [
      { id: 'g1', text: 'Plan a berth' },
      { id: 'g2', text: 'Price a delay' },
    ],
    tasks: '',
    starts_on: '2026-09-01',
    ends_on: '2026-12-18',
    hours: 150,
  });
});

test('the tasks of an internship are its goals, line by line, and its weeks its hours', () => {
  const plan = firstPlan(
    {
      ...course,
      credits_ects: null,
      details: { kind: 'internship', hoursPerWeek: 30, tasks: '• Clean data\n\n  - Explain results ' },
      ends_on: '2026-09-29',
    },
    'en',
  );
  expect(plan?.goals.map((goal) => goal.text)).toEqual(['Clean data', 'Explain results']);
  expect(plan?.hours).toBe(120);
});

test('hours that the offer states come before any reckoning', () => {
  expect(firstPlan({ ...course, hours: 90 }, 'en')?.hours).toBe(90);
});

test('without goals of its own, the title is what will be learnt, in the learner’s language', () => {
  const exchange: OfferFacts = { ...course, details: { kind: 'exchange_place' } };
  expect(firstPlan(exchange, 'zh-CN')?.goals).toEqual([{ id: 'g1', text: '港口物流' }]);
});

test.each([
  ['first day', { starts_on: null }],
  ['last day', { ends_on: null }],
  ['hours or credits', { credits_ects: null }],
])('without %s there is nothing to propose', (_what, missing) => {
  expect(firstPlan({ ...course, ...missing }, 'en')).toBeUndefined();
});
