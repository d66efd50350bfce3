import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, wallClockOf } from './wall-clock.ts';

describe('wallClockOf', () => {
  test('shows the zone’s own time', () => {
    const instant = new Date('2026-10-15T10:00:00Z');
    expect(wallClockOf(instant, 'Europe/Amsterdam')).toBe('2026-10-15T12:00');
    expect(wallClockOf(instant, 'Asia/Shanghai')).toBe('2026-10-15T18:00');
    expect(wallClockOf(instant, 'Asia/Kolkata')).toBe('2026-10-15T15:30');
  });

  test('midnight is 00:00 of the new day', () => {
    expect(wallClockOf(new Date('2026-10-14T22:00:00Z'), 'Europe/Amsterdam')).toBe('2026-10-15T00:00');
  });
});

describe('instantOf', () => {
  test('reads a time as the zone’s', () => {
    expect(instantOf('2026-10-15T12:00', 'Europe/Amsterdam')).toEqual(new Date('2026-10-15T10:00:00Z'));
    expect(instantOf('2026-01-15T12:00', 'Europe/Amsterdam')).toEqual(new Date('2026-01-15T11:00:00Z'));
  });

  test('of the hour that happens twice, the first counts', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Amsterdam')).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(instantOf('2026-11-01T01:30', 'America/New_York')).toEqual(new Date('2026-11-01T05:30:00Z'));
  });

  test('a time that is skipped counts as that much later', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Amsterdam')).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(instantOf('2026-03-08T02:30', 'America/New_York')).toEqual(new Date('2026-03-08T07:30:00Z'));
  });

  test.each(['', '2026-10-15', '15/10/2026 12:00', '2026-02-30T12:00', '2026-13-01T00:00', '2026-10-15T25:00'])(
    '“%s” is no time',
    (text) => {
      expect(instantOf(text, 'Europe/Amsterdam')).toBeUndefined();
    },
  );

  test('what the clock shows leads back to the same minute, save in the doubled hour', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Shanghai',
      'Asia/Kolkata',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
    );
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const shown = wallClockOf(new Date(minute * 60_000), zone);
        expect(wallClockOf(instantOf(shown, zone)!, zone)).toBe(shown);
      }),
    );
  });
});
