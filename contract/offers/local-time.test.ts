import { assert, constantFrom, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, isTimeZone, localTimeOf } from './local-time.ts';

test('a wall clock is read in its zone, in winter and in summer', () => {
  expect(instantOf('2026-12-01T09:00', 'Europe/Paris')?.toISOString()).toBe('2026-12-01T08:00:00.000Z');
  expect(instantOf('2026-07-01T09:00', 'Europe/Paris')?.toISOString()).toBe('2026-07-01T07:00:00.000Z');
  expect(instantOf('2026-07-01T00:15', 'Asia/Kathmandu')?.toISOString()).toBe('2026-06-30T18:30:00.000Z');
  expect(instantOf('2026-01-01T00:00', 'Pacific/Kiritimati')?.toISOString()).toBe('2025-12-31T10:00:00.000Z');
});

test('a time that the clocks jump over does not exist, nor does a day that the calendar lacks', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Paris')).toBeUndefined();
  expect(instantOf('2011-12-30T12:00', 'Pacific/Apia')).toBeUndefined();
  expect(instantOf('2026-02-30T12:00', 'Europe/Paris')).toBeUndefined();
});

test('a time that comes twice means the first', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Paris')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('clocks that go back inside a session lengthen it by the hour that people really sit there', () => {
  const from = instantOf('2026-10-24T22:00', 'Europe/Paris');
  const to = instantOf('2026-10-25T06:00', 'Europe/Paris');
  expect((to!.getTime() - from!.getTime()) / 3_600_000).toBe(9);
});

test('every instant’s wall clock leads back to it, or to its earlier twin', () => {
  const zone = constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Shanghai');
  const instant = date({ min: new Date('1975-01-01Z'), max: new Date('2060-01-01Z'), noInvalidDate: true });
  assert(
    property(zone, instant, (timeZone, at) => {
      const local = localTimeOf(at, timeZone);
      const back = instantOf(local, timeZone);
      expect(back && localTimeOf(back, timeZone)).toBe(local);
    }),
  );
});

test('zones are those of the IANA database, not offsets, abbreviations or inventions', () => {
  expect(['UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/Argentina/Ushuaia'].every(isTimeZone)).toBe(true);
  expect(['', 'CET', '+01:00', '+0100', 'Europe/Atlantis', 'SystemV/AST4', "'; drop"].some(isTimeZone)).toBe(false);
});
