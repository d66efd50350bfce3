import { expect, test } from 'vitest';
import { formatDays } from './format-days.ts';

const now = new Date('2026-10-13T09:00:00Z');
const days = (from: string, to: string, locale = 'en-GB') => formatDays(locale, from, to, now).replaceAll(/\s/g, ' ');

test('days within a year of now need no year, also across its end', () => {
  expect(days('2027-02-01', '2027-06-18')).toBe('1 Feb – 18 Jun');
  expect(days('2026-12-17', '2027-02-25')).toBe('17 Dec – 25 Feb');
});

test('days further away say their year', () => {
  expect(days('2021-09-01', '2022-06-30')).toBe('1 Sept 2021 – 30 Jun 2022');
});

test('a single day is said once', () => {
  expect(days('2027-02-01', '2027-02-01')).toBe('1 Feb');
});

test('Chinese readers read Chinese dates', () => {
  expect(days('2027-02-01', '2027-06-18', 'zh-CN')).toBe('2月1日–6月18日');
});
