import { participationMachine, type ParticipationState } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';

/** How many are moved by one statement; the rest follow by the next. */
export const manyAtMost = 1_000;

interface ManyMoves {
  move: keyof typeof participationMachine.moves;
  action: string;
  reason: string | null;
  columns: { started_at: Date } | { ended_at: Date; end_reason: string };
}

/**
 * Moves participations that the server itself moves, each with its own event, in one statement. Those whose state the
 * move may not start from are left alone. Returns how many were moved.
 */
export async function moveMany(scope: Scope, ids: readonly string[], { move, ...what }: ManyMoves): Promise<number> {
  if (ids.length === 0) return 0;
  const { from, to } = participationMachine.moves[move];
  const eventIds = ids.map(() => newId());
  const moved = await scope.db
    .with('changed', (db) =>
      db
        .updateTable('participation')
        .set((eb) => ({ ...what.columns, state: to, version: eb('version', '+', 1) }))
        .where('id', '=', sql<string>`any(${ids}::uuid[])`)
        .where('state', '=', sql<ParticipationState>`any(${from}::text[])`)
        .returning('id'),
    )
    .with('recorded', (db) =>
      db
        .insertInto('audit_event')
        .columns(['id', 'at', 'action', 'object_type', 'object_id', 'reason', 'request_id'])
        .expression((eb) =>
          eb
            .selectFrom('changed')
            .innerJoin(
              sql<{ id: string; event_id: string }>`unnest(${ids}::uuid[], ${eventIds}::uuid[])`.as<'pair'>(
                sql`pair (id, event_id)`,
              ),
              'pair.id',
              'changed.id',
            )
            .select([
              'pair.event_id as id',
              sql<Date>`${scope.clock.now()}::timestamptz`.as('at'),
              sql<string>`${what.action}::text`.as('action'),
              sql<string>`'participation'`.as('object_type'),
              'changed.id as object_id',
              sql<string>`${what.reason}::text`.as('reason'),
              sql<string>`${scope.requestId}::text`.as('request_id'),
            ]),
        ),
    )
    .selectFrom('changed')
    .select('id')
    .execute();
  if (moved.length > 0) scope.signal();
  return moved.length;
}
