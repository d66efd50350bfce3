import { addMonths } from '../commitments/days.ts';

/** How far a partnership is. Nobody sets it: it follows from facts. */
export const partnershipPhases = ['exploring', 'forming', 'active', 'dormant', 'ended'] as const;
export type PartnershipPhase = (typeof partnershipPhases)[number];

/** What a phase follows from. Days are `YYYY-MM-DD`; null when there is none. */
export interface PhaseFacts {
  endedOn: string | null;
  members: number;
  /** Those who left counted too. */
  membersEver: number;
  agreementsInForce: number;
  agreementsNegotiated: number;
  goals: number;
  /** The first day of the last month in which a place was taken up between members. */
  lastPlaceMonth: string | null;
  /** The last day on which one of its agreements entered into force. */
  lastAgreementOn: string | null;
}

const dormantAfterMonths = 12;

/** A partnership in which nothing happened since this day is dormant. */
export const dormantBefore = (today: string): string => addMonths(today, -dormantAfterMonths);

/**
 * ended: somebody ended it, or of two members or more fewer than two are left. active: an agreement in force or a place taken up, within a
 * year. dormant: that was longer ago. forming: an agreement is negotiated or goals are set. exploring: none of these yet.
 */
export function phaseOf(facts: PhaseFacts, today: string): PartnershipPhase {
  if (facts.endedOn !== null && facts.endedOn <= today) return 'ended';
  // While the first invitations wait for their answers there is one member, and nothing has ended.
  if (facts.members < 2 && facts.membersEver >= 2) return 'ended';
  const last = [facts.lastPlaceMonth, facts.lastAgreementOn]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (last !== undefined && last >= dormantBefore(today)) return 'active';
  if (facts.agreementsNegotiated > 0) return 'forming';
  if (last !== undefined || facts.agreementsInForce > 0) return 'dormant';
  return facts.goals > 0 ? 'forming' : 'exploring';
}
