import type { JoinInput, PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { sql } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { findStanding } from './detail-query.ts';
import { getPartnershipDetail } from './page.ts';
import { changeablePartnerships, isMemberToday } from './policy.ts';

/**
 * Asks to join for one's own organisation, where the partnership is open; or, as a member, invites another one. Throws
 * partnership.not_found, partnership.not_open, partnership.member_already, partnership.asked_already,
 * organisation.merged_away, organisation.gone.
 */
export async function askToJoin(scope: MemberScope, id: string, input: JoinInput): Promise<PartnershipDetail> {
  const { actor, clock } = scope;
  const isInvitation = input.organisationId !== undefined && input.organisationId !== actor.organisationId;
  const organisationId = input.organisationId ?? actor.organisationId;
  const requestId = newId();
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('partnership_request')
          .columns(['id', 'partnership_id', 'organisation_id', 'kind', 'message', 'asked_at', 'asked_by'])
          .expression((eb) =>
            eb
              .selectFrom('partnership')
              .innerJoin('organisation', (join) => join.on('organisation.id', '=', organisationId))
              .select([
                sql<string>`${requestId}::uuid`.as('id'),
                'partnership.id as partnership_id',
                'organisation.id as organisation_id',
                sql<'application'>`${isInvitation ? 'invitation' : 'application'}::text`.as('kind'),
                sql<string>`${input.message}::text`.as('message'),
                sql<Date>`${clock.now()}::timestamptz`.as('asked_at'),
                sql<string>`${actor.personId}::uuid`.as('asked_by'),
              ])
              .where('partnership.id', '=', id)
              .where(allStand([organisationId]))
              .where(sql<boolean>`not ${isMemberToday(organisationId)}`)
              .where(
                isInvitation
                  ? changeablePartnerships(actor)
                  : sql<boolean>`(partnership.is_open and partnership.ended_on is null)`,
              ),
          )
          .returning('partnership_id as id'),
      ),
    {
      action: isInvitation ? 'partnership.invited' : 'partnership.asked_to_join',
      objectType: 'partnership',
      details: { organisationIds: [organisationId], requestIds: [requestId] },
    },
  );
  if (rows.length > 0) return getPartnershipDetail(scope, id);
  const standing = await findStanding(scope.db, id);
  const members = standing?.members.map(({ organisation_id }) => organisation_id) ?? [];
  if (members.includes(organisationId)) throw new Problem('partnership.member_already');
  if (isInvitation ? !members.includes(actor.organisationId) : !standing) throw new Problem('partnership.not_found');
  if (standing?.ended_on) throw new Problem('partnership.ended');
  await refuseWhoIsGone(scope, [organisationId]);
  throw new Problem(isInvitation ? 'partnership.organisation_missing' : 'partnership.not_open');
}
