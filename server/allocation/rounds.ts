import type { RoundInput, RoundPage, RoundQuery, RoundView } from '@collegium/contract/rounds.ts';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { canManageRound } from './policy.ts';
import { presentRound, presentRoundItem } from './present.ts';
import { findRound, listRounds, type RoundRow } from './queries.ts';
import { refuseMove } from './refuse.ts';

/** A page of the rounds that the actor may see, the newest first. */
export async function searchRounds(scope: Scope, query: RoundQuery): Promise<RoundPage> {
  const limit = query.limit ?? 30;
  const now = scope.clock.now();
  const rows = await listRounds(scope.db, scope.actor, { ...query, limit }, now);
  return pageOf(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => presentRoundItem(row, now),
  );
}

/** One round. Throws round.not_found. */
export async function getRound(scope: Scope, id: string): Promise<RoundView> {
  return presentRound(scope.actor, await getRoundRow(scope, id), scope.clock.now());
}

/** The row behind a round that the actor may see. Throws round.not_found. */
export async function getRoundRow(scope: Scope, id: string): Promise<RoundRow> {
  const row = await findRound(scope.db, scope.actor, id);
  if (!row) throw new Problem('round.not_found');
  return row;
}

/** The same for a coordinator of the round's organisation; to others the address does not exist. */
export async function getManagedRound(scope: MemberScope, id: string): Promise<RoundRow> {
  const row = await getRoundRow(scope, id);
  if (!canManageRound(scope.actor, 'round:change', row.organisation_id)) throw new Problem('round.not_found');
  return row;
}

/** Makes a round of the actor's organisation, as a draft. Throws round.window_reversed, round.score_rule_needed, … */
export async function createRound(scope: MemberScope, input: RoundInput): Promise<RoundView> {
  checkInput(input);
  const id = newId();
  await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('round')
          .values({
            id,
            organisation_id: scope.actor.organisationId,
            ...columnsOf(input),
            created_at: scope.clock.now(),
            created_by: scope.actor.personId,
          })
          .returning('id'),
      ),
    { action: 'round.created', objectType: 'round', details: { name: input.name } },
  );
  return getRound(scope, id);
}

/** Changes a draft. Throws round.not_found, round.not_draft, request.version_stale. */
export async function changeRound(
  scope: MemberScope,
  id: string,
  version: number,
  input: RoundInput,
): Promise<RoundView> {
  checkInput(input);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('round')
          .set((eb) => ({ ...columnsOf(input), version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .where('organisation_id', '=', scope.actor.organisationId)
          .where('state', '=', 'draft')
          .where('version', '=', version)
          .returning('id'),
      ),
    { action: 'round.changed', objectType: 'round', details: { name: input.name } },
  );
  if (rows.length === 0) throw await refuseMove(scope, id, { version, otherwise: 'round.not_draft' });
  return getRound(scope, id);
}

function checkInput(input: RoundInput): void {
  if (input.rankedBy === 'score' && !input.scoreRule?.trim())
    throw new Problem('round.score_rule_needed', {}, [
      { pointer: '/scoreRule', message: new Problem('round.score_rule_needed').message },
    ]);
}

function columnsOf(input: RoundInput) {
  return {
    name: jsonb(input.name),
    term: input.term ?? null,
    opens_at: new Date(input.opensAt),
    closes_at: new Date(input.closesAt),
    respond_by: input.respondBy ? new Date(input.respondBy) : null,
    wishes_minimum: input.wishesMinimum,
    wishes_maximum: input.wishesMaximum,
    ranked_by: input.rankedBy,
    score_rule: input.rankedBy === 'score' ? (input.scoreRule ?? null) : null,
  };
}
