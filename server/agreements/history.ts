import type { HistoryPage } from '@collegium/contract/agreements/register.ts';
import { sql } from 'kysely';
import { decodeCursor, pageOf } from '../platform/http/cursor.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readAgreement } from './get-agreement.ts';
import { visibleAgreements } from './policy.ts';

/** Everything that happened to an agreement, latest first; every party reads the same. Throws agreement.not_found. */
export async function listHistory(
  scope: MemberScope,
  id: string,
  query: { limit?: number; cursor?: string },
): Promise<HistoryPage> {
  const limit = query.limit ?? 50;
  const after = decodeCursor(query.cursor, 1);
  const rows = await scope.db
    .selectFrom('audit_event')
    .innerJoin('agreement', 'agreement.id', 'audit_event.object_id')
    .leftJoin('person', 'person.id', 'audit_event.person_id')
    .leftJoin('organisation', 'organisation.id', 'audit_event.organisation_id')
    .select(['audit_event.id', 'audit_event.at', 'audit_event.action', 'audit_event.reason', 'audit_event.details'])
    .select(['person.name as person_name', 'organisation.name as organisation_name'])
    .where('audit_event.object_type', '=', 'agreement')
    .where('audit_event.object_id', '=', id)
    .where(visibleAgreements(scope.actor))
    .$if(after !== undefined, (q) => q.where('audit_event.id', '<', sql<string>`${after?.[0]}::uuid`))
    .orderBy('audit_event.id', 'desc')
    .limit(limit + 1)
    .execute();
  if (rows.length === 0) await readAgreement(scope, id);
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      person: row.person_name,
      organisation: row.organisation_name,
      reason: row.reason,
      details: row.details,
    }),
  );
}
