import type { OfferKind } from '../offer-kinds.ts';
import { distanceKm, type Position } from './distance.ts';

/** What an organisation is strong in, or looks for. */
export interface Interest {
  direction: 'strength' | 'need';
  fieldCode: string;
  offerKind: OfferKind | null;
}

/** What is known of an organisation that may be a partner. */
export interface Candidate {
  organisationId: string;
  interests: readonly Interest[];
  position: Position | null;
  /** Places taken up between the two organisations so far, either way. */
  places: number;
}

/** Why a partner is suggested; each reason adds its points, and nothing else does. */
export type SuggestionReason =
  | { reason: 'offers_what_you_need'; fieldCode: string; points: number }
  | { reason: 'needs_what_you_offer'; fieldCode: string; points: number }
  | { reason: 'shares_field'; fieldCode: string; points: number }
  | { reason: 'worked_together'; places: number; points: number }
  | { reason: 'near'; km: number; points: number };

export interface Suggestion {
  organisationId: string;
  points: number;
  reasons: SuggestionReason[];
}

/** The points of each reason: published with every suggestion, so that anybody can add them up. */
export const suggestionPoints = {
  offers_what_you_need: 4,
  needs_what_you_offer: 4,
  shares_field: 2,
  worked_together: 3,
  near: 1,
} as const;
const nearKm = 500;

/** Partners that fit, best first (equal points by id); those without any reason are left out. */
export function suggestPartners(own: Omit<Candidate, 'places'>, candidates: readonly Candidate[]): Suggestion[] {
  return candidates
    .filter(({ organisationId }) => organisationId !== own.organisationId)
    .map((candidate) => {
      const reasons = reasonsFor(own, candidate);
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
      return { organisationId: candidate.organisationId, points, reasons };
    })
    .filter(({ reasons }) => reasons.some(({ reason }) => reason !== 'near'))
    .toSorted((a, b) => b.points - a.points || (a.organisationId < b.organisationId ? -1 : 1));
}

function reasonsFor(own: Omit<Candidate, 'places'>, candidate: Candidate): SuggestionReason[] {
  const { offers_what_you_need, needs_what_you_offer, shares_field, worked_together, near } = suggestionPoints;
  const pairs = (ours: Interest['direction'], theirs: Interest['direction']) =>
    fieldsInCommon(own.interests, ours, candidate.interests, theirs);
  const km = own.position && candidate.position ? Math.round(distanceKm(own.position, candidate.position)) : null;
  return [
    ...pairs('need', 'strength').map((fieldCode) => ({
      reason: 'offers_what_you_need' as const,
      fieldCode,
      points: offers_what_you_need,
    })),
    ...pairs('strength', 'need').map((fieldCode) => ({
      reason: 'needs_what_you_offer' as const,
      fieldCode,
      points: needs_what_you_offer,
    })),
    ...pairs('strength', 'strength').map((fieldCode) => ({
      reason: 'shares_field' as const,
      fieldCode,
      points: shares_field,
    })),
    ...(candidate.places > 0
      ? [{ reason: 'worked_together' as const, places: candidate.places, points: worked_together }]
      : []),
    ...(km !== null && km <= nearKm ? [{ reason: 'near' as const, km, points: near }] : []),
  ];
}

/** The narrower code of each pair that fits: 07 holds 0716, and a kind that one side leaves open fits every kind. */
function fieldsInCommon(
  ours: readonly Interest[],
  ourDirection: Interest['direction'],
  theirs: readonly Interest[],
  theirDirection: Interest['direction'],
): string[] {
  const found = ours
    .filter(({ direction }) => direction === ourDirection)
    .flatMap((one) =>
      theirs
        .filter(({ direction }) => direction === theirDirection)
        .filter(({ offerKind }) => offerKind === null || one.offerKind === null || offerKind === one.offerKind)
        .flatMap(({ fieldCode }) => {
          if (fieldCode.startsWith(one.fieldCode)) return [fieldCode];
          return one.fieldCode.startsWith(fieldCode) ? [one.fieldCode] : [];
        }),
    );
  return [...new Set(found)].toSorted();
}
