import type { JoinAnswer, JoinInput, PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { findStanding } from './detail-query.ts';
import { getPartnershipDetail, readDetail } from './page.ts';
import { changeablePartnerships, isMemberToday } from './policy.ts';

/**
 * Asks to join for one's own organisation, where the partnership is open; or, as a member, invites another one. Throws
 * partnership.not_found, partnership.not_open, partnership.member_already, partnership.asked_already.
 */
export async function askToJoin(scope: MemberScope, id: string, input: JoinInput): Promise<PartnershipDetail> {
  const { actor, clock } = scope;
  const isInvitation = input.organisationId !== undefined && input.organisationId !== actor.organisationId;
  const organisationId = input.organisationId ?? actor.organisationId;
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
                sql<string>`${newId()}::uuid`.as('id'),
                'partnership.id as partnership_id',
                'organisation.id as organisation_id',
                sql<'application'>`${isInvitation ? 'invitation' : 'application'}::text`.as('kind'),
                sql<string>`${input.message}::text`.as('message'),
                sql<Date>`${clock.now()}::timestamptz`.as('asked_at'),
                sql<string>`${actor.personId}::uuid`.as('asked_by'),
              ])
              .where('partnership.id', '=', id)
              .where('organisation.archived_at', 'is', null)
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
      details: { organisationId },
    },
  );
  if (rows.length > 0) return getPartnershipDetail(scope, id);
  const standing = await findStanding(scope.db, id);
  const members = standing?.members.map(({ organisation_id }) => organisation_id) ?? [];
  if (members.includes(organisationId)) throw new Problem('partnership.member_already');
  if (isInvitation ? !members.includes(actor.organisationId) : !standing) throw new Problem('partnership.not_found');
  if (standing?.ended_on) throw new Problem('partnership.ended');
  throw new Problem(isInvitation ? 'partnership.organisation_missing' : 'partnership.not_open');
}

/**
 * Members answer an application, the organisation that was asked an invitation; accepted, the organisation is a partner from
 * today on. Throws partnership_request.not_found, request.version_stale.
 */
export async function answerRequest(
  scope: MemberScope,
  requestId: string,
  version: number,
  { decision, answer }: JoinAnswer,
): Promise<PartnershipDetail> {
  const { actor, clock } = scope;
  const now = clock.now();
  const isAsked = roleHas(actor.role, 'partnership:join') ? actor.organisationId : null;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('partnership_request as request')
            .from('partnership')
            .set((eb) => ({
              state: decision,
              answer: answer ?? null,
              answered_at: now,
              answered_by: actor.personId,
              version: eb('request.version', '+', 1),
            }))
            .whereRef('partnership.id', '=', 'request.partnership_id')
            .where('request.id', '=', requestId)
            .where('request.version', '=', version)
            .where('request.state', '=', 'open')
            .where('partnership.ended_on', 'is', null)
            .where((or) =>
              or.or([
                or.and([or('request.kind', '=', 'application'), changeablePartnerships(actor)]),
                or.and([or('request.kind', '=', 'invitation'), or('request.organisation_id', '=', isAsked)]),
              ]),
            )
            .returning(['request.partnership_id as id', 'request.organisation_id']),
        )
        .with('joined', (qc) =>
          qc
            .insertInto('partnership_member')
            .columns(['partnership_id', 'organisation_id', 'role', 'joined_on'])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  'changed.id',
                  'changed.organisation_id',
                  sql<'partner'>`'partner'`.as('role'),
                  sql<string>`${now}::date`.as('joined_on'),
                ])
                .where(sql<boolean>`${decision === 'accepted'}`),
            )
            .onConflict((oc) =>
              oc
                .columns(['partnership_id', 'organisation_id'])
                .doUpdateSet((eb) => ({ left_on: null, joined_on: eb.ref('excluded.joined_on') })),
            )
            .returning('organisation_id'),
        ),
    { action: decision === 'accepted' ? 'partnership.joined' : 'partnership.not_joined', objectType: 'partnership' },
  );
  const [row] = rows;
  if (row) return readDetail(scope, row.id);
  const known = await scope.db
    .selectFrom('partnership_request as request')
    .innerJoin('partnership', 'partnership.id', 'request.partnership_id')
    .select('request.state')
    .where('request.id', '=', requestId)
    .where((or) =>
      or.or([
        or.and([or('request.kind', '=', 'application'), changeablePartnerships(actor)]),
        or.and([or('request.kind', '=', 'invitation'), or('request.organisation_id', '=', isAsked)]),
      ]),
    )
    .executeTakeFirst();
  throw new Problem(known ? 'request.version_stale' : 'partnership_request.not_found');
}
