import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from './distance.ts';
import { phaseOf, type PhaseFacts } from './phase.ts';
import { suggestPartners, type Candidate, type Interest } from './suggest.ts';

const interest = (
  direction: Interest['direction'],
  fieldCode: string,
  offerKind: Interest['offerKind'] = null,
): Interest => ({ direction, fieldCode, offerKind });
const rotterdam = { latitude: 51.92, longitude: 4.48 };
const own = {
  organisationId: 'own',
  interests: [interest('need', '0716', 'internship'), interest('strength', '05')],
  position: rotterdam,
};
const candidate = (organisationId: string, changes: Partial<Candidate> = {}): Candidate => ({
  organisationId,
  interests: [],
  position: null,
  places: 0,
  ...changes,
});

test('a partner is suggested for reasons that can be added up, best first', () => {
  const suggestions = suggestPartners(own, [
    candidate('same-field', { interests: [interest('strength', '0521')] }),
    candidate('complement', { interests: [interest('strength', '07'), interest('need', '0532')], places: 3 }),
    candidate('nothing', { position: rotterdam }),
    candidate('other-kind', { interests: [interest('strength', '0716', 'course')] }),
    candidate('own', { places: 9 }),
  ]);
  expect(suggestions).toEqual([
    {
      organisationId: 'complement',
      points: 11,
      reasons: [
        { reason: 'offers_what_you_need', fieldCode: '0716', points: 4 },
        { reason: 'needs_what_you_offer', fieldCode: '0532', points: 4 },
        { reason: 'worked_together', places: 3, points: 3 },
      ],
    },
    { organisationId: 'same-field', points: 2, reasons: [{ reason: 'shares_field', fieldCode: '0521', points: 2 }] },
  ]);
});

test('points are the sum of the reasons shown, whatever is declared', () => {
  const interests = fc.array(
    fc.record({
      direction: fc.constantFrom('strength' as const, 'need' as const),
      fieldCode: fc.constantFrom('05', '052', '0521', '07', '0716'),
      offerKind: fc.constantFrom(null, 'course' as const, 'internship' as const),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(interests, fc.array(interests, { maxLength: 5 }), (mine, theirs) => {
      const found = suggestPartners(
        { ...own, interests: mine },
        theirs.map((list, index) => candidate(`c${index}`, { interests: list, places: index })),
      );
      for (const { points, reasons } of found) {
        expect(points).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
        expect(reasons.length).toBeGreaterThan(0);
      }
      expect(found.map(({ points }) => points)).toEqual(found.map(({ points }) => points).toSorted((a, b) => b - a));
    }),
  );
});

test('distance is along the globe', () => {
  expect(distanceKm(rotterdam, rotterdam)).toBe(0);
  expect(distanceKm(rotterdam, { latitude: 41.15, longitude: -8.61 })).toBeCloseTo(1_541, -2);
  expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.2, 0);
});

test('the phase of a partnership follows from what happened', () => {
  const facts: PhaseFacts = {
    endedOn: null,
    members: 3,
    membersEver: 3,
    agreementsInForce: 0,
    agreementsNegotiated: 0,
    goals: 0,
    lastPlaceMonth: null,
    lastAgreementOn: null,
  };
  const phase = (changes: Partial<PhaseFacts>) => phaseOf({ ...facts, ...changes }, '2026-10-13');
  expect(phase({})).toBe('exploring');
  expect(phase({ goals: 1 })).toBe('forming');
  expect(phase({ agreementsNegotiated: 1 })).toBe('forming');
  expect(phase({ lastPlaceMonth: '2026-09-01' })).toBe('active');
  expect(phase({ agreementsInForce: 1, lastAgreementOn: '2025-10-13' })).toBe('active');
  expect(phase({ agreementsInForce: 1, lastAgreementOn: '2025-10-12' })).toBe('dormant');
  expect(phase({ lastPlaceMonth: '2025-01-01', goals: 2 })).toBe('dormant');
  expect(phase({ lastPlaceMonth: '2026-09-01', endedOn: '2026-10-13' })).toBe('ended');
  expect(phase({ lastPlaceMonth: '2026-09-01', members: 1 })).toBe('ended');
  expect(phase({ members: 1, membersEver: 1 })).toBe('exploring');
});
