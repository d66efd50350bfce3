import { minorUnitsOf } from '@collegium/contract/minor-units';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDay,
  formatList,
  formatMoney,
  formatNumber,
  formatRelative,
  formatShare,
  formatTime,
  type Reader,
} from './format.ts';

const rotterdam: Reader = { locale: 'en-GB', timeZone: 'Europe/Amsterdam' };
const shanghai: Reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
const auckland: Reader = { locale: 'en-NZ', timeZone: 'Pacific/Auckland' };

describe('days and moments', () => {
  test('a moment is told in the reader’s own time, with the zone named', () => {
    expect(formatDateTime(rotterdam, '2026-10-15T10:00:00Z')).toBe('15 October 2026 at 12:00 CEST');
    expect(formatDateTime(shanghai, '2026-10-15T10:00:00Z')).toContain('18:00');
    expect(formatTime(shanghai, '2026-10-15T10:00:00Z')).toBe('18:00');
  });

  test('a joint deadline can be told in the other party’s zone', () => {
    expect(formatDateTime(rotterdam, '2026-10-15T10:00:00Z', 'Asia/Shanghai')).toBe('15 October 2026 at 18:00 GMT+8');
  });

  test('the hour that happens twice in autumn is told apart by its zone', () => {
    expect(formatDateTime(rotterdam, '2026-10-25T00:30:00Z')).toBe('25 October 2026 at 02:30 CEST');
    expect(formatDateTime(rotterdam, '2026-10-25T01:30:00Z')).toBe('25 October 2026 at 02:30 CET');
  });

  test('a calendar date is the same day everywhere', () => {
    expect(formatDate(rotterdam, '2026-10-15')).toBe('15 October 2026');
    expect(formatDate(auckland, '2026-10-15')).toBe('15 October 2026');
    expect(formatDate(shanghai, '2026-10-15')).toBe('2026年10月15日');
  });

  test('midnight is 00:00, not 24:00', () => {
    expect(formatTime(rotterdam, '2026-10-14T22:00:00Z')).toBe('00:00');
  });

  test('lists leave the year out', () => {
    expect(formatDay(rotterdam, '2026-10-15T10:00:00Z')).toBe('15 Oct');
  });

  test('a range says once what both ends share', () => {
    expect(formatDateRange(rotterdam, '2027-02-01T09:00:00Z', '2027-06-18T09:00:00Z')).toBe(
      '1 Feb\u2009–\u200918 Jun 2027',
    );
  });
});

describe('how long', () => {
  const now = new Date('2026-10-15T10:00:00Z');

  test('the largest unit that fits is used', () => {
    expect(formatRelative(rotterdam, '2026-10-15T09:20:00Z', now)).toBe('40 minutes ago');
    expect(formatRelative(rotterdam, '2026-10-18T10:00:00Z', now)).toBe('in 3 days');
    expect(formatRelative(shanghai, '2026-10-14T10:00:00Z', now)).toBe('昨天');
  });

  test('less than a minute is this minute', () => {
    expect(formatRelative(rotterdam, '2026-10-15T09:59:55Z', now)).toBe('this minute');
  });
});

describe('numbers', () => {
  test('thousands are grouped', () => {
    expect(formatNumber(rotterdam, 1460)).toBe('1,460');
  });

  test('shares are whole percentages', () => {
    expect(formatShare(rotterdam, 0.901)).toBe('90%');
  });

  test('money comes from minor units, whatever the currency’s minor unit is', () => {
    expect(formatMoney(rotterdam, 4_820_000, 'EUR')).toBe('€48,200');
    expect(formatMoney(rotterdam, 4_820_050, 'EUR')).toBe('€48,200.50');
    expect(formatMoney(rotterdam, 12_000, 'JPY')).toBe('JP¥12,000');
    expect(['EUR', 'JPY', 'TND', 'EU', ''].map(minorUnitsOf)).toEqual([100, 1, 1_000, 100, 100]);
  });

  test('lists are joined as the language joins them', () => {
    expect(formatList(rotterdam, ['Ribeira', 'Jianglan', 'Vantera'])).toBe('Ribeira, Jianglan and Vantera');
    expect(formatList(shanghai, ['里贝拉', '江澜', '万特拉'])).toBe('里贝拉、江澜和万特拉');
  });
});
