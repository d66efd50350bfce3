import type { OrganisationView } from '@collegium/contract/organisations.ts';
import type { Actor } from '../platform/scope.ts';
import { canChangeOrganisation, canInvite } from './policy.ts';
import type { OrganisationRow } from './queries.ts';

/** An organisation as its readers see it, with what this actor may do next. */
export function presentOrganisation(actor: Actor, row: OrganisationRow): OrganisationView {
  const isArchived = row.archived_at !== null;
  const canChange = !isArchived && canChangeOrganisation(actor, row.id);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shortMark: row.short_mark,
    country: row.country,
    city: row.city,
    website: row.website,
    description: row.description,
    identifiers: row.identifiers,
    linkResolver: row.link_resolver,
    openUrlBase: row.open_url_base,
    units: row.units.map((unit) => ({ id: unit.id, parentId: unit.parent_id, name: unit.name })),
    isArchived,
    mergedInto: row.merged_into,
    version: row.version,
    abilities: {
      change: canChange,
      addUnit: canChange,
      merge: !isArchived && actor.role === 'network_administrator',
      archive: !isArchived && actor.role === 'network_administrator',
      invite: !isArchived && canInvite(actor, row.id),
    },
  };
}
