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

/**
 * The last day on which an organisation that is a partner of the owner today is known to stay one, on the columns of
 * `resource`: `infinity` where no end is known, null for who is no partner; `organisationId` is an expression.
 */
export function partnerUntil(organisationId: RawBuilder<unknown>, day: string): RawBuilder<string | null> {
  return sql<string | null>`(case when ${namesAgreements} then ${agreementsUntil(organisationId, day)}
    else ${partnershipsUntil(organisationId, day)} end)`;
}

/** The same by partnerships alone, for resources without named agreements. */
export function partnershipsUntil(organisationId: RawBuilder<unknown>, day: string): RawBuilder<string | null> {
  const ends = expressionBuilder<Tables>()
    .selectFrom('partnership_member as ours')
    .innerJoin('partnership_member as theirs', 'theirs.partnership_id', 'ours.partnership_id')
    .select(sql<string>`max(coalesce(least(ours.left_on, theirs.left_on) - 1, 'infinity'))`.as('until'))
    .where(sql<boolean>`ours.organisation_id = ${organisationId}`)
    .where(sql<boolean>`theirs.organisation_id = resource.organisation_id`)
    .where(isShared(day, day));
  return sql<string | null>`(${ends})`;
}

/** Of the named agreements that open `resource` today, how long the one holds that holds longest. */
function agreementsUntil(organisationId: RawBuilder<unknown>, day: string): RawBuilder<string | null> {
  const ends = expressionBuilder<Tables>()
    .selectFrom('resource_agreement as opening')
    .innerJoin('agreement', 'agreement.id', 'opening.agreement_id')
    .select(sql<string>`max(${lastDay(organisationId)})`.as('until'))
    .where(sql<boolean>`opening.resource_id = resource.id`)
    .where('agreement.state', '=', 'in_force')
    .where(isBound('agreement.id', organisationId, day))
    .where(isBound('agreement.id', sql.ref('resource.organisation_id'), day));
  return sql<string | null>`(${ends})`;
}

/**
 * The last day of `agreement` between the organisation and the owner of `resource`: of its term unless it renews itself and
 * nobody gave notice, or the one before a termination, suspension or withdrawal that was agreed takes effect.
 */
export function lastDay(organisationId: RawBuilder<unknown>): RawBuilder<string> {
  const eb = expressionBuilder<Tables>();
  const agreed = eb
    .selectFrom('agreement_request as ending')
    .where(sql<boolean>`ending.agreement_id = agreement.id and ending.state = 'agreed'`);
  const notice = agreed.select('ending.id').where('ending.kind', '=', 'non_renewal');
  const either = sql`in (${organisationId}, resource.organisation_id)`;
  const ended = agreed
    .select(sql<string>`min(ending.effective_on) - 1`.as('on'))
    .where(
      sql<boolean>`(ending.kind in ('termination', 'suspension') or (ending.kind = 'withdrawal' and ending.organisation_id ${either}))`,
    );
  const left = eb
    .selectFrom('agreement_party as leaving')
    .select(sql<string>`min(leaving.left_on) - 1`.as('on'))
    .where(sql<boolean>`leaving.agreement_id = agreement.id and leaving.organisation_id ${either}`);
  return sql<string>`coalesce(least(case when agreement.renewal <> 'automatic' or exists (${notice}) then agreement.ends_on end,
    (${ended}), (${left})), 'infinity')`;
}

/** Organisations that are in a partnership with this one from a day to another, as an array that PostgreSQL computes once. */
export function partnersThrough(organisationId: string, from: string, until: string): RawBuilder<string[]> {
  const lasting = expressionBuilder<Tables>()
    .selectFrom('partnership_member as ours')
    .innerJoin('partnership_member as theirs', 'theirs.partnership_id', 'ours.partnership_id')
    .select('theirs.organisation_id')
    .where('ours.organisation_id', '=', organisationId)
    .where(isShared(from, until));
  return sql<string[]>`array(${lasting})`;
}

/** Both are in the partnership from a day to another. */
function isShared(from: string, until: string): RawBuilder<boolean> {
  return sql<boolean>`greatest(ours.joined_on, theirs.joined_on) <= ${from}::date
    and least(ours.left_on, theirs.left_on, 'infinity') > ${until}::date`;
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
