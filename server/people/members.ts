import type { InvitationInput, PersonListItem, PersonPage, PersonQuery } from '@collegium/contract/people.ts';
import { sql } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { ensureAccount } from '../platform/auth/accounts.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canManageMembersOf } from './policy.ts';
import { listMembers, type MemberRow } from './queries.ts';

/** A page of the current members whom the actor may see, by name. */
export async function searchMembers(scope: MemberScope, query: PersonQuery): Promise<PersonPage> {
  const limit = query.limit ?? 30;
  const rows = await listMembers(scope.db, scope.actor, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.name, row.membership_id],
    (row) => presentMember(scope, row),
  );
}

/**
 * Makes somebody a member of an organisation: the person with this mail address, else a new one with a new account.
 * Returns the membership's id. Throws organisation.not_found, membership.already_there, membership.unit_elsewhere.
 */
export async function invite(
  scope: MemberScope,
  organisationId: string,
  input: InvitationInput,
): Promise<{ membershipId: string }> {
  if (!canManageMembersOf(scope.actor, organisationId, input.role)) throw new Problem('organisation.not_found');
  const email = input.email.toLowerCase();
  const accountId = await ensureAccount(scope.db, { name: input.name, email });
  const now = scope.clock.now();
  const [membership] = await change(
    scope,
    (db) =>
      db
        .with('person_there', (qc) =>
          qc
            .insertInto('person')
            .values({ id: newId(), account_id: accountId, name: input.name, email, created_at: now })
            // An update that changes nothing, because only then the existing row's id is returned.
            .onConflict((oc) => oc.column('email').doUpdateSet((eb) => ({ email: eb.ref('excluded.email') })))
            .returning('id'),
        )
        .with('changed', (qc) =>
          qc
            .insertInto('membership')
            .columns([
              'id',
              'person_id',
              'organisation_id',
              'unit_id',
              'role',
              'started_on',
              'evidence',
              'created_at',
              'created_by',
            ])
            .expression((eb) =>
              eb
                .selectFrom('person_there')
                .select([
                  sql<string>`${newId()}::uuid`.as('id'),
                  'person_there.id as person_id',
                  sql<string>`${organisationId}::uuid`.as('organisation_id'),
                  sql<string>`${input.unitId ?? null}::uuid`.as('unit_id'),
                  sql<typeof input.role>`${input.role}::text`.as('role'),
                  sql<string>`${now}::date`.as('started_on'),
                  sql<string>`${input.evidence ?? null}::text`.as('evidence'),
                  sql<Date>`${now}::timestamptz`.as('created_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('created_by'),
                ])
                .where(allStand([organisationId])),
            )
            .returning(['id', 'person_id']),
        ),
    { action: 'membership.created', objectType: 'membership', details: { role: input.role, organisationId } },
  );
  if (membership) return { membershipId: membership.id };
  await refuseWhoIsGone(scope, [organisationId]);
  throw new Problem('request.conflict');
}

/** Ends a membership today. Throws membership.not_found, request.version_stale, membership.last_administrator. */
export async function endMembership(scope: MemberScope, membershipId: string, version: number): Promise<void> {
  const { actor } = scope;
  const isAll = actor.role === 'network_administrator';
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('membership')
          .set((eb) => ({
            ended_on: sql<string>`greatest(started_on, ${scope.clock.now()}::date)`,
            ended_by: actor.personId,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', membershipId)
          .where('version', '=', version)
          .where('ended_on', 'is', null)
          .$if(!isAll, (q) =>
            q.where('organisation_id', '=', actor.organisationId).where('role', '<>', 'network_administrator'),
          )
          .where((eb) =>
            eb.or([
              eb('role', '<>', 'network_administrator'),
              eb.exists(
                eb
                  .selectFrom('membership as other')
                  .select('other.id')
                  .where('other.role', '=', 'network_administrator')
                  .where('other.ended_on', 'is', null)
                  .where('other.id', '<>', membershipId),
              ),
            ]),
          )
          .returning('id'),
      ),
    { action: 'membership.ended', objectType: 'membership' },
  );
  if (rows.length === 0) throw await whyNotEnded(scope, membershipId, version);
}

async function whyNotEnded(scope: MemberScope, membershipId: string, version: number): Promise<Problem> {
  const row = await scope.db
    .selectFrom('membership')
    .select(['organisation_id', 'role', 'version', 'ended_on'])
    .where('id', '=', membershipId)
    .executeTakeFirst();
  if (!row || row.ended_on !== null || !canManageMembersOf(scope.actor, row.organisation_id, row.role))
    return new Problem('membership.not_found');
  return new Problem(row.version === version ? 'membership.last_administrator' : 'request.version_stale');
}

function presentMember(scope: MemberScope, row: MemberRow): PersonListItem {
  return {
    personId: row.person_id,
    membershipId: row.membership_id,
    name: row.name,
    email: row.email,
    role: row.role,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    version: row.version,
    abilities: { end: canManageMembersOf(scope.actor, row.organisation_id, row.role) },
  };
}
