import type { RegisterExportQuery } from '@collegium/contract/agreements/register.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import { searchQuery } from '../platform/search/words.ts';
import type { Actor } from '../platform/scope.ts';
import { visibleAgreements } from './policy.ts';
import { waitsFor } from './waits-for.ts';

/**
 * Agreements that the actor may read, newest first, `limit + 1` of them. Worst case: `needsMe`, which looks at the open
 * version and requests of everything the organisation is a party to.
 */
export function listAgreements(
  db: Database,
  actor: Actor,
  query: RegisterExportQuery & { limit: number; cursor?: string },
) {
  const after = decodeCursor(query.cursor, 2);
  return db
    .selectFrom('agreement')
    .select(['agreement.id', 'agreement.reference', 'agreement.title', 'agreement.template', 'agreement.state'])
    .select(['agreement.starts_on', 'agreement.ends_on', 'agreement.renewal', 'agreement.dormant_since'])
    .select(['agreement.created_at'])
    .select((eb) => [
      sql<string | null>`agreement.ends_on - agreement.notice_days`.as('notice_by'),
      sql<boolean>`${waitsFor(actor)}`.as('waits'),
      jsonObjectFrom(
        eb
          .selectFrom('agreement_version as v')
          .select(['v.number', 'v.state'])
          .whereRef('v.agreement_id', '=', 'agreement.id')
          .where('v.state', 'in', [...versionMachine.groups.open]),
      ).as('open'),
      eb
        .selectFrom('agreement_version as held')
        .select('held.number')
        .whereRef('held.id', '=', 'agreement.in_force_version_id')
        .as('in_force_number'),
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party')
          .innerJoin('organisation', 'organisation.id', 'agreement_party.organisation_id')
          .select(['organisation.id', 'organisation.name', 'organisation.short_mark'])
          .whereRef('agreement_party.agreement_id', '=', 'agreement.id')
          .where((party) => party.or([party('left_on', 'is', null), wasThereAtTheEnd()]))
          .orderBy('agreement_party.position')
          .orderBy('organisation.name')
          .limit(200),
      ).as('parties'),
    ])
    .where((eb) => eb.and(conditionsOf(actor, query)))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(agreement.created_at, agreement.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('agreement.created_at', 'desc')
    .orderBy('agreement.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
/** A party of the last day of an agreement that ended. */
function wasThereAtTheEnd(): Expression<SqlBool> {
  return sql<SqlBool>`(agreement_party.joined_on is not null and agreement_party.left_on >= agreement.ended_at::date)`;
}
export type RegisterRow = Awaited<ReturnType<typeof listAgreements>>[number];

function conditionsOf(actor: Actor, query: RegisterExportQuery): Expression<SqlBool>[] {
  const eb = expressionBuilder<Tables, 'agreement'>();
  const words = searchQuery(query.q);
  const conditions: (Expression<SqlBool> | undefined | false)[] = [
    visibleAgreements(actor),
    query.state && eb('agreement.state', 'in', query.state),
    query.template && eb('agreement.template', 'in', query.template),
    query.partnershipId !== undefined && eb('agreement.partnership_id', '=', query.partnershipId),
    query.endsBefore !== undefined && eb('agreement.ends_on', '<', query.endsBefore),
    query.needsMe === true && waitsFor(actor),
    query.organisationId !== undefined &&
      eb.exists(
        eb
          .selectFrom('agreement_party as partner')
          .select('partner.agreement_id')
          .whereRef('partner.agreement_id', '=', 'agreement.id')
          .where('partner.organisation_id', '=', query.organisationId),
      ),
    words !== undefined && sql<SqlBool>`${eb.ref('agreement.search')} @@ to_tsquery('simple', ${words})`,
  ];
  return conditions.filter((one): one is Expression<SqlBool> => Boolean(one));
}
