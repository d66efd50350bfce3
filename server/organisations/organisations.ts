import type {
  OrganisationInput,
  OrganisationPage,
  OrganisationQuery,
  OrganisationView,
} from '@collegium/contract/organisations.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb, type Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { searchWords } from '../platform/search/words.ts';
import { checkLinks } from './check-links.ts';
import { canChangeOrganisation } from './policy.ts';
import { presentOrganisation } from './present.ts';
import { findOrganisation, listOrganisations } from './queries.ts';

/** A page of organisations by name. */
export async function searchOrganisations(scope: Scope, query: OrganisationQuery): Promise<OrganisationPage> {
  const limit = query.limit ?? 30;
  const rows = await listOrganisations(scope.db, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.name, row.id],
    ({ short_mark, ...row }) => ({ ...row, shortMark: short_mark }),
  );
}

/** One organisation; throws organisation.not_found. */
export async function getOrganisation(scope: Scope, id: string): Promise<OrganisationView> {
  const row = await findOrganisation(scope.db, id);
  if (!row) throw new Problem('organisation.not_found');
  return presentOrganisation(scope.actor, row);
}

/** Adds an organisation to the register. Throws request.invalid, organisation.identifier_taken. */
export async function createOrganisation(scope: MemberScope, input: OrganisationInput): Promise<OrganisationView> {
  checkLinks(input, scope.language);
  const id = newId();
  await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .insertInto('organisation')
            .values({ id, ...columnsOf(input), created_at: scope.clock.now(), created_by: scope.actor.personId })
            .returning('id'),
        )
        .with('identified', (qc) => insertIdentifiers(qc, id, input)),
    { action: 'organisation.created', objectType: 'organisation', details: { name: input.name } },
  );
  return getOrganisation(scope, id);
}

/** Changes an organisation. Throws organisation.not_found, request.invalid, request.version_stale. */
export async function changeOrganisation(
  scope: MemberScope,
  id: string,
  version: number,
  input: OrganisationInput,
): Promise<OrganisationView> {
  if (!canChangeOrganisation(scope.actor, id)) throw new Problem('organisation.not_found');
  checkLinks(input, scope.language);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('organisation')
          .set((eb) => ({ ...columnsOf(input), version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .where('version', '=', version)
          .where('archived_at', 'is', null)
          .returning('id'),
      ),
    { action: 'organisation.changed', objectType: 'organisation', details: { name: input.name } },
  );
  if (rows.length === 0) throw new Problem('request.version_stale');
  return getOrganisation(scope, id);
}

/** What an organisation's input becomes in its table. */
export function columnsOf(input: OrganisationInput) {
  return {
    kind: input.kind,
    name: input.name,
    short_mark: input.shortMark,
    country: input.country ?? null,
    city: input.city ?? null,
    website: input.website ?? null,
    description: input.description ?? {},
    link_resolver: input.linkResolver || null,
    open_url_base: input.openUrlBase || null,
    search_text: searchWords(input.name, input.city, ...Object.values(input.description ?? {})),
  };
}

function insertIdentifiers(db: Pick<Database, 'insertInto'>, organisationId: string, input: OrganisationInput) {
  return db
    .insertInto('organisation_identifier')
    .columns(['scheme', 'value', 'organisation_id'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<Identifier>`jsonb_to_recordset(${jsonb(input.identifiers ?? [])})`.as<'identifier'>(
            sql`identifier (scheme text, value text)`,
          ),
        )
        .select(['scheme', 'value', sql<string>`${organisationId}::uuid`.as('organisation_id')]),
    )
    .returning('value');
}

type Identifier = NonNullable<OrganisationInput['identifiers']>[number];
