import { wallClockOf } from '@collegium/contract/wall-clock';
import { rateFor } from '@collegium/contract/sharing/rates';
import type { ResourceView } from '@collegium/contract/sharing/resources';

/** What stands between the reader and a booking, worked out from what the resource’s page shows; the server decides. */
export interface Checks {
  /** Passports that are missing. */
  missing: ResourceView['qualifications'];
  held: ResourceView['qualifications'];
  /** What comes with it. */
  parts: ResourceView['parts'];
  /** Hours left of the share of the reader’s organisation, now and after the booking. */
  share: { left: number; after: number } | undefined;
  price: { amountMinor: number; perHourMinor: number; currency: string } | undefined;
  needsApproval: boolean;
  /** The last day of the agreement or partnership that opens it, and whether the booking ends after that. */
  until: { day: string; isAfter: boolean } | undefined;
  /** Requests are collected and decided so many hours before. */
  fairShareHours: number | null;
}

export function checksOf(resource: ResourceView, { minutes, endsAt, organisationId, quantity = 1 }: Asked): Checks {
  const share = resource.shares.find((one) => one.organisationId === organisationId);
  const { openUntil } = resource;
  const isAfter = openUntil !== null && lastDayOf(endsAt, resource.timeZone) > openUntil;
  const rate = rateFor(resource.rates, isAfter ? 'network' : resource.circle);
  const left = share && Math.round((share.promisedMinutes - share.usedMinutes) / 6) / 10;
  return {
    missing: resource.qualifications.filter(({ isHeld }) => !isHeld),
    held: resource.qualifications.filter(({ isHeld }) => isHeld),
    parts: resource.parts,
    share: left === undefined ? undefined : { left, after: Math.round((left - (minutes * quantity) / 60) * 10) / 10 },
    price: rate && {
      amountMinor: Math.round((rate.amountMinor * minutes * quantity) / 60),
      perHourMinor: rate.amountMinor,
      currency: rate.currency,
    },
    needsApproval: resource.rules.approvalChain.length > 0,
    until: openUntil === null ? undefined : { day: openUntil, isAfter: isAfter && resource.audience === 'partners' },
    fairShareHours: resource.rules.fairShareHours,
  };
}

interface Asked {
  minutes: number;
  /** An instant, or what clocks at the place read. */
  endsAt: string | number;
  organisationId: string;
  quantity?: number | undefined;
}

/** The day at the place on which something ends; at midnight the one before. */
function lastDayOf(endsAt: string | number, timeZone: string): string {
  const isReading = typeof endsAt === 'string' && endsAt.length === 16;
  const lastMinute = new Date(isReading ? `${endsAt}Z` : endsAt).getTime() - 60_000;
  if (Number.isNaN(lastMinute)) return '';
  return wallClockOf(new Date(lastMinute), isReading ? 'UTC' : timeZone).slice(0, 10);
}
