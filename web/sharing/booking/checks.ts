import { rateFor } from '@collegium/contract/sharing/rates';
import type { ResourceView } from '@collegium/contract/sharing/resources';

/** What stands between the reader and a booking, worked out from what the resource’s page shows; the server decides. */
export interface Checks {
  /** Passports that are missing. */
  missing: ResourceView['qualifications'];
  held: ResourceView['qualifications'];
  /** Hours left of the share of the reader’s organisation, now and after the booking. */
  share: { left: number; after: number } | undefined;
  price: { amountMinor: number; perHourMinor: number; currency: string } | undefined;
  needsApproval: boolean;
  /** Requests are collected and decided so many hours before. */
  fairShareHours: number | null;
}

export function checksOf(
  resource: ResourceView,
  { minutes, organisationId, quantity = 1 }: { minutes: number; organisationId: string; quantity?: number },
): Checks {
  const share = resource.shares.find((one) => one.organisationId === organisationId);
  const rate = rateFor(resource.rates, resource.circle);
  const left = share && Math.round((share.promisedMinutes - share.usedMinutes) / 6) / 10;
  return {
    missing: resource.qualifications.filter(({ isHeld }) => !isHeld),
    held: resource.qualifications.filter(({ isHeld }) => isHeld),
    share: left === undefined ? undefined : { left, after: Math.round((left - (minutes * quantity) / 60) * 10) / 10 },
    price: rate && {
      amountMinor: Math.round((rate.amountMinor * minutes * quantity) / 60),
      perHourMinor: rate.amountMinor,
      currency: rate.currency,
    },
    needsApproval: resource.rules.approvalChain.length > 0,
    fairShareHours: resource.rules.fairShareHours,
  };
}
