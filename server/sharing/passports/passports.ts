import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import type {
  PassportInput,
  PassportPage,
  PassportQuery,
  PassportView,
} from '@collegium/contract/sharing/passports.ts';
import { sql, type RawBuilder } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { decodeCursor, pageOf } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { isStaff } from '../policy.ts';
import { part, tablesOf, type Tables } from '../tables.ts';

interface Row {
  id: string;
  person_id: string;
  person_name: string;
  qualification_id: string;
  qualification_name: LocalisedText;
  organisation_id: string;
  organisation_name: string;
  issued_on: string;
  expires_on: string | null;
  evidence: string;
  revoked_at: Date | null;
  revocation_reason: string | null;
  version: number;
}

/** Passports that the actor may see: one's own; for staff also those of own people and those for own qualifications. */
export async function listPassports(scope: MemberScope, query: PassportQuery): Promise<PassportPage> {
  const t = tablesOf(scope);
  const limit = query.limit ?? 30;
  const after = decodeCursor(query.cursor, 1);
  const { rows } = await sql<Row>`${view(t)} where ${visible(t, scope)}
    and (${query.qualificationId ?? null}::uuid is null or passport.qualification_id = ${query.qualificationId ?? null}::uuid)
    and (${after?.[0] ?? null}::uuid is null or passport.id < ${after?.[0] ?? null}::uuid)
    order by passport.id desc limit ${limit + 1}`.execute(scope.db);
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => present(scope, row),
  );
}

/**
 * Gives somebody, found by mail address, a passport; it holds as long as the qualification says, unless a day is named.
 * Throws qualification.not_found, passport.person_missing, passport.exists, passport.dates_reversed.
 */
export async function issuePassport(
  scope: MemberScope,
  qualificationId: string,
  input: PassportInput,
): Promise<PassportView> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const id = newId();
  const issuedOn = input.issuedOn ?? now.toISOString().slice(0, 10);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', () =>
        part(sql<{
          id: string;
        }>`insert into ${t}.passport (id, qualification_id, person_id, issued_on, expires_on, evidence, created_at, created_by)
          select ${id}::uuid, qualification.id, person.id, ${issuedOn}::date, coalesce(${input.expiresOn ?? null}::date,
              (${issuedOn}::date + qualification.valid_months * interval '1 month')::date),
            ${input.evidence ?? ''}::text, ${now}::timestamptz, ${scope.actor.personId}::uuid
          from ${t}.qualification join ${t}.person on person.email = lower(${input.email}::text)
          where qualification.id = ${qualificationId}::uuid and qualification.archived_at is null
            and qualification.organisation_id = ${scope.actor.organisationId}::uuid returning id`),
      ) as never,
    { action: 'passport.issued', objectType: 'passport' },
  );
  if (rows.length > 0) return getPassport(scope, id);
  const own = await scope.db
    .selectFrom('qualification')
    .select('id')
    .where('id', '=', qualificationId)
    .where('organisation_id', '=', scope.actor.organisationId)
    .executeTakeFirst();
  throw new Problem(own ? 'passport.person_missing' : 'qualification.not_found');
}

/** Takes a passport back, with a reason. Bookings that were made with it stay. Throws passport.not_found, request.version_stale. */
export async function revokePassport(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<PassportView> {
  const t = tablesOf(scope);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', () =>
        part(sql<{ id: string }>`update ${t}.passport set revoked_at = ${scope.clock.now()}::timestamptz,
            revoked_by = ${scope.actor.personId}::uuid, revocation_reason = ${reason}::text, version = passport.version + 1
          from ${t}.qualification where qualification.id = passport.qualification_id and passport.id = ${id}::uuid
            and passport.version = ${version}::integer and passport.revoked_at is null
            and qualification.organisation_id = ${scope.actor.organisationId}::uuid returning passport.id`),
      ) as never,
    { action: 'passport.revoked', objectType: 'passport', reason },
  );
  const passport = await getPassport(scope, id);
  if (rows.length > 0) return passport;
  throw new Problem(passport.abilities.revoke ? 'request.version_stale' : 'passport.not_found');
}

async function getPassport(scope: MemberScope, id: string): Promise<PassportView> {
  const t = tablesOf(scope);
  const { rows } = await sql<Row>`${view(t)} where passport.id = ${id}::uuid and ${visible(t, scope)}`.execute(
    scope.db,
  );
  if (!rows[0]) throw new Problem('passport.not_found');
  return present(scope, rows[0]);
}

function view(t: Tables): RawBuilder<Row> {
  return sql<Row>`select passport.*, holder.name as person_name, qualification.name as qualification_name,
      teacher.id as organisation_id, teacher.name as organisation_name
    from ${t}.passport join ${t}.qualification on qualification.id = passport.qualification_id
    join ${t}.organisation teacher on teacher.id = qualification.organisation_id
    join ${t}.person holder on holder.id = passport.person_id`;
}

function visible(t: Tables, { actor }: MemberScope): RawBuilder<boolean> {
  const own = sql<boolean>`passport.person_id = ${actor.personId}::uuid`;
  if (!isStaff(actor)) return own;
  return sql<boolean>`(${own} or qualification.organisation_id = ${actor.organisationId}::uuid
    or exists (select from ${t}.membership where membership.person_id = passport.person_id
      and membership.organisation_id = ${actor.organisationId}::uuid and membership.ended_on is null))`;
}

function present({ actor, clock }: MemberScope, row: Row): PassportView {
  const today = clock.now().toISOString().slice(0, 10);
  const isOver = row.revoked_at !== null || (row.expires_on !== null && row.expires_on <= today);
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    qualification: {
      id: row.qualification_id,
      name: row.qualification_name,
      organisationName: row.organisation_name,
    },
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    isValid: !isOver && row.issued_on <= today,
    evidence: row.evidence,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revocationReason: row.revocation_reason,
    version: row.version,
    abilities: {
      revoke:
        row.revoked_at === null &&
        row.organisation_id === actor.organisationId &&
        roleHas(actor.role, 'passport:issue'),
    },
  };
}
