import { sql, type RawBuilder } from 'kysely';
import { visibleOffers } from '../../offers/policy.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { tablesOf } from '../tables.ts';

/** Whether something may be booked for an offer: the actor sees it, and it is published and not over. Undefined for none. */
export function isForOffer(scope: MemberScope, offerId: string | null | undefined): RawBuilder<boolean> | undefined {
  if (!offerId) return undefined;
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  return sql<boolean>`exists (select from ${t}.offer where offer.id = ${offerId}::uuid and offer.state = 'published'
    and (offer.ends_on is null or offer.ends_on >= ${day}::date) and ${visibleOffers(scope.actor, day)})`;
}
