import { expect, test } from 'vitest';
import { ApiProblem, Unreachable } from '../../api/problem.ts';
import { refusalOf } from './refusal.ts';

const refused = (status: number, code: string) => refusalOf(new ApiProblem(status, { code, title: 'No.' }));

test('one waits for what somebody holds, and asks for another time when this one is closed', () => {
  expect(refused(409, 'booking.clash')).toBe('held');
  expect(refused(422, 'booking.rules_not_met')).toBe('closed');
  expect(refused(409, 'booking.not_for_you')).toBe('closed');
});

test('another time is of no use without a passport, beyond a quota, and without an answer', () => {
  expect(refused(409, 'booking.passport_missing')).toBe('other');
  expect(refused(409, 'booking.quota_reached')).toBe('other');
  expect(refusalOf(new Unreachable(new Error('offline')))).toBe('other');
});
