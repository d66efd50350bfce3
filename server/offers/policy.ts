import { roleHas } from '@collegium/contract/permissions.ts';
import type { Audience } from '@collegium/contract/offers/terms.ts';
import type { OfferState } from '@collegium/contract/states/offer.ts';
import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor, Member } from '../platform/scope.ts';

/** What decides who sees an offer. */
export interface OfferFacts {
  state: OfferState;
  audience: Audience;
  organisationId: string;
  /** The actor's organisation and the provider share a partnership today. */
  isPartner: boolean;
  /** The actor's organisation and the provider are both bound today by the agreement that the offer names. */
  isBound: boolean;
  /** The actor applied, or is staff of an organisation whose learner did. */
  hasApplied: boolean;
}

/**
 * Published offers are seen by their audience, drafts and withdrawn offers by the provider's staff; withdrawn ones also by
 * those who applied and by staff of their home organisation.
 */
export function canSeeOffer(actor: Actor, offer: OfferFacts): boolean {
  if (actor.role === 'system' || canChangeOffersOf(actor, offer.organisationId)) return true;
  switch (offer.state) {
    case 'draft':
      return false;
    case 'withdrawn':
      return offer.hasApplied;
    case 'published':
      return isInAudience(actor, offer);
  }
}

/** Providers make, change, publish and withdraw offers of the organisation on whose behalf they act. */
export function canChangeOffersOf(actor: Actor, organisationId: string): boolean {
  return actor.organisationId === organisationId && roleHas(actor.role, 'offer:change');
}

/** The SQL twin of `canSeeOffer`, on the columns of `offer`. `day` is today, for partnerships in force. */
export function visibleOffers(actor: Actor, day: string): RawBuilder<boolean> {
  if (actor.role === 'system') return sql<boolean>`true`;
  if (!isMember(actor)) return forEverybody;
  const own = roleHas(actor.role, 'offer:change')
    ? sql<boolean>`offer.organisation_id = ${actor.organisationId}::uuid`
    : sql<boolean>`false`;
  return sql<boolean>`(
    ${own}
    or ${visiblePublished(actor, day)}
    or (offer.state = 'withdrawn' and ${hasApplied(actor)}))`;
}

/** The part of `visibleOffers` that the catalogue shows: what is published for this reader. */
export function visiblePublished(actor: Actor, day: string): RawBuilder<boolean> {
  if (actor.role === 'system') return published;
  if (!isMember(actor)) return forEverybody;
  return sql<boolean>`(${published} and (
    offer.audience = 'network'
    or offer.organisation_id = ${actor.organisationId}::uuid
    or (offer.audience = 'partners' and offer.organisation_id = any(${partnersOf(actor.organisationId, day)}))
    or (offer.audience = 'agreement' and ${isBoundBy(actor.organisationId, day)})))`;
}

/** Organisations that share a partnership with this one today, as an array that PostgreSQL computes once. */
export function partnersOf(organisationId: string, day: string): RawBuilder<string[]> {
  const partners = expressionBuilder<Tables>()
    .selectFrom('partnership_member as ours')
    .innerJoin('partnership_member as theirs', 'theirs.partnership_id', 'ours.partnership_id')
    .select('theirs.organisation_id')
    .where('ours.organisation_id', '=', organisationId)
    .where(isCurrent('ours', day))
    .where(isCurrent('theirs', day));
  return sql<string[]>`array(${partners})`;
}

/** Whether the agreement that an offer names binds this organisation and the provider on the day, on the columns of `offer`. */
export function isBoundBy(organisationId: string, day: string): RawBuilder<boolean> {
  const bound = expressionBuilder<Tables>()
    .selectFrom('agreement')
    .innerJoin('agreement_party as ours', 'ours.agreement_id', 'agreement.id')
    .innerJoin('agreement_party as theirs', 'theirs.agreement_id', 'agreement.id')
    .select('agreement.id')
    .where('agreement.state', '=', 'in_force')
    .where('ours.organisation_id', '=', organisationId)
    .where(isCurrent('ours', day))
    .where(isCurrent('theirs', day))
    .where(sql<boolean>`agreement.id = offer.agreement_id and theirs.organisation_id = offer.organisation_id`);
  return sql<boolean>`exists (${bound})`;
}

/** Whether the actor, or a learner of the organisation whose staff the actor is, ever applied for the offer. */
export function hasApplied(actor: Member): RawBuilder<boolean> {
  const eb = expressionBuilder<Tables>();
  const isOurs =
    actor.role !== 'learner' && roleHas(actor.role, 'application:read')
      ? sql<boolean>`(application.person_id = ${actor.personId} or application.organisation_id = ${actor.organisationId})`
      : sql<boolean>`application.person_id = ${actor.personId}`;
  const direct = eb
    .selectFrom('application')
    .select('application.id')
    .where(sql<boolean>`application.offer_id = offer.id`)
    .where(isOurs);
  const wished = eb
    .selectFrom('preference')
    .innerJoin('application', 'application.id', 'preference.application_id')
    .select('application.id')
    .where(sql<boolean>`preference.offer_id = offer.id`)
    .where(isOurs);
  return sql<boolean>`(exists (${direct}) or exists (${wished}))`;
}

function isCurrent(member: 'ours' | 'theirs', day: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.raw(member)}.joined_on <= ${day}::date
    and (${sql.raw(member)}.left_on is null or ${sql.raw(member)}.left_on > ${day}::date)`;
}

const published = sql<boolean>`offer.state = 'published'`;
const forEverybody = sql<boolean>`(offer.state = 'published' and offer.audience = 'network')`;

function isMember(actor: Actor): actor is Member {
  return actor.personId !== null;
}

function isInAudience(actor: Actor, offer: OfferFacts): boolean {
  if (offer.audience === 'network') return true;
  if (actor.organisationId === null) return false;
  return (
    offer.organisationId === actor.organisationId ||
    (offer.audience === 'partners' && offer.isPartner) ||
    (offer.audience === 'agreement' && offer.isBound)
  );
}
