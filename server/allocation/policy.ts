import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import type { RoundState } from '@collegium/contract/states/round.ts';
import { sql, type ExpressionBuilder } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';

/** What of a round decides who may see it. */
export interface RoundFacts {
  state: RoundState;
  organisationId: string;
  /** The actor's own membership is invited. */
  isInvited: boolean;
  /** Learners of the actor's organisation are invited. */
  invitesOwnLearners: boolean;
  /** Offers of the actor's organisation are in it. */
  hasOwnOffers: boolean;
}

/** Coordinators manage the rounds of their own organisation. */
export function canManageRound(actor: Actor, permission: Permission, organisationId: string): boolean {
  return roleHas(actor.role, permission) && actor.organisationId === organisationId;
}

/**
 * A draft is seen by the coordinators who make it; a round from its opening on by those who take part, as learners,
 * as the learners' home or with offers; a published one by everybody.
 */
export function canSeeRound(actor: Actor, round: RoundFacts): boolean {
  if (round.state === 'published') return true;
  if (canManageRound(actor, 'round:create', round.organisationId)) return true;
  if (round.state === 'draft' || actor.organisationId === null) return false;
  if (actor.role === 'learner') return round.isInvited;
  return actor.organisationId === round.organisationId || round.invitesOwnLearners || round.hasOwnOffers;
}

/** The SQL twin of canSeeRound. */
export function visibleRounds(actor: Actor) {
  return (eb: ExpressionBuilder<Tables, 'round'>) => {
    const isPublished = eb('round.state', '=', 'published');
    if (actor.organisationId === null) return isPublished;
    const isOwn = eb('round.organisation_id', '=', actor.organisationId);
    const isOpened = eb('round.state', '<>', 'draft');
    if (actor.role === 'learner') return eb.or([isPublished, eb.and([isOpened, isInvited(eb, actor)])]);
    const takesPart = eb.and([isOpened, eb.or([isOwn, invitesOwnLearners(eb, actor), hasOwnOffers(eb, actor)])]);
    return eb.or([isPublished, takesPart, ...(roleHas(actor.role, 'round:create') ? [isOwn] : [])]);
  };
}

/** Whether the membership that one acts under is invited to the round. */
export function isInvited(eb: ExpressionBuilder<Tables, 'round'>, actor: Actor) {
  return eb.exists(
    eb
      .selectFrom('round_learner')
      .select('membership_id')
      .whereRef('round_id', '=', 'round.id')
      .where('membership_id', '=', actor.membershipId),
  );
}

/** Whether learners of the organisation that one acts for are invited to the round. */
export function invitesOwnLearners(eb: ExpressionBuilder<Tables, 'round'>, actor: Actor) {
  return eb.exists(
    eb
      .selectFrom('membership')
      .innerJoin('round_learner', 'round_learner.membership_id', 'membership.id')
      .select('membership.id')
      .whereRef('round_learner.round_id', '=', 'round.id')
      .where('membership.organisation_id', '=', actor.organisationId),
  );
}

/** Whether offers of the organisation that one acts for are in the round. */
export function hasOwnOffers(eb: ExpressionBuilder<Tables, 'round'>, actor: Actor) {
  return eb.exists(
    eb
      .selectFrom('round_offer')
      .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
      .select('offer.id')
      .whereRef('round_offer.round_id', '=', 'round.id')
      .where('offer.organisation_id', '=', actor.organisationId),
  );
}

/** Ids of the organisation itself and of all that share a current partnership with it: the second key of collecting. */
export function partnerIds(db: Database, organisationId: string, today: Date) {
  const day = sql<string>`${today}::date`;
  return db
    .selectFrom('partnership_member as own')
    .innerJoin('partnership_member as other', 'other.partnership_id', 'own.partnership_id')
    .select('other.organisation_id')
    .where('own.organisation_id', '=', organisationId)
    .where('own.joined_on', '<=', day)
    .where('other.joined_on', '<=', day)
    .where((eb) => eb.or([eb('own.left_on', 'is', null), eb('own.left_on', '>', day)]))
    .where((eb) => eb.or([eb('other.left_on', 'is', null), eb('other.left_on', '>', day)]))
    .union(db.selectFrom('organisation').select('organisation.id as organisation_id').where('id', '=', organisationId));
}
