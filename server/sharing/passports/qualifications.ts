import type {
  QualificationInput,
  QualificationPage,
  QualificationQuery,
  QualificationView,
} from '@collegium/contract/sharing/passports.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { sql, type RawBuilder } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { jsonb } from '../../platform/database/database.ts';
import { decodeCursor, pageOf } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Actor, MemberScope, Scope } from '../../platform/scope.ts';
import { jsonList, part, tablesOf, type Tables } from '../tables.ts';

interface Row {
  id: string;
  organisation_id: string;
  owner_name: string;
  owner_mark: string;
  name: LocalisedText;
  description: LocalisedText;
  valid_months: number | null;
  offer_id: string | null;
  recognised: QualificationView['recognised'];
  version: number;
}

/** A page of what owners ask people to have learnt, the newest first. */
export async function listQualifications(scope: Scope, query: QualificationQuery): Promise<QualificationPage> {
  const t = tablesOf(scope);
  const limit = query.limit ?? 30;
  const after = decodeCursor(query.cursor, 1);
  const { rows } = await sql<Row>`${view(t)} where qualification.archived_at is null
    and (${query.organisationId ?? null}::uuid is null or qualification.organisation_id = ${query.organisationId ?? null}::uuid)
    and (${after?.[0] ?? null}::uuid is null or qualification.id < ${after?.[0] ?? null}::uuid)
    order by qualification.id desc limit ${limit + 1}`.execute(scope.db);
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => present(scope.actor, row),
  );
}

/** Adds a qualification of the actor's organisation. Throws qualification.not_found for one that is to be recognised. */
export function createQualification(scope: MemberScope, input: QualificationInput): Promise<QualificationView> {
  const t = tablesOf(scope);
  const id = newId();
  return write(
    scope,
    id,
    input,
    'qualification.created',
    sql<{ id: string }>`insert into ${t}.qualification
      (id, organisation_id, name, description, valid_months, offer_id, created_at, created_by)
    values (${id}::uuid, ${scope.actor.organisationId}::uuid, ${jsonb(input.name)}, ${jsonb(input.description ?? {})},
      ${input.validMonths ?? null}::integer, ${input.offerId ?? null}::uuid, ${scope.clock.now()}::timestamptz, ${scope.actor.personId}::uuid)
    returning id`,
  );
}

/** Changes a qualification and whose passports open it too. Throws qualification.not_found, request.version_stale. */
export function changeQualification(
  scope: MemberScope,
  id: string,
  version: number,
  input: QualificationInput,
): Promise<QualificationView> {
  const t = tablesOf(scope);
  return write(
    scope,
    id,
    input,
    'qualification.changed',
    sql<{ id: string }>`update ${t}.qualification set name = ${jsonb(input.name)},
      description = ${jsonb(input.description ?? {})}, valid_months = ${input.validMonths ?? null}::integer,
      offer_id = ${input.offerId ?? null}::uuid, version = version + 1
    where id = ${id}::uuid and version = ${version}::integer and organisation_id = ${scope.actor.organisationId}::uuid returning id`,
  );
}

async function write(
  scope: MemberScope,
  id: string,
  input: QualificationInput,
  action: string,
  changed: RawBuilder<{ id: string }>,
): Promise<QualificationView> {
  if (!Object.values(input.name).some((text) => /\S/.test(text)))
    throw new Problem('request.invalid', { fields: 'name' }, [
      { pointer: '/name', message: nameNeeded(scope.language) },
    ]);
  const t = tablesOf(scope);
  const ids = input.recognisedIds ?? [];
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', () => part(changed))
        .with('recognised', () =>
          part(sql<object>`insert into ${t}.qualification_recognition (qualification_id, recognised_id, recognised_at, recognised_by)
            select changed.id, other, ${scope.clock.now()}::timestamptz, ${scope.actor.personId}::uuid
            from changed cross join unnest(${ids}::uuid[]) other on conflict do nothing returning recognised_id`),
        )
        .with('forgotten', () =>
          part(sql<object>`delete from ${t}.qualification_recognition gone using changed
            where gone.qualification_id = changed.id and gone.recognised_id <> all(${ids}::uuid[]) returning gone.recognised_id`),
        ) as never,
    { action, objectType: 'qualification' },
  );
  const { rows: found } = await sql<Row>`${view(t)} where qualification.id = ${id}::uuid`.execute(scope.db);
  const [row] = found;
  if (!row || row.organisation_id !== scope.actor.organisationId) throw new Problem('qualification.not_found');
  if (rows.length === 0) throw new Problem('request.version_stale');
  return present(scope.actor, row);
}

function view(t: Tables): RawBuilder<Row> {
  return sql<Row>`select qualification.*, owner.name as owner_name, owner.short_mark as owner_mark,
      ${jsonList(sql`select other.id, other.name, teacher.name as "organisationName" from ${t}.qualification_recognition recognition
        join ${t}.qualification other on other.id = recognition.recognised_id
        join ${t}.organisation teacher on teacher.id = other.organisation_id
        where recognition.qualification_id = qualification.id order by other.id`)} as recognised
    from ${t}.qualification join ${t}.organisation owner on owner.id = qualification.organisation_id`;
}

function present(actor: Actor, row: Row): QualificationView {
  const isOwn = row.organisation_id === actor.organisationId && roleHas(actor.role, 'passport:issue');
  return {
    id: row.id,
    owner: { id: row.organisation_id, name: row.owner_name, shortMark: row.owner_mark },
    name: row.name,
    description: row.description,
    validMonths: row.valid_months,
    offerId: row.offer_id,
    recognised: row.recognised,
    version: row.version,
    abilities: { change: isOwn, issue: isOwn },
  };
}

function nameNeeded(language: string): string {
  return language.startsWith('zh') ? '请填写名称，至少一种语言。' : 'Enter a name, in at least one language.';
}
