import type { ScoresInput, ScoresView } from '@collegium/contract/rounds.ts';
import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { change, type Changed } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { isRunning, roundSeenBy } from './queries.ts';
import { sayWhy } from './refuse.ts';
import { readScores } from './score-file.ts';
import { matchScores, unknownScores } from './score-queries.ts';

/**
 * Stores the published scores of learners of the round, all rows or none, in one statement. Until the round is run.
 * Throws round.scores_unreadable, round.scores_unknown, round.already_run.
 */
export async function storeScores(scope: MemberScope, id: string, input: ScoresInput): Promise<ScoresView> {
  const given = readScores(input);
  const [row] = await change<Changed<ScoresView>>(
    scope,
    (db) =>
      db
        .with('given', () => matchScores(scope.db, id, given))
        .with('touched', (qc) =>
          qc
            .updateTable('round')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('id', '=', id)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where('ranked_by', '=', 'score')
            .where('state', 'in', ['draft', 'open', 'closed'])
            .where((eb) => eb.not(isRunning(eb)))
            .where(sql<boolean>`not exists (select from given where membership_id is null)`)
            .returning(['id', 'version']),
        )
        .with('scored', (qc) =>
          qc
            .updateTable('round_learner')
            .from('given')
            .innerJoin('touched', (join) => join.onTrue())
            .set((eb) => ({ score: eb.ref('given.score') }))
            .where('round_learner.round_id', '=', id)
            .whereRef('round_learner.membership_id', '=', 'given.membership_id')
            .returning('round_learner.membership_id'),
        )
        .with('changed', (qc) =>
          qc
            .selectFrom('touched')
            .select(['id', 'version'])
            .select((eb) =>
              eb
                .selectFrom('scored')
                .select(sql<number>`count(*)`.as('n'))
                .$asScalar()
                .$notNull()
                .as('stored'),
            ),
        ),
    { action: 'round.scored', objectType: 'round', details: { rows: given.length } },
  );
  if (row) return { stored: row.stored, version: row.version };
  const round = await roundSeenBy(scope.db, scope.actor, id)
    .select(() => jsonObjectFrom(unknownScores(scope.db, id, given)).as('unknown'))
    .executeTakeFirst();
  throw sayWhy(scope, round, {
    otherwise: 'round.already_run',
    unless: ({ unknown }) =>
      unknown && unknown.count > 0
        ? new Problem('round.scores_unknown', { count: unknown.count, first: unknown.first ?? '' })
        : undefined,
  });
}
