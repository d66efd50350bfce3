import { sql, type RawBuilder } from 'kysely';

/**
 * Whom a promise concerns: the person whom the party made responsible, else a few of its coordinators. `promiser`: of the
 * commitment named; `disputed`: of the side that has to answer the dispute named.
 */
export function promiseSubject(
  tables: RawBuilder<unknown>,
  who: 'promiser' | 'disputed',
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const side =
    who === 'promiser'
      ? sql`select commitment.promiser_id as organisation_id, commitment.* from ${tables}.commitment where commitment.id = ${id}`
      : sql`select case when dispute.raised_for = commitment.promiser_id then commitment.beneficiary_id else commitment.promiser_id end as organisation_id,
          commitment.* from ${tables}.figure_dispute dispute join ${tables}.commitment on commitment.id = dispute.commitment_id where dispute.id = ${id}`;
  return sql`select told.person_id, promise.title, null, organisation.name, '/agreements/' || promise.agreement_id || '?tab=commitments'
    from (${side}) promise
    join ${tables}.organisation on organisation.id = promise.promiser_id
    join ${tables}.agreement_party party on party.agreement_id = promise.agreement_id and party.left_on is null
      and party.organisation_id = coalesce(promise.organisation_id, party.organisation_id)
      and (promise.organisation_id is not null or party.organisation_id <> promise.promiser_id)
    cross join lateral (${responsibleFor(tables)}) told`;
}

/** Whom an agreement concerns: of every party of today who is responsible there, else a few of its coordinators. */
export function agreementSubject(tables: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select distinct told.person_id, agreement.title, null, null, '/agreements/' || agreement.id
    from ${tables}.agreement
    join ${tables}.agreement_party party on party.agreement_id = agreement.id and party.left_on is null
    cross join lateral (${responsibleFor(tables)}) told where agreement.id = ${id}`;
}

function responsibleFor(tables: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select party.responsible_id as person_id where party.responsible_id is not null
    union all (select membership.person_id from ${tables}.membership where party.responsible_id is null
      and membership.organisation_id = party.organisation_id and membership.role = 'coordinator' and membership.ended_on is null
      order by membership.id limit 5)`;
}
