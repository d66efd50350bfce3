import type { ImportProblem } from '@collegium/contract/imports.ts';
import { sql, type Insertable } from 'kysely';
import { jsonb, schemaOf, type Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Member } from '../platform/scope.ts';
import type { KnownOrganisation } from './row-handler.ts';

/** Imports of one network go one after the other: the second waits here until the first has ended. */
export async function waitForTurn(db: Database, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${slug}`}, 0))`.execute(db);
}

/** Keys of the rows taken so far live beside the transaction, so that memory does not grow with the file. */
export async function createSeen(db: Database): Promise<void> {
  await sql`create temporary table import_seen (key text primary key, row_number integer not null) on commit drop`.execute(
    db,
  );
}

/** Notes rows by their keys; returns the rows whose key an earlier one has: key → that row's number. */
export async function noteSeen(
  db: Database,
  rows: readonly { key: string; row: number }[],
): Promise<Map<string, number>> {
  const { rows: earlier } = await sql<{ key: string; row_number: number }>`
    with incoming as (select * from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ row }) => row)}::integer[])
                      as incoming (key, row_number)),
         noted as (insert into import_seen select key, row_number from incoming on conflict do nothing returning key)
    select import_seen.key, import_seen.row_number from incoming join import_seen using (key)`.execute(db);
  return new Map(earlier.map(({ key, row_number }) => [key, row_number]));
}

/** The organisations that are called so; null where several have the name. */
export async function findOrganisations(
  db: Database,
  slug: string,
  references: readonly string[],
): Promise<Map<string, KnownOrganisation | null>> {
  const schema = sql.raw(schemaOf(slug));
  const { rows } = await sql<KnownOrganisation & { reference: string }>`
    select reference, organisation.id, organisation.name, organisation.city, organisation.country
    from unnest(${[...references]}::text[]) reference
    join ${schema}.organisation_identifier identifier
      on identifier.scheme = split_part(reference, ':', 1)
      and identifier.value = substr(reference, strpos(reference, ':') + 1)
    join ${schema}.organisation on organisation.id = identifier.organisation_id
    where strpos(reference, ':') > 0 and organisation.archived_at is null
    union
    select reference, organisation.id, organisation.name, organisation.city, organisation.country
    from unnest(${[...references]}::text[]) reference
    join ${schema}.organisation on organisation.name = reference
    where organisation.archived_at is null`.execute(db);
  const found = new Map<string, KnownOrganisation | null>();
  for (const { reference, ...organisation } of rows) found.set(reference, found.has(reference) ? null : organisation);
  return found;
}

/** After thousands of rows the planner's figures mislead until PostgreSQL gets round to them by itself: a minute of slow lists. */
export async function refreshStatistics(db: Database, slug: string): Promise<void> {
  const tables = ['organisation', 'organisation_identifier', 'offer', 'person', 'membership', 'learner_profile'];
  const names = tables.map((table) => sql.table(`${schemaOf(slug)}.${table}`));
  await sql`analyze ${sql.join(names)}`.execute(db);
}

/** Keeps the record of an import and its first problems. */
export async function insertImport(
  db: Database,
  record: Insertable<Tables['import']> & { id: string },
  problems: readonly ImportProblem[],
): Promise<void> {
  await db.insertInto('import').values(record).execute();
  if (problems.length === 0) return;
  const rows = problems.map(({ row, column, code, message }, position) => ({
    import_id: record.id,
    row_number: row,
    position,
    field: column,
    code,
    message,
  }));
  await db
    .insertInto('import_problem')
    .columns(['import_id', 'row_number', 'position', 'field', 'code', 'message'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<Tables['import_problem']>`jsonb_to_recordset(${jsonb(rows)})`.as<'incoming'>(
            sql`incoming (import_id uuid, row_number integer, position integer, field text, code text, message text)`,
          ),
        )
        .select(['import_id', 'row_number', 'position', 'field', 'code', 'message']),
    )
    .execute();
}

/** The administrator of the network with this mail address, and the language in which to speak to them. */
export async function findAdministrator(
  db: Database,
  email: string,
  day: string,
): Promise<{ actor: Member; language: string } | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('platform.account', 'platform.account.id', 'person.account_id')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['platform.account.id as accountId', 'person.id as personId', 'person.language'])
    .select(['membership.id as membershipId', 'membership.organisation_id as organisationId'])
    .where('platform.account.email', '=', email.toLowerCase())
    .where('membership.role', '=', 'network_administrator')
    .where(sql<boolean>`(membership.ended_on is null or membership.ended_on > ${day}::date)`)
    .orderBy('membership.id')
    .executeTakeFirst();
  if (!row) return undefined;
  const { language, ...ids } = row;
  return { actor: { ...ids, role: 'network_administrator' }, language };
}
