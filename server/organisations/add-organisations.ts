import type { OrganisationInput } from '@collegium/contract/organisations.ts';
import { sql } from 'kysely';
import { jsonb } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { newId } from '../platform/ids.ts';
import type { MemberScope } from '../platform/scope.ts';
import { columnsOf } from './organisations.ts';

/** What became of many organisations; numbers are places in the list that was given. */
export interface AddedOrganisations {
  /** Those that are new, with their id. */
  added: Map<number, string>;
  /** Identifiers that another organisation has already; the new one was added without them. */
  taken: { index: number; identifier: string }[];
}

/**
 * Adds the organisations that are not there yet. One is known by the first of its identifiers, or without any by its
 * exact name; it then stays as it is. `scope.db` is a transaction. Two round trips.
 */
export async function addOrganisations(
  scope: MemberScope,
  inputs: readonly OrganisationInput[],
): Promise<AddedOrganisations> {
  const there = await findThere(scope, inputs);
  const added = new Map(inputs.flatMap((_, index) => (there.has(index) ? [] : [[index, newId()] as const])));
  if (added.size === 0) return { added, taken: [] };
  const wanted = [...added].flatMap(([index, id]) =>
    (inputs[index]?.identifiers ?? []).map((identifier) => ({ ...identifier, organisation_id: id, index })),
  );
  const given = await insertAll(scope, inputs, added, wanted);
  const got = new Set(given.map(({ scheme, value, organisation_id }) => `${scheme}:${value}:${organisation_id}`));
  const taken = wanted
    .filter(({ scheme, value, organisation_id }) => !got.has(`${scheme}:${value}:${organisation_id}`))
    .map(({ index, scheme, value }) => ({ index, identifier: `${scheme}:${value}` }));
  return { added, taken };
}

async function findThere(scope: MemberScope, inputs: readonly OrganisationInput[]): Promise<Set<number>> {
  const keys = inputs.map(({ name, identifiers }, index) => ({
    index,
    scheme: identifiers?.[0]?.scheme ?? null,
    value: identifiers?.[0]?.value ?? null,
    name,
  }));
  const rows = await scope.db
    .selectFrom(
      sql<{
        index: number;
        scheme: string | null;
        value: string;
        name: string;
      }>`jsonb_to_recordset(${jsonb(keys)})`.as<'wanted'>(
        sql`wanted (index integer, scheme text, value text, name text)`,
      ),
    )
    .select('wanted.index')
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('organisation_identifier as known')
            .select('known.value')
            .whereRef('known.scheme', '=', 'wanted.scheme')
            .whereRef('known.value', '=', 'wanted.value'),
        ),
        eb.and([
          eb('wanted.scheme', 'is', null),
          eb.exists(
            eb
              .selectFrom('organisation as known')
              .select('known.id')
              .whereRef('known.name', '=', 'wanted.name')
              .where('known.archived_at', 'is', null),
          ),
        ]),
      ]),
    )
    .execute();
  return new Set(rows.map(({ index }) => index));
}

function insertAll(
  scope: MemberScope,
  inputs: readonly OrganisationInput[],
  added: ReadonlyMap<number, string>,
  identifiers: readonly { scheme: string; value: string; organisation_id: string }[],
) {
  const rows = [...added].map(([index, id]) => ({ id, ...columnsOf(inputs[index] as OrganisationInput) }));
  const incoming = sql<Tables['organisation']>`jsonb_to_recordset(${jsonb(rows)})`.as<'incoming'>(
    sql`incoming (id uuid, kind text, name text, short_mark text, country text, city text, website text, description jsonb, search_text text)`,
  );
  return scope.db
    .with('changed', (qc) =>
      qc
        .insertInto('organisation')
        .columns([...columns, 'created_at', 'created_by'])
        .expression((eb) =>
          eb
            .selectFrom(incoming)
            .select([...columns])
            .select([
              sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
              sql<string>`${scope.actor.personId}::uuid`.as('created_by'),
            ]),
        )
        .returning('id'),
    )
    .insertInto('organisation_identifier')
    .columns(['scheme', 'value', 'organisation_id'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<Tables['organisation_identifier']>`jsonb_to_recordset(${jsonb(identifiers)})`.as<'identifier'>(
            sql`identifier (scheme text, value text, organisation_id uuid)`,
          ),
        )
        .select(['scheme', 'value', 'organisation_id']),
    )
    .onConflict((oc) => oc.doNothing())
    .returning(['scheme', 'value', 'organisation_id'])
    .execute();
}

const columns = [
  'id',
  'kind',
  'name',
  'short_mark',
  'country',
  'city',
  'website',
  'description',
  'search_text',
] as const;
