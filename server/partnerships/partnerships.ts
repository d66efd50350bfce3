import type {
  PartnershipInput,
  PartnershipPage,
  PartnershipQuery,
  PartnershipView,
} from '@collegium/contract/partnerships.ts';
import { change } from '../platform/audit/change.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canChangePartnership, changeablePartnerships } from './policy.ts';
import {
  findPartnership,
  insertMembers,
  insertUnits,
  leaveOthers,
  listPartnerships,
  removeUnits,
  type PartnershipRow,
} from './queries.ts';

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

/** Founds a partnership. Coordinators found only what their own organisation belongs to: partnership.own_organisation_missing. */
export async function createPartnership(scope: MemberScope, input: PartnershipInput): Promise<PartnershipView> {
  if (!canChangePartnership(scope.actor, input.organisationIds))
    throw new Problem('partnership.own_organisation_missing');
  const id = newId();
  const at = scope.clock.now();
  await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .insertInto('partnership')
            .values({
              id,
              name: input.name,
              model: input.model,
              purpose: input.purpose ?? '',
              is_open: input.isOpen ?? false,
              public_fields: input.publicFields ?? [],
              created_at: at,
              created_by: scope.actor.personId,
            })
            .returning('id'),
        )
        .with('members', (qc) => insertMembers(qc, input, at))
        .with('units', (qc) => insertUnits(qc, scope.actor.organisationId, input.unitIds)),
    {
      action: 'partnership.created',
      objectType: 'partnership',
      details: { name: input.name, organisations: input.organisationIds.length },
    },
  );
  return getPartnership(scope, id);
}

/** Changes a partnership and who belongs to it; who is no longer named leaves today. Throws partnership.not_found, request.version_stale. */
export async function changePartnership(
  scope: MemberScope,
  id: string,
  version: number,
  input: PartnershipInput,
): Promise<PartnershipView> {
  const at = scope.clock.now();
  const { actor } = scope;
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
            .returning('id'),
        )
        .with('members', (qc) => insertMembers(qc, input, at))
        .with('gone', (qc) => leaveOthers(qc, input.organisationIds, at))
        .with('units_gone', (qc) => removeUnits(qc, actor.organisationId, input.unitIds))
        .with('units', (qc) => insertUnits(qc, actor.organisationId, input.unitIds)),
    {
      action: 'partnership.changed',
      objectType: 'partnership',
      details: { name: input.name, organisations: input.organisationIds.length },
    },
  );
  if (rows.length > 0) return getPartnership(scope, id);
  const row = await findPartnership(scope.db, readerOf(scope), id);
  throw new Problem(
    row &&
      canChangePartnership(
        actor,
        row.members.map((member) => member.organisation_id),
      )
      ? 'request.version_stale'
      : 'partnership.not_found',
  );
}

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
