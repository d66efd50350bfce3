import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysOf, step, weekdayOf } from './days.ts';
import { draftKeyOf, firstFree, moved, type Draft } from './draft.ts';
import { instantAt, lanes, place } from './place.ts';
import { closedStretches, hoursShown, occupancy, timeLeft } from './stretches.ts';

const zone = 'Europe/Amsterdam';
const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
const hour = 3_600_000;
const length = (date: string) => (dayOf(date, zone).endsAt - dayOf(date, zone).startsAt) / hour;
const held = (startsAt: number, endsAt: number, quantity = 1, isCertain = true) => ({
  startsAt,
  endsAt,
  quantity,
  isCertain,
});
const key = (name: string, rest: object = {}) =>
  draftKeyOf({ key: name, shiftKey: false, altKey: false, ...rest }, false);

describe('days', () => {
  test('a week begins on Monday, a month on its first', () => {
    expect(daysOf('week', '2026-10-14', zone).map(({ date }) => date)).toEqual([
      '2026-10-12',
      '2026-10-13',
      '2026-10-14',
      '2026-10-15',
      '2026-10-16',
      '2026-10-17',
      '2026-10-18',
    ]);
    expect(daysOf('month', '2028-02-14', zone)).toHaveLength(29);
    expect(daysOf('day', '2026-12-31', zone).map(({ date }) => date)).toEqual(['2026-12-31']);
  });

  test('a day lasts 23 or 25 hours when clocks change', () => {
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-10-26')]).toEqual([23, 25, 24]);
  });

  test('stepping goes over the end of the year', () => {
    expect(step('day', '2026-12-31', 1)).toBe('2027-01-01');
    expect(step('week', '2027-01-01', -1)).toBe('2026-12-25');
    expect(step('month', '2026-12-31', 1)).toBe('2027-01-01');
    expect(step('month', '2026-03-31', -1)).toBe('2026-02-01');
    expect(weekdayOf('2026-10-18')).toBe(7);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('closed hours', () => {
  const openings = [{ weekday: 2, opensMinute: 480, closesMinute: 720, audience: 'own' as const }];
  const day = dayOf('2026-10-13', zone);

  test('are those of the place, seen by the reader’s clock', () => {
    const closed = closedStretches({ openings, exceptions: [], timeZone: 'Asia/Shanghai' }, day);
    expect(closed.map(({ startsAt, endsAt }) => [iso(startsAt), iso(endsAt)])).toEqual([
      ['2026-10-12T22:00', '2026-10-13T00:00'],
      ['2026-10-13T04:00', '2026-10-13T22:00'],
    ]);
  });

  test('an exception closes a day and says why', () => {
    const exceptions = [{ onDate: '2026-10-13', opensMinute: null, closesMinute: null, note: 'Calibration' }];
    const closed = closedStretches({ openings, exceptions, timeZone: zone }, day);
    expect(closed).toEqual([{ startsAt: day.startsAt, endsAt: day.endsAt, note: 'Calibration' }]);
  });

  test('without hours it is always open', () => {
    expect(closedStretches({ openings: [], exceptions: [], timeZone: zone }, day)).toEqual([]);
  });
});

test('hours that are drawn grow with what lies outside 8 to 20', () => {
  const day = dayOf('2026-10-13', zone);
  expect(hoursShown([day], [])).toEqual([8, 20]);
  const early = { startsAt: day.startsAt + 6.5 * hour, endsAt: day.startsAt + 7 * hour };
  const late = { startsAt: day.startsAt + 21 * hour, endsAt: day.endsAt + hour };
  expect(hoursShown([day], [early, late])).toEqual([6, 24]);
});

test('a block stands at its share of the day, cut at its edges', () => {
  const day = dayOf('2026-10-13', zone);
  const block = { startsAt: day.startsAt + 11 * hour, endsAt: day.startsAt + 14 * hour };
  expect(place(block, day, [8, 20])).toEqual({ start: 0.25, length: 0.25 });
  expect(place({ startsAt: 0, endsAt: day.startsAt + 9 * hour }, day, [8, 20])).toEqual({ start: 0, length: 1 / 12 });
  expect(place({ startsAt: day.endsAt, endsAt: day.endsAt + hour }, day, [8, 20])).toBeUndefined();
  expect(iso(instantAt(0.26, day, [8, 20], 30))).toBe('2026-10-13T09:00');
});

test('no two blocks in a lane overlap, and no lane is more than needed', () => {
  const block = fc
    .record({ startsAt: fc.nat(100), length: fc.integer({ min: 1, max: 30 }) })
    .map(({ startsAt, length }) => ({ startsAt, endsAt: startsAt + length }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      const placed = lanes(blocks);
      expect(placed).toHaveLength(blocks.length);
      for (const one of placed)
        for (const other of placed)
          if (one !== other && one.lane === other.lane)
            expect(one.block.endsAt <= other.block.startsAt || other.block.endsAt <= one.block.startsAt).toBe(true);
      for (const { block, of } of placed)
        expect(of).toBeLessThanOrEqual(blocks.filter((one) => one.startsAt < block.endsAt + 1000).length);
    }),
  );
});

test('a pool is as full as those who hold it, step by step', () => {
  expect(occupancy([held(0, 4), held(2, 6, 2), held(8, 9, 1, false)])).toEqual([
    { startsAt: 0, endsAt: 2, held: 1, asked: 0 },
    { startsAt: 2, endsAt: 4, held: 3, asked: 0 },
    { startsAt: 4, endsAt: 6, held: 2, asked: 0 },
    { startsAt: 8, endsAt: 9, held: 0, asked: 1 },
  ]);
  expect(timeLeft({ startsAt: 0, endsAt: 10 }, [held(0, 4), held(2, 6), held(8, 19)])).toBe(2);
  expect(timeLeft({ startsAt: 0, endsAt: 10 }, [])).toBe(10);
});

describe('choosing by keys', () => {
  const draft: Draft = { resourceId: 'r', startsAt: 0, endsAt: hour };

  test('arrows move, with Shift they change the length, with Alt the day', () => {
    expect([
      key('ArrowRight'),
      key('ArrowLeft', { shiftKey: true }),
      key('ArrowRight', { altKey: true }),
      key('a'),
    ]).toEqual(['later', 'shorter', 'day after', undefined]);
    expect(draftKeyOf({ key: 'ArrowRight', shiftKey: false, altKey: false }, true)).toBe('earlier');
    expect(moved(draft, 'later', 15)).toMatchObject({ startsAt: hour / 4, endsAt: hour * 1.25 });
    expect(moved(draft, 'longer', 15)).toMatchObject({ startsAt: 0, endsAt: hour * 1.25 });
    expect(moved({ ...draft, endsAt: 900_000 }, 'shorter', 15)).toMatchObject({ endsAt: 900_000 });
  });

  test('the first free time begins after what is taken, on the grid', () => {
    const span = { startsAt: 0, endsAt: 12 * hour };
    const taken = [
      { startsAt: 0, endsAt: hour * 1.1 },
      { startsAt: 2 * hour, endsAt: 3 * hour },
    ];
    expect(firstFree(span, taken, { minutes: 60, gridMinutes: 15 })).toEqual({ startsAt: 3 * hour, endsAt: 4 * hour });
    expect(firstFree(span, taken, { minutes: 30, gridMinutes: 15 })).toEqual({
      startsAt: 1.25 * hour,
      endsAt: 1.75 * hour,
    });
    expect(firstFree({ startsAt: 0, endsAt: hour }, taken, { minutes: 60, gridMinutes: 15 })).toBeUndefined();
  });
});
