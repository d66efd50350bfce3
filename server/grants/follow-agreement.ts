import { AccessGrant } from '@collegium/contract/commitments.ts';
import { grantFaults } from '@collegium/contract/commitments/check.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { sql } from 'kysely';
import { Value } from 'typebox/value';
import { findAgreementInForce } from '../commitments/agreement-in-force.ts';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';

/**
 * Brings the grants in line with the access clauses of the version in force: what it says unchanged goes on, what is new
 * begins, the rest is closed. Whether a grant opens anything is decided anew at every reading. Inside a transaction.
 */
export async function followGrants(scope: Scope, agreementId: string): Promise<void> {
  const agreement = await findAgreementInForce(scope.db, agreementId, scope.clock.now());
  if (!agreement) return;
  const isOver = agreementMachine.groups.ended.some((ended) => ended === agreement.state);
  const rows = (isOver ? [] : agreement.clauses).flatMap(({ kind, key, title, access }) => {
    if (kind !== 'access' || !Value.Check(AccessGrant, access) || grantFaults(access, agreement.parties).length > 0)
      return [];
    const { purpose, fields, from, to, about, start, end } = access;
    return [
      {
        id: newId(),
        clause_key: key,
        title,
        terms: access,
        purpose,
        fields,
        from_id: from === 'all' ? null : from,
        to_id: to === 'all' ? null : to,
        about,
        starts_on: start,
        ends_on: end,
      },
    ];
  });
  const t = sql.raw(schemaOf(scope.network.slug));
  await sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${jsonb(rows)}) as wanted (id uuid, clause_key text, title jsonb, terms jsonb, purpose text,
        fields text[], from_id uuid, to_id uuid, about text, starts_on date, ends_on date)),
    going as (
      update ${t}.access_grant g set agreement_version_id = ${agreement.versionId}, title = wanted.title
      from wanted where g.agreement_id = ${agreement.id} and g.closed_on is null and g.clause_key = wanted.clause_key and g.terms = wanted.terms
      returning g.id, g.clause_key),
    closed as (
      update ${t}.access_grant set closed_on = ${agreement.today}::date
      where agreement_id = ${agreement.id} and closed_on is null and id not in (select id from going))
    insert into ${t}.access_grant (id, agreement_id, agreement_version_id, clause_key, title, terms, purpose, fields, from_id, to_id,
      about, starts_on, ends_on, created_at)
    select id, ${agreement.id}::uuid, ${agreement.versionId}::uuid, clause_key, title, terms, purpose, fields, from_id, to_id, about,
      starts_on, ends_on, ${scope.clock.now()}::timestamptz
    from wanted where clause_key not in (select clause_key from going)
    on conflict on constraint access_grant_clause_key do nothing`.execute(scope.db);
}
