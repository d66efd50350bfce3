import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';
import { partnerUntil } from '../partners.ts';

/**
 * Whether a person may see the `resource` of the query today, under any current membership: a calendar program sends
 * nobody's role. `person` is an expression of type uuid.
 */
export function readableBy(person: RawBuilder<unknown>, at: Date): RawBuilder<boolean> {
  const isPartner = sql<boolean>`${partnerUntil(sql.ref('membership.organisation_id'), at.toISOString().slice(0, 10))} is not null`;
  const readable = currentMemberships(person, at).where(
    sql<boolean>`(resource.state <> 'retired' or membership.organisation_id = resource.organisation_id)
      and (resource.audience = 'network' or membership.organisation_id = resource.organisation_id
      or (resource.audience = 'partners' and ${isPartner}))`,
  );
  return sql<boolean>`exists (${readable})`;
}

/** Whether a person is staff of the organisation that owns the `resource` of the query. */
export function staffOfOwner(person: RawBuilder<unknown>, at: Date): RawBuilder<boolean> {
  const staff = currentMemberships(person, at)
    .where(sql<boolean>`membership.organisation_id = resource.organisation_id`)
    .where('membership.role', 'in', ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor']);
  return sql<boolean>`exists (${staff})`;
}

function currentMemberships(person: RawBuilder<unknown>, at: Date) {
  return expressionBuilder<Tables>()
    .selectFrom('membership')
    .select('membership.id')
    .where(sql<boolean>`membership.person_id = ${person}`)
    .where(sql<boolean>`(membership.ended_on is null or membership.ended_on > ${at}::date)`);
}
