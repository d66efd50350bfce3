import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { Kept } from '@collegium/contract/agreements/library.ts';
import type { TemplateContent } from '@collegium/contract/agreements/template.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

type What = { table: 'agreement_template'; content: TemplateContent } | { table: 'clause_template'; content: Clause };

/** Keeps a new template or clause of the actor's organisation, as version 1. */
export async function keepNew(scope: MemberScope, what: What): Promise<Kept> {
  const id = newId();
  await insert(scope, what, id, 1);
  return { id, version: 1 };
}

/**
 * Keeps the next version of a template or clause; earlier ones stay, as agreements were made from them.
 * Throws agreement.template_not_found, request.version_stale.
 */
export async function keepNext(scope: MemberScope, what: What, id: string, version: number): Promise<Kept> {
  const rows = await insert(scope, what, id, version + 1);
  if (rows > 0) return { id, version: version + 1 };
  throw new Problem(
    (await latest(scope, what.table, id)) === undefined ? 'agreement.template_not_found' : 'request.version_stale',
  );
}

/** Takes a template or clause out of the library. Throws agreement.template_not_found. */
export async function archiveKept(scope: MemberScope, table: What['table'], id: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('archived', (qc) =>
          qc
            .updateTable(table)
            .set({ archived_at: scope.clock.now() })
            .where('id', '=', id)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where('archived_at', 'is', null)
            .returning('id'),
        )
        .with('changed', (qc) => qc.selectFrom('archived').select('archived.id').limit(1)),
    { action: `${table}.archived`, objectType: table },
  );
  if (rows.length === 0) throw new Problem('agreement.template_not_found');
}

/** Writes a version when it is the one after the latest, or the first. Returns how many rows were written. */
async function insert(scope: MemberScope, what: What, id: string, number: number): Promise<number> {
  const { organisationId, personId } = scope.actor;
  // Both tables are alike but for the name of the column that holds the text.
  const table = what.table as 'agreement_template';
  const column = (what.table === 'agreement_template' ? 'content' : 'body') as 'content';
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto(table)
          .columns(['id', 'number', 'organisation_id', column, 'created_at', 'created_by'])
          .expression((eb) =>
            eb
              .selectFrom(sql<{ one: number }>`(select 1)`.as<'single'>(sql`single (one)`))
              .select([
                sql<string>`${id}::uuid`.as('id'),
                sql<number>`${number}::integer`.as('number'),
                sql<string>`${organisationId}::uuid`.as('organisation_id'),
                jsonb(what.content as TemplateContent).as('content'),
                sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
                sql<string>`${personId}::uuid`.as('created_by'),
              ])
              .where((where) =>
                where(
                  where
                    .selectFrom(`${table} as kept`)
                    .select(sql<number>`coalesce(max(kept.number), 0)`.as('latest'))
                    .where('kept.id', '=', id)
                    .where('kept.organisation_id', '=', organisationId)
                    .where('kept.archived_at', 'is', null),
                  '=',
                  number - 1,
                ),
              ),
          )
          .returning('id'),
      ),
    { action: `${what.table}.kept`, objectType: what.table, details: { number } },
  );
  return rows.length;
}

function latest(scope: MemberScope, table: What['table'], id: string) {
  return scope.db
    .selectFrom(table)
    .select('number')
    .where('id', '=', id)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('archived_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}
