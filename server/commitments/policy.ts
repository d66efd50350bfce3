import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';

/** What decides what somebody may do about a promise. */
export interface PromiseFacts {
  promiserId: string;
  beneficiaryId: string | null;
  /** The actor's organisation is bound by the agreement today. */
  isBound: boolean;
  isClosed: boolean;
}

/** The promiser's people record what was given, as long as the promise is open. */
export function canRecord(actor: Actor, promise: PromiseFacts): boolean {
  return (
    roleHas(actor.role, 'commitment:record') &&
    promise.isBound &&
    !promise.isClosed &&
    actor.organisationId === promise.promiserId
  );
}

/** Coordinators and administrators of the two sides say that a figure is wrong. */
export function canDispute(actor: Actor, promise: PromiseFacts): boolean {
  return roleHas(actor.role, 'commitment:dispute') && !promise.isClosed && isConcerned(actor, promise);
}

/** The other side confirms a record of the promiser. */
export function canCountersign(actor: Actor, promise: PromiseFacts): boolean {
  return canDispute(actor, promise) && actor.organisationId !== promise.promiserId;
}

/** A dispute is answered by the other side: the promiser, or, when the promiser raised it, whoever was promised. */
export function canAnswerDispute(actor: Actor, promise: PromiseFacts, raisedFor: string): boolean {
  return (
    canDispute(actor, promise) &&
    actor.organisationId !== raisedFor &&
    (raisedFor === promise.promiserId || actor.organisationId === promise.promiserId)
  );
}

function isConcerned(actor: Actor, { promiserId, beneficiaryId, isBound }: PromiseFacts): boolean {
  if (!isBound || actor.organisationId === null) return false;
  return beneficiaryId === null || actor.organisationId === promiserId || actor.organisationId === beneficiaryId;
}

/** Whether the actor's organisation is bound by the agreement of `commitment` today. */
export function isBoundToday(actor: Actor): RawBuilder<boolean> {
  const bound = expressionBuilder<Tables, 'commitment'>()
    .selectFrom('agreement_party as mine')
    .select('mine.agreement_id')
    .whereRef('mine.agreement_id', '=', 'commitment.agreement_id')
    .where('mine.organisation_id', '=', actor.organisationId)
    .where('mine.joined_on', 'is not', null)
    .where('mine.left_on', 'is', null);
  return sql<boolean>`exists (${bound})`;
}

/** The SQL twins of `canRecord`, `canCountersign` and `canDispute`, on the columns of `commitment`. */
export const changeable: Record<'record' | 'countersign' | 'dispute', (actor: Actor) => RawBuilder<boolean>> = {
  record: (actor) =>
    concerned(actor, 'commitment:record', sql<boolean>`commitment.promiser_id = ${actor.organisationId}::uuid`),
  countersign: (actor) =>
    concerned(
      actor,
      'commitment:dispute',
      sql<boolean>`commitment.promiser_id <> ${actor.organisationId}::uuid
        and coalesce(commitment.beneficiary_id, ${actor.organisationId}::uuid) = ${actor.organisationId}::uuid`,
    ),
  dispute: (actor) =>
    concerned(
      actor,
      'commitment:dispute',
      sql<boolean>`${actor.organisationId}::uuid in (commitment.promiser_id, coalesce(commitment.beneficiary_id, ${actor.organisationId}::uuid))`,
    ),
};

function concerned(actor: Actor, permission: Permission, side: RawBuilder<boolean>): RawBuilder<boolean> {
  if (!roleHas(actor.role, permission) || actor.organisationId === null) return sql<boolean>`false`;
  return sql<boolean>`(commitment.closed_on is null and ${side} and ${isBoundToday(actor)})`;
}
