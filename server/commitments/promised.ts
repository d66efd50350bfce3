import { sql, type RawBuilder } from 'kysely';

/** Which part of all that happens is looked at: everything of some commitments, or whatever counts some sources. */
export type Part = { of: 'commitments'; ids: readonly string[] } | { of: 'sources' };

export type Sql = RawBuilder<unknown>;

/** What whole promises are counted by: each with every organisation towards which it is kept, so that indexes find the pairs. */
export function promisesTowards(t: Sql, ids: readonly string[]): Sql {
  return sql`promise as materialized (
    select c.*, toward.organisation_id as toward_id from ${t}.commitment c cross join lateral (
      select c.beneficiary_id as organisation_id where c.beneficiary_id is not null
      union all select party.organisation_id from ${t}.agreement_party party
        where c.beneficiary_id is null and party.agreement_id = c.agreement_id and party.organisation_id <> c.promiser_id
          and party.joined_on is not null and party.left_on is null) toward
    where c.id = any(${ids}::uuid[])), `;
}

/** The table of promises to count by, as `c`. */
export function promises(t: Sql, part: Part): Sql {
  return part.of === 'sources' ? sql`${t}.commitment` : sql`promise`;
}

/** Whether the commitment is kept towards this organisation: named, or any other party. */
export function benefits(t: Sql, part: Part, organisation: Sql): Sql {
  if (part.of === 'commitments') return sql`c.toward_id = ${organisation}`;
  return sql`(c.beneficiary_id = ${organisation} or (c.beneficiary_id is null and c.promiser_id <> ${organisation} and exists (
    select from ${t}.agreement_party party where party.agreement_id = c.agreement_id and party.organisation_id = ${organisation}
      and party.joined_on is not null and party.left_on is null)))`;
}

export const open = sql`c.closed_on is null`;

/** Whether what a column names is looked at. */
export function among(part: Part, column: string): Sql {
  return part.of === 'sources'
    ? sql`${sql.raw(column)} = any((select array_agg(id) from affected)::uuid[])`
    : sql`true`;
}
