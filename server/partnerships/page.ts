import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { sql, type QueryCreator } from 'kysely';
import { refuseWhoIsGone } from '../organisations/standing.ts';
import { change, type Happening } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { findPartnershipDetail } from './detail-query.ts';
import { canSeePartnership, changeablePartnerships } from './policy.ts';
import { presentDetail } from './present-detail.ts';

/** The page of a partnership, as far as this reader may see it. Throws partnership.not_found. */
export async function getPartnershipDetail(scope: Scope, id: string): Promise<PartnershipDetail> {
  const detail = await readDetail(scope, id);
  const hasOwnRequest = detail.requests.some(({ organisation }) => organisation.id === scope.actor.organisationId);
  if (!canSeePartnership(scope.actor, { ...detail, hasOwnRequest })) throw new Problem('partnership.not_found');
  return detail;
}

/** The page as far as this reader may see it, also when that is nothing but its name: for whoever just acted on it. */
export async function readDetail(scope: Scope, id: string): Promise<PartnershipDetail> {
  const row = await findPartnershipDetail(scope.db, scope.actor, id);
  if (!row) throw new Problem('partnership.not_found');
  return presentDetail(scope.actor, row, scope.clock.now());
}

/** Ends a partnership today, with a reason; what was is kept. Throws partnership.not_found, request.version_stale. */
export async function endPartnership(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<PartnershipDetail> {
  const { actor, clock } = scope;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('partnership')
          .set((eb) => ({
            ended_on: sql<string>`${clock.now()}::date`,
            ended_by: actor.personId,
            end_reason: reason,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('version', '=', version)
          .where(changeablePartnerships(actor))
          .returning('id'),
      ),
    { action: 'partnership.ended', objectType: 'partnership', reason },
  );
  const detail = await getPartnershipDetail(scope, id);
  if (rows.length > 0) return detail;
  if (detail.endedOn !== null) throw new Problem('partnership.ended');
  throw new Problem(detail.abilities.change ? 'request.version_stale' : 'partnership.not_found');
}

type Part = QueryCreator<Tables>;

/** What applies when a member could not add or change a part. */
interface Refusal {
  otherwise?: 'partnership.owner_not_member' | 'partnership.person_elsewhere' | 'partnership.not_found';
  /** Organisations that were named. */
  organisationIds?: readonly string[];
}

/** Adds or changes a part in one statement, and says why when it could not. */
export async function changePart(
  scope: MemberScope,
  id: string,
  part: (qc: Part) => ReturnType<Part['insertInto']> | object,
  happening: Happening,
  { otherwise = 'partnership.not_found', organisationIds = [] }: Refusal = {},
): Promise<PartnershipDetail> {
  const rows = await change(scope, (db: Database) => db.with('changed', (qc) => part(qc) as never) as never, happening);
  const detail = await getPartnershipDetail(scope, id);
  if (rows.length > 0) return detail;
  if (detail.endedOn !== null && detail.isMember) throw new Problem('partnership.ended');
  if (!detail.abilities.change) throw new Problem('partnership.not_found');
  if (organisationIds.length > 0) await refuseWhoIsGone(scope, organisationIds);
  throw new Problem(otherwise);
}
