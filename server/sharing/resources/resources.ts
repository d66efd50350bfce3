import type { ResourceInput, ResourceView } from '@collegium/contract/sharing/resources.ts';
import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../../platform/scope.ts';
import { checkResource } from './check-resource.ts';
import { presentResource } from './present-resource.ts';
import { findResource } from './resource-query.ts';
import { forgetRules } from '../taking/load-rules.ts';
import { tablesOf } from '../tables.ts';
import { withAgreements } from './name-agreements.ts';
import { withOffers } from './serve-offers.ts';
import { columnsOf, firstStatus, withItems, withLists, type Changing } from './write-resource.ts';

/** One resource; throws resource.not_found. */
export async function getResource(scope: Scope, id: string): Promise<ResourceView> {
  const row = await findResource(scope, id);
  if (!row) throw new Problem('resource.not_found');
  return presentResource(scope.actor, row, scope);
}

/**
 * Adds what the actor's organisation shares. Throws request.invalid, booking.zone_unknown, resource.person_missing,
 * resource.agreement_not_binding, resource.offer_unknown.
 */
export async function createResource(scope: MemberScope, input: ResourceInput): Promise<ResourceView> {
  const checked = checkResource(input, scope.language);
  const [id, now, t] = [newId(), scope.clock.now(), tablesOf(scope)];
  await change(
    scope,
    (db) => {
      const made = db.with('changed', (qc) =>
        qc
          .insertInto('resource')
          .values({
            id,
            organisation_id: scope.actor.organisationId,
            ...columnsOf(input, checked),
            person_id: ownPerson(scope, input),
            state_since: now,
            created_at: now,
            created_by: scope.actor.personId,
          })
          .returning('resource.id'),
      ) as unknown as Changing;
      const complete = withItems(t, withLists(t, made, input, scope.actor.organisationId), checked.units, now);
      return firstStatus(
        t,
        withOffers(scope, withAgreements(scope, complete, input), input),
        now,
        scope.actor.personId,
      );
    },
    { action: 'resource.created', objectType: 'resource', details: { name: input.name } },
  );
  return getResource(scope, id);
}

/**
 * Changes a resource, its rules and lists. Bookings that were made stay as they are; the owner hears of those that the new
 * hours would not allow. Throws resource.not_found, request.version_stale and what createResource throws.
 */
export async function changeResource(
  scope: MemberScope,
  id: string,
  version: number,
  input: ResourceInput,
): Promise<ResourceView> {
  const checked = checkResource(input, scope.language);
  const [now, t] = [scope.clock.now(), tablesOf(scope)];
  const rows = await change(
    scope,
    (db) => {
      const changed = db.with('changed', (qc) =>
        qc
          .updateTable('resource')
          .set((eb) => ({
            ...columnsOf(input, checked),
            person_id: ownPerson(scope, input),
            version: eb('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('organisation_id', '=', scope.actor.organisationId)
          .where('version', '=', version)
          .where('state', '<>', 'retired')
          .returning('resource.id'),
      ) as unknown as Changing;
      const listed = withItems(t, withLists(t, changed, input, scope.actor.organisationId), checked.units, now);
      return withOffers(scope, withAgreements(scope, listed, input), input);
    },
    { action: 'resource.changed', objectType: 'resource', details: { name: input.name } },
  );
  forgetRules(scope.network.slug, id);
  const view = await getResource(scope, id);
  if (rows.length > 0) return view;
  throw new Problem(view.owner.id === scope.actor.organisationId ? 'request.version_stale' : 'resource.not_found');
}

/** Hours can only be those of the organisation's own people; anybody else becomes null, which the table refuses. */
function ownPerson(scope: MemberScope, { kind, personId }: ResourceInput) {
  if (!personId) return null;
  return sql<string | null>`(select person_id from ${tablesOf(scope)}.membership where person_id = ${personId}::uuid
    and organisation_id = ${scope.actor.organisationId}::uuid and ended_on is null and ${kind}::text = 'person_time' limit 1)`;
}
