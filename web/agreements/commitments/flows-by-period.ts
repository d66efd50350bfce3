import type { FlowView } from '@collegium/contract/commitments/views';

/** By which stretches of time places are added up. */
export const stretches = ['year', 'half', 'quarter'] as const;
export type Stretch = (typeof stretches)[number];

/** What one party gave and took in a period; `key` sorts by time. */
export interface GivenAndTaken {
  key: string;
  /** The first day of the period. */
  firstDay: string;
  gave: number;
  took: number;
}

const monthsOf: Record<Stretch, number> = { year: 12, half: 6, quarter: 3 };

/**
 * What a party gave to and took from the others, period by period from the first to the last in which anybody did: periods
 * in which nothing happened are there with nothing, so that time reads evenly.
 */
export function flowsByPeriod(flows: readonly FlowView[], partyId: string, stretch: Stretch): GivenAndTaken[] {
  const length = monthsOf[stretch];
  const at = (month: string) => Math.floor((Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1) / length);
  const places = flows.map(({ month }) => at(month));
  if (places.length === 0) return [];
  const first = Math.min(...places);
  const periods = Array.from({ length: Math.max(...places) - first + 1 }, (_, index): GivenAndTaken => {
    const months = (first + index) * length;
    const firstDay = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
    return { key: firstDay, firstDay, gave: 0, took: 0 };
  });
  for (const { month, providerId, homeId, places: count } of flows) {
    const period = periods[at(month) - first];
    if (!period) continue;
    if (providerId === partyId) period.gave += count;
    if (homeId === partyId) period.took += count;
  }
  return periods;
}
