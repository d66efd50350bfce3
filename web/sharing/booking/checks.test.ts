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
  qualifications: [passport, { ...passport, id: 'r', isHeld: false }],
  rates: [
    { audience: 'own', amountMinor: 0, currency: 'EUR' },
    { audience: 'partners', amountMinor: 9_000, currency: 'EUR' },
  ],
  shares: [
    {
      id: 's',
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
  const checks = checksOf(resource, { minutes: 180, organisationId: 'ribeira' });
  expect(checks.missing.map(({ id }) => id)).toEqual(['r']);
  expect(checks.share).toEqual({ left: 36, after: 33 });
  expect(checks.price).toEqual({ amountMinor: 27_000, perHourMinor: 9_000, currency: 'EUR' });
  expect(checks.needsApproval).toBe(true);
  expect(checksOf(resource, { minutes: 90, organisationId: 'ribeira', quantity: 2 })).toMatchObject({
    share: { left: 36, after: 33 },
    price: { amountMinor: 27_000 },
  });
});

test('who has no share and no rate reads of none', () => {
  expect(checksOf({ ...resource, circle: 'network' }, { minutes: 60, organisationId: 'other' })).toMatchObject({
    share: undefined,
    price: undefined,
  });
});

const price = (circle: ResourceView['circle']) =>
  checksOf({ ...resource, circle }, { minutes: 60, organisationId: 'ribeira' }).price?.amountMinor;

test('the rate is that of one’s circle, as the server says', () => {
  expect([price('own'), price('partners'), price('network')]).toEqual([0, 9_000, undefined]);
});

test('who has no rate of their own pays that of the next wider circle', () => {
  const rates = [{ audience: 'network' as const, amountMinor: 5_000, currency: 'EUR' }];
  expect(checksOf({ ...resource, rates }, { minutes: 60, organisationId: 'ribeira' }).price?.amountMinor).toBe(5_000);
});
