import type {
  PartnershipInput,
  PartnershipPage,
  PartnershipQuery,
  PartnershipView,
} from '@collegium/contract/partnerships.ts';
import { sql } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change, type Happening } from '../platform/audit/change.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canChangePartnership, changeablePartnerships, currentMembers } from './policy.ts';
import { findPartnership, listPartnerships, type PartnershipRow } from './queries.ts';
import { insertInvitations, insertMembers, insertUnits, leaveOthers, removeUnits } from './write-members.ts';

/** Partnerships that the reader may know of, by name. */
export async function searchPartnerships(scope: MemberScope, query: PartnershipQuery): Promise<PartnershipPage> {
  const limit = query.limit ?? 30;
  const rows = await listPartnerships(scope.db, readerOf(scope), { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.name, row.id],
    (row) => present(scope, row),
  );
}

/**
 * Founds a partnership with one's own organisation, and invites the others, who are members once they accept. Administrators
 * of the network write down what was agreed elsewhere: to them, all named are members at once. Throws
 * partnership.own_organisation_missing, organisation.merged_away, organisation.gone.
 */
export async function createPartnership(scope: MemberScope, input: PartnershipInput): Promise<PartnershipView> {
  if (!canChangePartnership(scope.actor, input.organisationIds))
    throw new Problem('partnership.own_organisation_missing');
  const id = newId();
  const { actor } = scope;
  const at = scope.clock.now();
  const { wanted, inviting } = whoIsAsked(scope, input);
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .insertInto('partnership')
            .columns(['id', 'name', 'model', 'purpose', 'is_open', 'public_fields', 'created_at', 'created_by'])
            .expression(
              qc
                .selectNoFrom([
                  sql<string>`${id}::uuid`.as('id'),
                  sql<string>`${input.name}::text`.as('name'),
                  sql<typeof input.model>`${input.model}::text`.as('model'),
                  sql<string>`${input.purpose ?? ''}::text`.as('purpose'),
                  sql<boolean>`${input.isOpen ?? false}::boolean`.as('is_open'),
                  sql<string[]>`${input.publicFields ?? []}::text[]`.as('public_fields'),
                  sql<Date>`${at}::timestamptz`.as('created_at'),
                  sql<string>`${actor.personId}::uuid`.as('created_by'),
                ])
                .where(allStand(input.organisationIds)),
            )
            .returning('id'),
        )
        .with('members', (qc) => insertMembers(qc, wanted, at))
        .with('invited', (qc) => insertInvitations(qc, wanted, inviting, at))
        .with('units', (qc) => insertUnits(qc, actor.organisationId, input.unitIds)),
    {
      action: 'partnership.created',
      objectType: 'partnership',
      details: { name: input.name, organisations: input.organisationIds.length },
    },
    invited(inviting),
  );
  if (rows.length === 0) await refuseWhoIsGone(scope, input.organisationIds);
  return getPartnership(scope, id);
}

/**
 * Changes a partnership and who belongs to it: who is no longer named leaves today, who is named anew is invited. Throws
 * partnership.not_found, request.version_stale, organisation.merged_away, organisation.gone.
 */
export async function changePartnership(
  scope: MemberScope,
  id: string,
  version: number,
  input: PartnershipInput,
): Promise<PartnershipView> {
  const at = scope.clock.now();
  const { actor } = scope;
  const { wanted, inviting } = whoIsAsked(scope, input);
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('partnership')
            .set((eb) => ({
              name: input.name,
              model: input.model,
              purpose: input.purpose ?? '',
              ...(input.isOpen !== undefined && { is_open: input.isOpen }),
              ...(input.publicFields !== undefined && { public_fields: input.publicFields }),
              version: eb('version', '+', 1),
            }))
            .where('id', '=', id)
            .where('version', '=', version)
            .where(changeablePartnerships(actor))
            .where(allStand(input.organisationIds, currentMembers()))
            .returning('id'),
        )
        .with('members', (qc) => insertMembers(qc, wanted, at))
        .with('invited', (qc) => insertInvitations(qc, wanted, inviting, at))
        .with('gone', (qc) => leaveOthers(qc, input.organisationIds, at))
        .with('units_gone', (qc) => removeUnits(qc, actor.organisationId, input.unitIds))
        .with('units', (qc) => insertUnits(qc, actor.organisationId, input.unitIds)),
    {
      action: 'partnership.changed',
      objectType: 'partnership',
      details: { name: input.name, organisations: input.organisationIds.length },
    },
    invited(inviting),
  );
  const row = await findPartnership(scope.db, readerOf(scope), id);
  if (row && rows.length > 0) return present(scope, row);
  const members = row?.members.map((member) => member.organisation_id) ?? [];
  if (!row || !canChangePartnership(actor, members)) throw new Problem('partnership.not_found');
  if (row.ended_on !== null) throw new Problem('partnership.ended');
  if (row.version !== version) throw new Problem('request.version_stale');
  await refuseWhoIsGone(
    scope,
    input.organisationIds.filter((one) => !members.includes(one)),
  );
  throw new Problem('request.conflict');
}

/** No organisation is bound without its word: all but one's own are asked, each by an invitation with an id of its own. */
function whoIsAsked({ actor }: MemberScope, { organisationIds, roles, purpose = '' }: PartnershipInput) {
  const consenting = actor.role === 'network_administrator' ? organisationIds : [actor.organisationId];
  const asked = organisationIds.filter((id) => !consenting.includes(id));
  return {
    wanted: { organisationIds, consenting, ...(roles && { roles }) },
    inviting: { actor, message: purpose, requestIds: Object.fromEntries(asked.map((id) => [id, newId()])) },
  };
}

const invited = ({ requestIds }: { requestIds: Record<string, string> }): Happening => ({
  action: 'partnership.invited',
  objectType: 'partnership',
  of: 'invited',
  details: { organisationIds: Object.keys(requestIds), requestIds: Object.values(requestIds) },
});

async function getPartnership(scope: MemberScope, id: string): Promise<PartnershipView> {
  const row = await findPartnership(scope.db, readerOf(scope), id);
  if (!row) throw new Problem('partnership.not_found');
  return present(scope, row);
}

const readerOf = ({ actor, clock }: MemberScope) => ({ actor, today: clock.now().toISOString().slice(0, 10) });

function present(scope: MemberScope, row: PartnershipRow): PartnershipView {
  const members = row.shows_members ? row.members : [];
  return {
    id: row.id,
    name: row.name,
    model: row.model,
    phase: row.phase,
    purpose: row.shows_purpose ? row.purpose : '',
    isMember: row.is_member,
    isOpen: row.is_open,
    members: members.map((member) => ({
      organisationId: member.organisation_id,
      name: member.name,
      shortMark: member.short_mark,
    })),
    version: row.version,
    abilities: {
      change:
        row.ended_on === null &&
        canChangePartnership(
          scope.actor,
          row.members.map((member) => member.organisation_id),
        ),
    },
  };
}
