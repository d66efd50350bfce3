import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';

/**
 * Whether a person may see the `resource` of the query today, under any current membership: a calendar program sends
 * nobody's role. `person` is an expression of type uuid.
 */
export function readableBy(person: RawBuilder<unknown>, at: Date): RawBuilder<boolean> {
  const eb = expressionBuilder<Tables>();
  const isPartner = eb
    .selectFrom('partnership_member as ours')
    .innerJoin('partnership_member as theirs', 'theirs.partnership_id', 'ours.partnership_id')
    .select('ours.organisation_id')
    .where(sql<boolean>`ours.organisation_id = membership.organisation_id`)
    .where(sql<boolean>`theirs.organisation_id = resource.organisation_id`)
    .where(sql<boolean>`(ours.left_on is null or ours.left_on > ${at}::date)`)
    .where(sql<boolean>`(theirs.left_on is null or theirs.left_on > ${at}::date)`);
  const readable = currentMemberships(person, at).where(
    sql<boolean>`(resource.state <> 'retired' or membership.organisation_id = resource.organisation_id)
      and (resource.audience = 'network' or membership.organisation_id = resource.organisation_id
      or (resource.audience = 'partners' and exists (${isPartner})))`,
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
