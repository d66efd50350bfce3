import type { EventDetails } from '@collegium/contract/json.ts';
import { sql, type CompiledQuery, type QueryCreator } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { jsonb } from '../database/database.ts';
import { plannedOnce } from '../database/pool.ts';
import { newId } from '../ids.ts';
import type { Scope } from '../scope.ts';

/** What happened, in the words `noun.verbed`, to which object, and why. */
export interface Happening {
  action: string;
  objectType: string;
  /** Defaults to the column `id` of the row in `of`. */
  objectId?: string;
  /** The part of the statement whose row says that it happened; `changed` unless named. At most one row. */
  of?: string;
  reason?: string | null;
  details?: EventDetails;
}

/** A part named `changed` that returns these rows. */
export interface Changed<Row> {
  changed: Row;
}
type RowOf<Parts> = Parts extends Changed<infer Row> ? Row : never;

/**
 * Runs **one** SQL statement: the parts that `build` puts together (the main one is named `changed` and returns its row,
 * with `id`), the audit event of each happening whose part returned a row, and the request's idempotency key.
 * Returns the rows of `changed`; when empty, nothing matched and nothing was recorded.
 * One statement is one round trip, atomic by itself, and needs no transaction around it.
 */
export async function change<Parts>(
  scope: Scope,
  // Inferred whole: comparing with `Tables` and the part `changed` takes the compiler a hundred times as long.
  build: (db: Database) => QueryCreator<Parts>,
  ...happenings: Happening[]
): Promise<RowOf<Parts>[]> {
  const rows = await run(scope, compile(scope, build(scope.db), happenings));
  return rows as RowOf<Parts>[];
}

/** The same for a long statement that is run often and finds all by keys: PostgreSQL plans it once per connection. */
export async function changeOften<Parts>(
  scope: Scope,
  build: (db: Database) => QueryCreator<Parts>,
  ...happenings: Happening[]
): Promise<RowOf<Parts>[]> {
  const statement = compile(scope, build(scope.db), happenings);
  const rows = await run(scope, { ...statement, sql: plannedOnce + statement.sql });
  return rows as RowOf<Parts>[];
}

function compile(scope: Scope, built: unknown, happenings: Happening[]): CompiledQuery {
  return complete(scope, built as Statement, happenings)
    .selectFrom('changed')
    .selectAll()
    .compile();
}

async function run(scope: Scope, statement: CompiledQuery): Promise<unknown[]> {
  const { rows } = await scope.db.executeQuery(statement);
  if (rows.length > 0) scope.signal();
  return rows;
}

/** What a statement found on the rows that it held, and whether it changed them. */
export type Judged<Verdict> = Verdict & { is_changed: boolean };

/**
 * The same for a statement that decides in a part named `verdict`, which returns at most one row: what it read from rows
 * that it holds. That row comes back whether or not `changed` followed from it, so that a refusal needs no further look.
 * undefined when there was no verdict.
 */
export async function judge<Parts extends { changed: unknown; verdict: unknown }>(
  scope: Scope,
  build: (db: Database) => QueryCreator<Parts>,
  ...happenings: Happening[]
): Promise<Judged<Parts['verdict']> | undefined> {
  const statement = complete(scope, build(scope.db) as unknown as Statement, happenings);
  const row = await statement
    .selectFrom('verdict')
    .selectAll('verdict')
    .select((eb) => eb.exists(eb.selectFrom('changed').select('changed.id')).as('is_changed'))
    .executeTakeFirst();
  if (row?.is_changed) scope.signal();
  return row as unknown as Judged<Parts['verdict']> | undefined;
}

/** Records a happening by itself, for verbs that already hold a transaction as `scope.db`. */
export async function recordEvent(scope: Scope, happening: Happening & { objectId: string }): Promise<void> {
  await scope.db.insertInto('audit_event').values(eventRow(scope, happening)).execute();
  if (scope.idempotency)
    await scope.db.insertInto('idempotency_key').values(keyRow(scope, scope.idempotency)).execute();
  scope.signal();
}

type Statement = QueryCreator<Tables & { changed: { id: string }; verdict: object }>;

function complete(scope: Scope, built: Statement, happenings: readonly Happening[]): Statement {
  let statement = built;
  for (const [index, happening] of happenings.entries()) statement = withEvent(statement, scope, happening, index);
  return withIdempotencyKey(statement, scope);
}

function withEvent(statement: Statement, scope: Scope, happening: Happening, index: number): Statement {
  const source = (happening.of ?? 'changed') as 'changed';
  const { object_id, ...values } = eventRow(scope, happening);
  const columns = Object.keys(values) as (keyof typeof values)[];
  return statement.with(`event_${index}`, (db) =>
    db
      .insertInto('audit_event')
      .columns([...columns, 'object_id'])
      .expression((eb) =>
        eb
          .selectFrom(source)
          .select([
            ...columns.map((column) => castOf(column, values[column]).as(column)),
            (object_id === undefined ? sql.ref(`${source}.id`) : sql`${object_id}::uuid`).as('object_id'),
          ])
          .limit(1),
      ),
  ) as unknown as Statement;
}

function withIdempotencyKey(statement: Statement, scope: Scope): Statement {
  if (!scope.idempotency) return statement;
  const row = keyRow(scope, scope.idempotency);
  return statement.with('key', (db) =>
    db
      .insertInto('idempotency_key')
      .columns(['person_id', 'key', 'request_sha256', 'created_at'])
      .expression((eb) =>
        eb
          .selectFrom('changed')
          .select([
            sql<string>`${row.person_id}::uuid`.as('person_id'),
            sql<string>`${row.key}::text`.as('key'),
            sql<string>`${row.request_sha256}::text`.as('request_sha256'),
            sql<Date>`${row.created_at}::timestamptz`.as('created_at'),
          ])
          .limit(1),
      ),
  );
}

function eventRow(scope: Scope, happening: Happening) {
  return {
    id: newId(),
    at: scope.clock.now(),
    account_id: scope.actor.accountId,
    person_id: scope.actor.personId,
    membership_id: scope.actor.membershipId,
    organisation_id: scope.actor.organisationId,
    action: happening.action,
    object_type: happening.objectType,
    object_id: happening.objectId as string,
    reason: happening.reason ?? null,
    details: jsonb(happening.details ?? {}),
    request_id: scope.requestId,
  };
}

const castTypes: Record<string, string> = { at: 'timestamptz', details: 'jsonb' };

/** Parameters of a bare `select` need their type; ids are uuid, the rest text. */
function castOf(column: string, value: unknown) {
  const type =
    castTypes[column] ?? (column === 'id' || (column.endsWith('_id') && column !== 'request_id') ? 'uuid' : 'text');
  return sql`${value}::${sql.raw(type)}`;
}

function keyRow(scope: Scope, idempotency: { key: string; requestSha256: string }) {
  return {
    person_id: scope.actor.personId as string,
    key: idempotency.key,
    request_sha256: idempotency.requestSha256,
    created_at: scope.clock.now(),
  };
}
