import { sql } from 'kysely';
import type { Member } from '../platform/scope.ts';

/** Evaluators and administrators of the network see all of it. */
export function canSeeWholeNetwork(actor: Member): boolean {
  return actor.role === 'evaluator' || actor.role === 'network_administrator';
}

/**
 * The same as a condition on `offer` and `application`: others see what their organisation provides, what its learners
 * do, and what its own rounds allocate.
 */
export function visibleFigures(actor: Member, schema: string) {
  if (canSeeWholeNetwork(actor)) return { offers: sql<boolean>`true`, applications: sql<boolean>`true` };
  const own = sql`${actor.organisationId}::uuid`;
  const tables = sql.raw(schema);
  const offers = sql<boolean>`(offer.organisation_id = ${own} or offer.id in (
    select round_offer.offer_id from ${tables}.round_offer join ${tables}.round on round.id = round_offer.round_id
    where round.organisation_id = ${own}))`;
  return { offers, applications: sql<boolean>`(application.organisation_id = ${own} or ${offers})` };
}
