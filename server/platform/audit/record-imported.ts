import { sql } from 'kysely';
import { jsonb } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { MemberScope } from '../scope.ts';

/**
 * Records for each object that an import brought it; `scope.db` is the import's transaction. The events are ticked off
 * as they are written: thousands at once are history to be looked up, not news to be told one by one.
 */
export async function recordImported(
  scope: MemberScope,
  { objectType, importId }: { objectType: string; importId: string },
  objectIds: readonly string[],
): Promise<void> {
  if (objectIds.length === 0) return;
  const { actor } = scope;
  const ids = objectIds.map(() => newId());
  const now = scope.clock.now();
  await scope.db
    .insertInto('audit_event')
    .columns([
      'id',
      'object_id',
      'at',
      'account_id',
      'person_id',
      'membership_id',
      'organisation_id',
      'action',
      'object_type',
      'details',
      'request_id',
      'dispatched_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<{ id: string; object_id: string }>`unnest(${ids}::uuid[], ${[...objectIds]}::uuid[])`.as<'incoming'>(
            sql`incoming (id, object_id)`,
          ),
        )
        .select([
          'id',
          'object_id',
          sql<Date>`${now}::timestamptz`.as('at'),
          sql<string>`${actor.accountId}::uuid`.as('account_id'),
          sql<string>`${actor.personId}::uuid`.as('person_id'),
          sql<string>`${actor.membershipId}::uuid`.as('membership_id'),
          sql<string>`${actor.organisationId}::uuid`.as('organisation_id'),
          sql<string>`${`${objectType}.imported`}::text`.as('action'),
          sql<string>`${objectType}::text`.as('object_type'),
          jsonb({ importId }).as('details'),
          sql<string>`${scope.requestId}::text`.as('request_id'),
          sql<Date>`${now}::timestamptz`.as('dispatched_at'),
        ]),
    )
    .execute();
}
