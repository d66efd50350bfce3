import type { ScoresInput, ScoresView } from '@collegium/contract/rounds.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { isRunning } from './queries.ts';
import { refuseMove } from './refuse.ts';
import { readScores } from './score-file.ts';
import { findUnknownScores, matchScores } from './score-queries.ts';

/**
 * Stores the published scores of learners of the round, all rows or none, in one statement. Until the round is run.
 * Throws round.scores_unreadable, round.scores_unknown, round.already_run.
 */
export async function storeScores(scope: MemberScope, id: string, input: ScoresInput): Promise<ScoresView> {
  const given = readScores(input);
  const [row] = await change<ScoresView>(
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
  const unknown = await findUnknownScores(scope.db, id, given);
  // Only its coordinator may learn who is in a round.
  const refusal = await refuseMove(scope, id, { otherwise: 'round.already_run' });
  const isTheirs = refusal.code !== 'round.not_found' && refusal.code !== 'round.is_running';
  if (isTheirs && unknown.count > 0) throw new Problem('round.scores_unknown', unknown);
  throw refusal;
}
