import type { ResourceView } from '@collegium/contract/sharing/resources';
import { expect, test } from 'vitest';
import { checksOf } from './checks.ts';

const passport = {
  id: 'q',
  name: { en: 'Flume' },
  organisationName: 'Baltic',
  offerId: null,
  isHeld: true,
  heldUntil: null,
};
const resource = {
  owner: { id: 'baltic', name: 'Baltic', shortMark: 'BM' },
  circle: 'partners',
  audience: 'partners',
  timeZone: 'Pacific/Auckland',
  openUntil: null,
  qualifications: [passport, { ...passport, id: 'r', isHeld: false }],
  rates: [
    { audience: 'own', amountMinor: 0, currency: 'EUR' },
    { audience: 'partners', amountMinor: 9_000, currency: 'EUR' },
  ],
  shares: [
    {
      id: 's',
      endsAt: '2026-10-20T12:00',
      organisationId: 'ribeira',
      organisationName: 'Ribeira',
      promisedMinutes: 4_800,
      usedMinutes: 2_640,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    },
  ],
  rules: { approvalChain: ['owner'], fairShareHours: null },
} as unknown as ResourceView;

test('passports, share and price are told for so long and so many', () => {
  const checks = checksOf(resource, { minutes: 180, endsAt: '2026-10-20T12:00', organisationId: 'ribeira' });
  expect(checks.missing.map(({ id }) => id)).toEqual(['r']);
  expect(checks.share).toEqual({ left: 36, after: 33 });
  expect(checks.price).toEqual({ amountMinor: 27_000, perHourMinor: 9_000, currency: 'EUR' });
  expect(checks.needsApproval).toBe(true);
  expect(
    checksOf(resource, { minutes: 90, endsAt: '2026-10-20T12:00', organisationId: 'ribeira', quantity: 2 }),
  ).toMatchObject({
    share: { left: 36, after: 33 },
    price: { amountMinor: 27_000 },
  });
});

test('who has no share and no rate reads of none', () => {
  expect(
    checksOf({ ...resource, circle: 'network' }, { minutes: 60, endsAt: '2026-10-20T12:00', organisationId: 'other' }),
  ).toMatchObject({
    share: undefined,
    price: undefined,
  });
});

const price = (circle: ResourceView['circle']) =>
  checksOf({ ...resource, circle }, { minutes: 60, endsAt: '2026-10-20T12:00', organisationId: 'ribeira' }).price
    ?.amountMinor;

test('the rate is that of one’s circle, as the server says', () => {
  expect([price('own'), price('partners'), price('network')]).toEqual([0, 9_000, undefined]);
});

test('who has no rate of their own pays that of the next wider circle', () => {
  const rates = [{ audience: 'network' as const, amountMinor: 5_000, currency: 'EUR' }];
  expect(
    checksOf({ ...resource, rates }, { minutes: 60, endsAt: '2026-10-20T12:00', organisationId: 'ribeira' }).price
      ?.amountMinor,
  ).toBe(5_000);
});

test('a booking that ends after the last day of what opens the resource is not for a partner, by the clock of the place', () => {
  const until = (endsAt: string | number, more: object = {}) =>
    checksOf({ ...resource, openUntil: '2026-10-20', ...more }, { minutes: 60, endsAt, organisationId: 'ribeira' });
  expect(until('2026-10-21T00:00').until).toEqual({ day: '2026-10-20', isAfter: false });
  expect(until('2026-10-21T00:15').until?.isAfter).toBe(true);
  expect(until('2026-10-20T11:00:00.000Z').until?.isAfter).toBe(false);
  expect(until(Date.parse('2026-10-20T11:30:00Z')).until?.isAfter).toBe(true);
  expect(until('2026-10-21T10:00', { audience: 'network' })).toMatchObject({
    until: { isAfter: false },
    price: undefined,
  });
  expect(checksOf(resource, { minutes: 60, endsAt: '', organisationId: 'ribeira' }).until).toBeUndefined();
});
