import type { RoundView } from '@collegium/contract/rounds.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { stateAt } from './present.ts';
import { isRunning, roundSeenBy } from './queries.ts';
import { sayWhy } from './refuse.ts';
import { getRound } from './rounds.ts';
import { unscored } from './run-queries.ts';

/**
 * Asks for a run of a closed round; a worker freezes the input and solves it, and the round shows its progress.
 * Throws round.still_open, round.is_running, round.scores_missing, …
 */
export async function startRun(scope: MemberScope, id: string): Promise<RoundView> {
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('ready', (qc) =>
          qc
            .updateTable('round')
            .set((eb) => ({
              state: sql<'closed'>`case when state = 'open' then 'closed' else state end`,
              version: eb('version', '+', 1),
            }))
            .where('id', '=', id)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where((eb) =>
              eb.or([
                eb('state', 'in', ['closed', 'review']),
                eb.and([eb('state', '=', 'open'), eb('closes_at', '<=', now)]),
              ]),
            )
            .where((eb) => eb.not(isRunning(eb)))
            .where((eb) => eb.or([eb('ranked_by', '<>', 'score'), eb.not(eb.exists(unscored(scope.db, id)))]))
            .returning('id'),
        )
        .with('changed', (qc) =>
          qc
            .insertInto('run')
            .columns(['id', 'round_id', 'number', 'state', 'method', 'started_at', 'started_by'])
            .expression((eb) =>
              eb.selectFrom('ready').select([
                sql<string>`${newId()}::uuid`.as('id'),
                'ready.id as round_id',
                eb
                  .selectFrom('run')
                  .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
                  .where('round_id', '=', id)
                  .$asScalar()
                  .$notNull()
                  .as('number'),
                sql<'running'>`'running'`.as('state'),
                sql<string>`'deferred-acceptance'`.as('method'),
                sql<Date>`${now}::timestamptz`.as('started_at'),
                sql<string>`${scope.actor.personId}::uuid`.as('started_by'),
              ]),
            )
            .returning(['round_id as id', 'number']),
        ),
    { action: 'round.run_started', objectType: 'round' },
  );
  if (rows.length > 0) return getRound(scope, id);
  const row = await roundSeenBy(scope.db, scope.actor, id)
    .select((eb) =>
      eb
        .selectFrom(unscored(scope.db, id).as('unscored'))
        .select(sql<number>`count(*)`.as('n'))
        .$asScalar()
        .$notNull()
        .as('unscored'),
    )
    .executeTakeFirst();
  throw sayWhy(scope, row, {
    otherwise: 'round.already_published',
    because: (round) => {
      const state = stateAt(round, now);
      if (state === 'draft' || state === 'open')
        return new Problem('round.still_open', { closesAt: round.closes_at.toISOString() });
      const isMissing = round.ranked_by === 'score' && round.unscored > 0;
      if (isMissing && round.run?.state !== 'running' && state !== 'published')
        return new Problem('round.scores_missing', { count: round.unscored });
      return undefined;
    },
  });
}
