import type { MemberRole } from '@collegium/contract/partnerships/terms.ts';
import { sql, type QueryCreator } from 'kysely';
import { jsonb } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Member } from '../platform/scope.ts';

type Changed = QueryCreator<Tables & { changed: { id: string } }>;

/** Organisations that should belong to a partnership, and as what. */
export interface Wanted {
  organisationIds: readonly string[];
  roles?: Record<string, MemberRole>;
  /** Those who need not be asked: one's own organisation; to administrators of the network, all. */
  consenting: readonly string[];
}

interface JoiningRow {
  organisation_id: string;
  role: MemberRole | null;
  request_id: string;
  consents: boolean;
}

function joining(
  { organisationIds, roles = {}, consenting }: Wanted,
  requestIds: Readonly<Record<string, string>> = {},
) {
  const rows = organisationIds.map((id) => ({
    organisation_id: id,
    role: roles[id] ?? null,
    request_id: requestIds[id] ?? null,
    consents: consenting.includes(id),
  }));
  return sql<JoiningRow>`jsonb_to_recordset(${jsonb(rows)})`.as<'joining'>(
    sql`joining (organisation_id uuid, role text, request_id uuid, consents boolean)`,
  );
}

const isMemberAlready = (qc: Changed) =>
  qc
    .selectFrom('partnership_member as current')
    .select('current.organisation_id')
    .whereRef('current.partnership_id', '=', sql.ref('changed.id'))
    .whereRef('current.organisation_id', '=', sql.ref('joining.organisation_id'))
    .where('current.left_on', 'is', null);

/**
 * Makes organisations members of the partnership in `changed`, when they need not be asked or are members already; who had
 * left comes back, who is a member keeps the role unless told.
 */
export function insertMembers(qc: Changed, wanted: Wanted, at: Date) {
  const { roles = {} } = wanted;
  return qc
    .insertInto('partnership_member')
    .columns(['partnership_id', 'organisation_id', 'role', 'joined_on'])
    .expression((eb) =>
      eb
        .selectFrom(['changed', joining(wanted)])
        .select([
          'changed.id',
          'joining.organisation_id',
          sql<MemberRole>`coalesce(joining.role, 'partner')`.as('role'),
          sql<string>`${at}::date`.as('joined_on'),
        ])
        .where((or) => or.or([or('joining.consents', '=', true), or.exists(isMemberAlready(qc))])),
    )
    .onConflict((oc) =>
      oc.columns(['partnership_id', 'organisation_id']).doUpdateSet((eb) => ({
        left_on: null,
        role: sql<MemberRole>`coalesce((${jsonb(roles)} ->> ${eb.ref('excluded.organisation_id')}::text), ${eb.ref('partnership_member.role')})`,
      })),
    )
    .returning('organisation_id');
}

/** Who invites, with which words, and the ids of the invitations by organisation. */
export interface Inviting {
  actor: Member;
  message: string;
  requestIds: Readonly<Record<string, string>>;
}

/** Invites the others into the partnership in `changed`; who asks to join or is invited already stays so. */
export function insertInvitations(qc: Changed, wanted: Wanted, { actor, message, requestIds }: Inviting, at: Date) {
  return (
    qc
      .insertInto('partnership_request')
      .columns(['id', 'partnership_id', 'organisation_id', 'kind', 'role', 'message', 'asked_at', 'asked_by'])
      .expression((eb) =>
        eb
          .selectFrom(['changed', joining(wanted, requestIds)])
          .select([
            'joining.request_id as id',
            'changed.id as partnership_id',
            'joining.organisation_id',
            sql<'invitation'>`'invitation'`.as('kind'),
            sql<MemberRole>`coalesce(joining.role, 'partner')`.as('role'),
            sql<string>`${message}::text`.as('message'),
            sql<Date>`${at}::timestamptz`.as('asked_at'),
            sql<string>`${actor.personId}::uuid`.as('asked_by'),
          ])
          .where('joining.consents', '=', false)
          .where((not) => not.not(not.exists(isMemberAlready(qc)))),
      )
      // Written as it is: with a parameter, the plan that PostgreSQL keeps no longer finds the partial index.
      .onConflict((oc) =>
        oc.columns(['partnership_id', 'organisation_id']).where('state', '=', sql.lit('open')).doNothing(),
      )
      .returning('partnership_id as id')
  );
}

/** Everybody else leaves the partnership in `changed` today. */
export function leaveOthers(qc: Changed, organisationIds: readonly string[], at: Date) {
  return qc
    .updateTable('partnership_member')
    .set({ left_on: sql<string>`greatest(joined_on, ${at}::date)` })
    .where('partnership_id', 'in', (eb) => eb.selectFrom('changed').select('changed.id'))
    .where('organisation_id', '<>', sql<string>`all(${[...organisationIds]}::uuid[])`)
    .where('left_on', 'is', null)
    .returning('organisation_id');
}

/** The units of one's own organisation that take part in the partnership in `changed`; nothing when none are told. */
export function insertUnits(qc: Changed, organisationId: string, unitIds: readonly string[] | undefined) {
  return qc
    .insertInto('partnership_unit')
    .columns(['partnership_id', 'organisation_id', 'unit_id'])
    .expression((eb) =>
      eb
        .selectFrom([
          'changed',
          sql<{ unit_id: string }>`unnest(${[...(unitIds ?? [])]}::uuid[])`.as<'part'>(sql`part (unit_id)`),
        ])
        .select(['changed.id', sql<string>`${organisationId}::uuid`.as('organisation_id'), 'part.unit_id']),
    )
    .onConflict((oc) => oc.doNothing())
    .returning('unit_id');
}

/** Units of one's own organisation that no longer take part; none leave when none are told. */
export function removeUnits(qc: Changed, organisationId: string, unitIds: readonly string[] | undefined) {
  return qc
    .deleteFrom('partnership_unit')
    .where('partnership_id', 'in', (eb) => eb.selectFrom('changed').select('changed.id'))
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`${unitIds !== undefined} and unit_id <> all(${[...(unitIds ?? [])]}::uuid[])`)
    .returning('unit_id');
}
