import type { CalendarBlock } from '@collegium/contract/sharing/calendar';
import { expect, test } from 'vitest';
import { clashOf } from './clashes.ts';
import { rowsOf } from './rows.ts';

const day = Date.parse('2026-10-20T00:00:00Z');
const hour = 3_600_000;
const at = (clock: number) => new Date(day + clock * hour).toISOString();

const block = (from: number, until: number, more: Partial<CalendarBlock> = {}): CalendarBlock => ({
  kind: 'use',
  state: 'confirmed',
  startsAt: at(from),
  endsAt: at(until),
  quantity: 1,
  isPart: false,
  isOwn: false,
  ...more,
});

function rowWith(blocks: CalendarBlock[], units = 1) {
  const resource = { id: 'r', name: {}, timeZone: 'UTC', sharedAs: 'whole' as const, units, gridMinutes: 15, blocks };
  const exceptions = [{ startsOn: '2026-10-20', endsOn: '2026-10-20', opensMinute: 1_080, closesMinute: 1_440 }];
  const closing = exceptions.map((one) => ({ ...one, isOpen: false, note: 'Calibration' }));
  const days = [{ date: '2026-10-20', startsAt: day, endsAt: day + 24 * hour }];
  const [row] = rowsOf([{ ...resource, openings: [], exceptions: closing } as never], days);
  if (!row) throw new Error('A resource makes a row.');
  return row;
}

const clash = (blocks: CalendarBlock[], from: number, until: number, moving?: { id: string; version: number }) => {
  const draft = { resourceId: 'r', startsAt: day + from * hour, endsAt: day + until * hour, ...(moving && { moving }) };
  return clashOf(rowWith(blocks), draft, day + 8 * hour);
};

test('a time is over, held, or free; one beside another does not clash', () => {
  expect(clash([], 6, 7)).toBe('over');
  expect(clash([block(10, 12)], 11, 13)).toBe('held');
  expect(clash([block(10, 12)], 12, 13)).toBeUndefined();
});

test('what waits for an approval is held meanwhile, also of a pool', () => {
  const asked = block(10, 12, { state: 'requested' });
  expect(clash([asked], 11, 13)).toBe('held');
  const draft = { resourceId: 'r', startsAt: day + 11 * hour, endsAt: day + 12 * hour };
  expect(clashOf(rowWith([asked, block(10, 12)], 2), draft, day)).toBe('held');
  expect(clashOf(rowWith([asked], 2), draft, day)).toBeUndefined();
});

test('a booking that is moved is not in its own way', () => {
  const own = block(10, 12, { isOwn: true, bookingId: 'b', version: 1 });
  expect(clash([own], 11, 13, { id: 'b', version: 1 })).toBeUndefined();
  expect(clash([own, block(12, 13)], 11, 13, { id: 'b', version: 1 })).toBe('held');
});
