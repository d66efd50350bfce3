import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import type { RequestState } from '@collegium/contract/agreements/requests.ts';
import type { ReviewStep } from '@collegium/contract/agreements/review.ts';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';

/** Who stands how to an agreement: what every rule here is about. */
export interface Standing {
  parties: readonly { organisation_id: string; left_on: string | null }[];
  guests: readonly { person_id: string; may: 'edit' | 'comment' }[];
  /** Organisations asked to join. */
  joining: readonly string[];
}

/** Everybody who works for a party, of today or of earlier, or for an organisation that is asked to join; and guests. */
export function canReadAgreement(actor: Actor, standing: Standing): boolean {
  if (!roleHas(actor.role, 'agreement:read') || actor.organisationId === null) return false;
  return (
    standing.parties.some((party) => party.organisation_id === actor.organisationId) ||
    standing.joining.includes(actor.organisationId) ||
    isGuest(actor, standing)
  );
}

/** The SQL twin of `canReadAgreement`, wherever the table `agreement` is. */
export function visibleAgreements(actor: Actor): Expression<SqlBool> {
  if (!roleHas(actor.role, 'agreement:read') || actor.organisationId === null) return no;
  const eb = expressionBuilder<Tables, 'agreement'>();
  return eb.or([isPartyEver(actor), isAskedToJoin(actor), isGuestAs(actor, ['edit', 'comment'])]);
}

/** Coordinators and administrators of a party of today, and guests who may edit. */
export function canEditAgreement(actor: Actor, standing: Standing): boolean {
  return canActFor(actor, standing, 'agreement:change') || isGuest(actor, standing, 'edit');
}

/** The SQL twin of `canEditAgreement`. */
export function editableAgreements(actor: Actor): Expression<SqlBool> {
  return expressionBuilder<Tables, 'agreement'>().or([
    actsForParty(actor, 'agreement:change'),
    isGuestAs(actor, ['edit']),
  ]);
}

/** Whoever may edit, and guests who may comment. */
export function canComment(actor: Actor, standing: Standing): boolean {
  return canEditAgreement(actor, standing) || isGuest(actor, standing);
}

/** The SQL twin of `canComment`. */
export function commentableAgreements(actor: Actor): Expression<SqlBool> {
  return expressionBuilder<Tables, 'agreement'>().or([
    actsForParty(actor, 'agreement:change'),
    isGuestAs(actor, ['edit', 'comment']),
  ]);
}

/** Acts for a party of today, as its coordinator or administrator. */
export function canActFor(actor: Actor, standing: Standing, permission: Permission): boolean {
  return (
    leads(actor) &&
    roleHas(actor.role, permission) &&
    standing.parties.some((party) => party.organisation_id === actor.organisationId && party.left_on === null)
  );
}

/** The SQL twin of `canActFor`. */
export function actsForParty(actor: Actor, permission: Permission): Expression<SqlBool> {
  if (!leads(actor) || !roleHas(actor.role, permission)) return no;
  const eb = expressionBuilder<Tables, 'agreement'>();
  return eb.exists(
    eb
      .selectFrom('agreement_party as mine')
      .select('mine.agreement_id')
      .whereRef('mine.agreement_id', '=', 'agreement.id')
      .where('mine.organisation_id', '=', actor.organisationId)
      .where('mine.left_on', 'is', null),
  );
}

/** Coordinators and administrators of an organisation whose answer to a request is awaited: a party, or who is asked to join. */
export function canAnswer(actor: Actor, waitingFor: readonly string[]): boolean {
  return leads(actor) && roleHas(actor.role, 'agreement:decide') && waitingFor.includes(actor.organisationId);
}

/** Coordinators and administrators of the organisation that asked, until it takes effect. */
export function canRecall(actor: Actor, request: { asked_for: string; state: RequestState }): boolean {
  const isPending = request.state === 'open' || request.state === 'agreed';
  return (
    isPending && leads(actor) && roleHas(actor.role, 'agreement:decide') && request.asked_for === actor.organisationId
  );
}

/** Who decides a step of a party's review: the person named; else administrators, and for all but the head coordinators. */
export function decidesStep(actor: Actor, step: ReviewStep, namedPersonId: string | undefined): boolean {
  if (!roleHas(actor.role, 'agreement:approve')) return false;
  if (namedPersonId !== undefined) return namedPersonId === actor.personId;
  return rolesOfStep[step].some((role) => role === actor.role);
}

/** Whose role decides a step for which the party named nobody. */
export const rolesOfStep = {
  unit: ['coordinator', 'organisation_administrator'],
  legal: ['coordinator', 'organisation_administrator'],
  head: ['organisation_administrator'],
} as const satisfies Record<ReviewStep, readonly string[]>;

function leads(actor: Actor): actor is Actor & { organisationId: string } {
  return actor.role === 'coordinator' || actor.role === 'organisation_administrator';
}

function isGuest(actor: Actor, { guests }: Standing, may?: 'edit'): boolean {
  return (
    roleHas(actor.role, 'agreement:change') &&
    guests.some((guest) => guest.person_id === actor.personId && (may === undefined || guest.may === may))
  );
}

function isPartyEver(actor: Actor): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'agreement'>();
  return eb.exists(
    eb
      .selectFrom('agreement_party as mine')
      .select('mine.agreement_id')
      .whereRef('mine.agreement_id', '=', 'agreement.id')
      .where('mine.organisation_id', '=', actor.organisationId as string),
  );
}

function isAskedToJoin(actor: Actor): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'agreement'>();
  return eb.exists(
    eb
      .selectFrom('agreement_request as joining')
      .select('joining.id')
      .whereRef('joining.agreement_id', '=', 'agreement.id')
      .where('joining.organisation_id', '=', actor.organisationId as string)
      .where('joining.kind', '=', 'accession')
      .where('joining.state', 'in', ['open', 'agreed']),
  );
}

function isGuestAs(actor: Actor, may: readonly ('edit' | 'comment')[]): Expression<SqlBool> {
  if (!roleHas(actor.role, 'agreement:change')) return no;
  const eb = expressionBuilder<Tables, 'agreement'>();
  return eb.exists(
    eb
      .selectFrom('agreement_guest as guest')
      .select('guest.person_id')
      .whereRef('guest.agreement_id', '=', 'agreement.id')
      .where('guest.person_id', '=', actor.personId as string)
      .where('guest.may', 'in', [...may]),
  );
}

const no = sql<SqlBool>`false`;
