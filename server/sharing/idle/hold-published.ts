import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit/change.ts';
import type { Scope } from '../../platform/scope.ts';
import { holdHours } from './hold-hours.ts';
import { daysBetween, findHours } from './idle-gaps.ts';
import { readIdle } from './idle-query.ts';
import { namesAgreements } from '../partners.ts';
import { tablesOf } from '../tables.ts';

interface Published {
  organisation_id: string;
  person_id: string;
  membership_id: string;
  resource_id: string;
  places: number;
  hours: number;
  starts_on: string;
  ends_on: string;
}

/**
 * Holds the hours of an offer that was written by hand and published: for as many of its places as there are hours in its
 * days. Nothing for one that holds its hours already, does not say which and how many, or goes to people who may not book the
 * resource. `scope.db` is a transaction; where
 * somebody was faster it is undone, and tried again.
 */
export async function holdPublished(scope: Scope, offerId: string): Promise<void> {
  const offer = await findPublished(scope, offerId);
  const days = offer && daysBetween(offer.starts_on, offer.ends_on);
  if (!days) return;
  const span = { from: offer.starts_on, until: offer.ends_on };
  const row = await readIdle(scope, offer.resource_id, offer.organisation_id, span);
  const asked = { places: offer.places, minutes: Math.round(offer.hours * 60) };
  const places = row ? findHours(row, days, scope.clock.now(), asked) : [];
  if (!row || places.length === 0) return;
  const holder = {
    personId: offer.person_id,
    membershipId: offer.membership_id,
    organisationId: offer.organisation_id,
  };
  await sql`${holdHours(scope, row, { offerId, places, holder })(scope.db).selectNoFrom(sql`1`.as('done'))}`.execute(
    scope.db,
  );
  await recordEvent(scope, {
    action: 'resource.hours_held',
    objectType: 'resource',
    objectId: row.id,
    details: { offerId, places: places.length },
  });
}

async function findPublished(scope: Scope, offerId: string): Promise<Published | undefined> {
  const t = tablesOf(scope);
  const { rows } = await sql<Published>`
    select offer.organisation_id, membership.person_id, membership.id as membership_id, resource.id as resource_id,
      offer.places, offer.hours::float8 as hours, offer.starts_on::text as starts_on, offer.ends_on::text as ends_on
    from ${t}.offer join ${t}.resource on resource.id::text = offer.details ->> 'resourceId' and resource.organisation_id = offer.organisation_id
    cross join lateral (select membership.id, membership.person_id from ${t}.membership
      where membership.organisation_id = offer.organisation_id and membership.person_id = coalesce(offer.published_by, offer.created_by)
      order by membership.ended_on desc nulls first limit 1) membership
    where offer.id = ${offerId}::uuid and offer.kind = 'resource_time' and offer.state = 'published' and offer.hours is not null
      and offer.starts_on is not null and offer.ends_on is not null
      and (offer.audience = 'own' or resource.audience = 'network' or (resource.audience = 'partners' and case when ${namesAgreements}
        then offer.audience = 'agreement' and exists (select from ${t}.resource_agreement opening
          where opening.resource_id = resource.id and opening.agreement_id = offer.agreement_id)
        else offer.audience = 'partners' end))
      and not exists (select from ${t}.booking where booking.offer_id = offer.id and booking.place is not null)
    for no key update of offer`.execute(scope.db);
  return rows[0];
}
