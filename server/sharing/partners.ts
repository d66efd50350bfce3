import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import { partnersOf } from '../offers/policy.ts';
import type { Tables } from '../platform/database/tables.ts';

/**
 * Whether an organisation counts as a partner of the owner, on the columns of `resource`: where the owner named agreements,
 * one of them must bind both today; where none, they share a partnership. Hours and prices for partners are for the same.
 */
export function isPartnerFor(organisationId: string, day: string): RawBuilder<boolean> {
  return sql<boolean>`(case when ${namesAgreements} then resource.id = any(${openedByAgreement(organisationId, day)})
    else resource.organisation_id = any(${partnersOf(organisationId, day)}) end)`;
}

/** Whether the owner named agreements, on the columns of `resource`. */
export const namesAgreements: RawBuilder<boolean> = sql<boolean>`exists (${expressionBuilder<Tables>()
  .selectFrom('resource_agreement as named')
  .select('named.agreement_id')
  .where(sql<boolean>`named.resource_id = resource.id`)})`;

/** Resources that an agreement named by their owner opens to this organisation today, as an array that PostgreSQL computes once. */
export function openedByAgreement(organisationId: string, day: string): RawBuilder<string[]> {
  const opened = expressionBuilder<Tables>()
    .selectFrom('resource_agreement as opening')
    .innerJoin('resource as owned', 'owned.id', 'opening.resource_id')
    .select('opening.resource_id')
    .where(isInForce('opening.agreement_id'))
    .where(isBound('opening.agreement_id', sql`${organisationId}::uuid`, day))
    .where(isBound('opening.agreement_id', sql.ref('owned.organisation_id'), day));
  return sql<string[]>`array(${opened})`;
}

type Column = `${string}.${string}`;

/** Whether the agreement is in force: what is not, opens nothing. */
export function isInForce(agreementId: Column): RawBuilder<boolean> {
  const running = expressionBuilder<Tables>()
    .selectFrom('agreement as running')
    .select('running.id')
    .where('running.state', '=', 'in_force')
    .where(sql<boolean>`running.id = ${sql.ref(agreementId)}`);
  return sql<boolean>`exists (${running})`;
}

/** Whether the agreement binds the organisation on the day. */
export function isBound(agreementId: Column, organisationId: RawBuilder<unknown>, day: string): RawBuilder<boolean> {
  const bound = expressionBuilder<Tables>().selectFrom('agreement_party as bound').select('bound.agreement_id')
    .where(sql<boolean>`bound.agreement_id = ${sql.ref(agreementId)} and bound.organisation_id = ${organisationId}
      and bound.joined_on <= ${day}::date and (bound.left_on is null or bound.left_on > ${day}::date)`);
  return sql<boolean>`exists (${bound})`;
}
