import type { AuditEventView, AuditPage, AuditQuery } from '@collegium/contract/audit.ts';
import { pageOf } from '../http/cursor.ts';
import type { MemberScope } from '../scope.ts';
import { listEvents, type EventRow } from './queries.ts';

const pageLength = 50;

/** A page of the record of changes, the latest first. */
export async function searchEvents(scope: MemberScope, query: AuditQuery): Promise<AuditPage> {
  const limit = query.limit ?? pageLength;
  const rows = await listEvents(scope.db, scope.actor, { ...query, limit });
  return pageOf(rows, limit, ({ id }) => [id], presentEvent);
}

function presentEvent(row: EventRow): AuditEventView {
  const { person_id, person_name, organisation_id, organisation_name, short_mark } = row;
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    person: person_id === null ? null : { id: person_id, name: person_name ?? '' },
    organisation:
      organisation_id === null
        ? null
        : { id: organisation_id, name: organisation_name ?? '', shortMark: short_mark ?? '' },
    reason: row.reason,
    requestId: row.request_id,
  };
}
