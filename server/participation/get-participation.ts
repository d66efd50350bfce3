import type {
  ParticipationPage,
  ParticipationQuery,
  ParticipationView,
} from '@collegium/contract/participation/views.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { findParticipation, type DetailRow } from './detail-query.ts';
import { canReadParticipation } from './policy.ts';
import { presentParticipation, presentSummary } from './present.ts';
import { listParticipations } from './list-query.ts';

/** A page of the participations that the actor may see, newest first. */
export async function searchParticipations(scope: MemberScope, query: ParticipationQuery): Promise<ParticipationPage> {
  const limit = query.limit ?? 30;
  const rows = await listParticipations(scope.db, scope.actor, scope.clock.now(), { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => presentSummary(scope.actor, row),
  );
}

/** One participation with its plans, journal and outcome. Throws participation.not_found. */
export async function getParticipation(scope: MemberScope, id: string): Promise<ParticipationView> {
  return presentParticipation(scope.actor, await readParticipation(scope, id));
}

/** The same as a row, for a verb that must find out why it could not act. Throws participation.not_found. */
export async function readParticipation(scope: MemberScope, id: string): Promise<DetailRow> {
  const row = await findParticipation(scope.db, id, scope.clock.now());
  if (!row || !canReadParticipation(scope.actor, row)) throw new Problem('participation.not_found');
  return row;
}
