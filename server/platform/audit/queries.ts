import type { AuditQuery } from '@collegium/contract/audit.ts';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { decodeCursor } from '../http/cursor.ts';
import type { Member } from '../scope.ts';
import { visibleEvents } from './policy.ts';

/**
 * Changes that the actor may read, the latest first, `limit + 1` of them. Worst case: without an object, walks the
 * events of the organisation (of the network, for its administrators) from the latest until a page is full.
 */
export function listEvents(db: Database, actor: Member, query: AuditQuery & { limit: number }) {
  const { action, objectId, personId, from, until } = query;
  const after = decodeCursor(query.cursor, 1);
  return db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.id', 'audit_event.person_id')
    .leftJoin('organisation', 'organisation.id', 'audit_event.organisation_id')
    .select(['audit_event.id', 'audit_event.at', 'audit_event.action', 'audit_event.object_type'])
    .select(['audit_event.object_id', 'audit_event.reason', 'audit_event.request_id'])
    .select(['audit_event.person_id', 'person.name as person_name'])
    .select(['audit_event.organisation_id', 'organisation.name as organisation_name', 'organisation.short_mark'])
    .where(visibleEvents(actor))
    .$if(action !== undefined, (q) =>
      action?.includes('.')
        ? q.where('audit_event.action', '=', action)
        : q.where(sql<boolean>`split_part(audit_event.action, '.', 1) = ${action}`),
    )
    .$if(objectId !== undefined, (q) => q.where('audit_event.object_id', '=', objectId ?? ''))
    .$if(personId !== undefined, (q) => q.where('audit_event.person_id', '=', personId ?? ''))
    .$if(from !== undefined, (q) => q.where('audit_event.at', '>=', new Date(from ?? 0)))
    .$if(until !== undefined, (q) => q.where('audit_event.at', '<', new Date(until ?? 0)))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`audit_event.id < ${after?.[0]}::uuid`))
    .orderBy('audit_event.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
export type EventRow = Awaited<ReturnType<typeof listEvents>>[number];
