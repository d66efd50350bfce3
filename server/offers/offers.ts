import type { OfferInput, OfferView } from '@collegium/contract/offers.ts';
import { offerMachine, type OfferState } from '@collegium/contract/states/offer.ts';
import { sql } from 'kysely';
import { change, type Happening } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { checkOffer } from './check-offer.ts';
import { dayOf } from './day.ts';
import { presentOffer } from './present.ts';
import { findOffer, findOfferStanding } from './queries.ts';
import { insertOffer, updateOffer } from './write.ts';

/** One offer as the actor may read it; a draft is previewed by this. Throws offer.not_found. */
export async function getOffer(scope: Scope, id: string): Promise<OfferView> {
  const now = scope.clock.now();
  const row = await findOffer(scope.db, scope.actor, id, dayOf(now));
  if (!row) throw new Problem('offer.not_found');
  return presentOffer(scope.actor, row, now);
}

/** Makes a draft of the organisation on whose behalf the actor acts. Throws request.invalid, offer.unit_elsewhere and the like. */
export async function createOffer(scope: MemberScope, input: OfferInput): Promise<OfferView> {
  const checked = checkOffer(input, scope.language);
  const id = newId();
  await change(scope, (db) => insertOffer(db, scope.actor, input, checked, id, scope.clock.now()), {
    action: 'offer.created',
    objectType: 'offer',
    details: { title: input.title, kind: input.kind },
  });
  return getOffer(scope, id);
}

/** What a statement that announces an offer does besides, or not at all; the offer has this id. */
export interface Beside {
  offerId: string;
  parts: (db: Database) => Database;
  happening: Happening;
}

/**
 * Makes an offer and publishes it in one statement, for verbs that know all that it says, and does what stands beside it in
 * the same. Throws request.invalid, offer.window_over, offer.unit_elsewhere and the like.
 */
export async function announceOffer(scope: MemberScope, input: OfferInput, beside: Beside): Promise<void> {
  const now = scope.clock.now();
  const checked = checkOffer(input, scope.language);
  if (input.applicationsCloseAt && new Date(input.applicationsCloseAt) <= now) throw new Problem('offer.window_over');
  const details = { title: input.title, kind: input.kind };
  await change(
    scope,
    (db) => insertOffer(beside.parts(db), scope.actor, input, checked, beside.offerId, now, true),
    { action: 'offer.created', objectType: 'offer', details },
    { action: 'offer.published', objectType: 'offer' },
    beside.happening,
  );
}

/** Changes a draft or a published offer. Throws offer.not_found, request.version_stale, offer.places_below_taken, offer.fixed_once_published. */
export async function changeOffer(
  scope: MemberScope,
  id: string,
  version: number,
  input: OfferInput,
): Promise<OfferView> {
  const checked = checkOffer(input, scope.language);
  const rows = await change(scope, (db) => updateOffer(db, scope.actor, input, checked, { id, version }), {
    action: 'offer.changed',
    objectType: 'offer',
    details: { title: input.title, kind: input.kind, places: input.places },
  });
  if (rows.length > 0) return getOffer(scope, id);
  const { state } = await standingOf(scope, id, version, ['draft', 'published']);
  throw new Problem(state === 'published' ? 'offer.fixed_once_published' : 'request.conflict');
}

/** Lets the offer's audience see it and apply. Of two people who publish at once, one reads that it is published already. */
export async function publishOffer(scope: MemberScope, id: string, version: number): Promise<OfferView> {
  const now = scope.clock.now();
  const { from, to } = offerMachine.moves.publish;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('offer')
          .set((eb) => ({
            state: to,
            published_at: now,
            published_by: scope.actor.personId,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('organisation_id', '=', scope.actor.organisationId)
          .where('version', '=', version)
          .where('state', 'in', from)
          .where(sql<boolean>`(applications_close_at is null or applications_close_at > ${now})`)
          .returning(['id', 'title', 'kind']),
      ),
    { action: 'offer.published', objectType: 'offer' },
  );
  if (rows.length > 0) return getOffer(scope, id);
  await standingOf(scope, id, version, from);
  throw new Problem('offer.window_over');
}

/**
 * Takes a published offer back, with the reason that everybody who applied reads. Later stages hear `offer.withdrawn`.
 * It waits for whatever refers to the offer at this moment, a participation that begins above all, so that those who
 * hear of it find all of it.
 */
export async function withdrawOffer(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<OfferView> {
  const { from, to } = offerMachine.moves.withdraw;
  const rows = await change(
    scope,
    (db) =>
      db
        .with(
          (cte) => cte('held').materialized(),
          (qc) =>
            qc
              .selectFrom('offer')
              .select('id')
              .where('id', '=', id)
              .where('organisation_id', '=', scope.actor.organisationId)
              .where('version', '=', version)
              .where('state', 'in', from)
              .forUpdate(),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('offer')
            .from('held')
            .set((eb) => ({
              state: to,
              withdrawn_at: scope.clock.now(),
              withdrawn_by: scope.actor.personId,
              withdrawal_reason: reason,
              version: eb('offer.version', '+', 1),
            }))
            .whereRef('offer.id', '=', 'held.id')
            .returning('offer.id'),
        ),
    { action: 'offer.withdrawn', objectType: 'offer', reason },
  );
  if (rows.length > 0) return getOffer(scope, id);
  await standingOf(scope, id, version, from);
  throw new Problem('request.conflict');
}

/** Throws away a draft that nobody else ever saw. Throws offer.not_found, offer.not_a_draft. */
export async function discardOffer(scope: MemberScope, id: string, version: number): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('offer')
          .where('id', '=', id)
          .where('organisation_id', '=', scope.actor.organisationId)
          .where('version', '=', version)
          .where('state', '=', 'draft')
          .returning('id'),
      ),
    { action: 'offer.discarded', objectType: 'offer' },
  );
  if (rows.length > 0) return;
  const standing = await findOfferStanding(scope.db, id, scope.actor.organisationId);
  if (!standing) throw new Problem('offer.not_found');
  throw new Problem(standing.state === 'draft' ? 'request.version_stale' : 'offer.not_a_draft');
}

/** Why nothing matched: not ours, in another state, or changed meanwhile. Returns the standing when none of these. */
async function standingOf(scope: MemberScope, id: string, version: number, expected: readonly OfferState[]) {
  const standing = await findOfferStanding(scope.db, id, scope.actor.organisationId);
  if (!standing) throw new Problem('offer.not_found');
  const { state } = standing;
  if (state === 'withdrawn' && expected.includes('draft')) throw new Problem('offer.already_withdrawn');
  if (!expected.includes(state))
    throw new Problem('request.move_not_allowed', {
      state: offerMachine.states[state][scope.language.startsWith('zh') ? 'zh-CN' : 'en'],
    });
  if (standing.version !== version) throw new Problem('request.version_stale');
  return standing;
}
