import type { JoinAnswer, PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { sql, type RawBuilder } from 'kysely';
import { refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Member, MemberScope } from '../platform/scope.ts';
import { readDetail } from './page.ts';
import { changeablePartnerships } from './policy.ts';

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
            .where((eb) =>
              eb.or([
                eb(sql`${decision}::text`, '=', 'declined'),
                eb.exists(
                  eb
                    .selectFrom('organisation as joining')
                    .select('joining.id')
                    .whereRef('joining.id', '=', 'request.organisation_id')
                    .where('joining.archived_at', 'is', null),
                ),
              ]),
            )
            .where(answerable(actor))
            .returning(['request.partnership_id as id', 'request.organisation_id', 'request.role']),
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
                  'changed.role',
                  sql<string>`${now}::date`.as('joined_on'),
                ])
                .where(sql<boolean>`${decision === 'accepted'}`),
            )
            .onConflict((oc) =>
              oc.columns(['partnership_id', 'organisation_id']).doUpdateSet((eb) => ({
                left_on: null,
                joined_on: eb.ref('excluded.joined_on'),
                role: eb.ref('excluded.role'),
              })),
            )
            .returning('organisation_id'),
        ),
    {
      action: decision === 'accepted' ? 'partnership.joined' : 'partnership.not_joined',
      objectType: 'partnership',
      details: { requestIds: [requestId] },
      reason: answer ?? null,
    },
  );
  const [row] = rows;
  if (row) return readDetail(scope, row.id);
  return refuse(scope, requestId, version, answerable(actor));
}

/**
 * Takes back what was asked and not answered: members an invitation, the organisation that asked its application. Throws
 * partnership_request.not_found, request.version_stale.
 */
export async function withdrawRequest(
  scope: MemberScope,
  requestId: string,
  version: number,
): Promise<PartnershipDetail> {
  const { actor, clock } = scope;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('partnership_request as request')
          .from('partnership')
          .set((eb) => ({
            state: 'withdrawn',
            answered_at: clock.now(),
            answered_by: actor.personId,
            version: eb('request.version', '+', 1),
          }))
          .whereRef('partnership.id', '=', 'request.partnership_id')
          .where('request.id', '=', requestId)
          .where('request.version', '=', version)
          .where('request.state', '=', 'open')
          .where(withdrawable(actor))
          .returning('request.partnership_id as id'),
      ),
    { action: 'partnership.request_withdrawn', objectType: 'partnership', details: { requestIds: [requestId] } },
  );
  const [row] = rows;
  if (row) return readDetail(scope, row.id);
  return refuse(scope, requestId, version, withdrawable(actor));
}

async function refuse(
  scope: MemberScope,
  requestId: string,
  version: number,
  isTheirs: RawBuilder<boolean>,
): Promise<never> {
  const known = await scope.db
    .selectFrom('partnership_request as request')
    .innerJoin('partnership', 'partnership.id', 'request.partnership_id')
    .select(['request.state', 'request.version', 'request.organisation_id', 'partnership.ended_on'])
    .where('request.id', '=', requestId)
    .where(isTheirs)
    .executeTakeFirst();
  if (!known) throw new Problem('partnership_request.not_found');
  if (known.state !== 'open' || known.version !== version) throw new Problem('request.version_stale');
  if (known.ended_on !== null) throw new Problem('partnership.ended');
  await refuseWhoIsGone(scope, [known.organisation_id]);
  throw new Problem('request.conflict');
}

/** Members answer an application, the organisation that is asked an invitation; on `request` and `partnership`. */
function answerable(actor: Member): RawBuilder<boolean> {
  return byKind(changeablePartnerships(actor), ownRequests(actor));
}

/** The other way round: whoever asked may take it back. */
function withdrawable(actor: Member): RawBuilder<boolean> {
  return byKind(ownRequests(actor), changeablePartnerships(actor));
}

function byKind(application: RawBuilder<boolean>, invitation: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`(case request.kind when 'application' then ${application} else ${invitation} end)`;
}

function ownRequests(actor: Member): RawBuilder<boolean> {
  return roleHas(actor.role, 'partnership:join')
    ? sql<boolean>`request.organisation_id = ${actor.organisationId}::uuid`
    : sql<boolean>`false`;
}
