import { roleHas } from '@collegium/contract/permissions.ts';
import type { ApplicationState } from '@collegium/contract/states/application.ts';
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { isBoundBy } from '../offers/policy.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';

/** What decides who sees an application. */
export interface ApplicationFacts {
  personId: string;
  /** The learner's home organisation. */
  organisationId: string;
  state: ApplicationState;
  /** The provider of the place asked for or given. */
  providerId: string | null;
  /** The providers of the wishes on a ranked list. */
  wishedProviderIds: readonly string[];
}

/**
 * Learners see their own. Staff see those of their organisation's learners, those for its offers, and ranked lists that
 * wish for one of its offers until the result says where the learner goes.
 */
export function canSeeApplication(actor: Actor, application: ApplicationFacts): boolean {
  if (!roleHas(actor.role, 'application:read')) return false;
  if (actor.role === 'system' || application.personId === actor.personId) return true;
  if (actor.organisationId === null || actor.role === 'learner') return false;
  return (
    application.organisationId === actor.organisationId ||
    application.providerId === actor.organisationId ||
    (application.state === 'submitted' && application.wishedProviderIds.includes(actor.organisationId))
  );
}

/** Learners read the whole list in their own applications, and so does their home organisation; providers do not. */
export function canSeeWholeList(actor: Actor, application: { personId: string; organisationId: string }): boolean {
  return (
    application.personId === actor.personId ||
    (actor.role !== 'learner' && application.organisationId === actor.organisationId)
  );
}

type Expressions = ExpressionBuilder<Tables, 'application'>;

/** The SQL twin of `canSeeApplication`, on the columns of `application`. */
export function visibleApplications(eb: Expressions, actor: Actor): Expression<SqlBool> {
  if (actor.role === 'system') return sql<boolean>`true`;
  if (!roleHas(actor.role, 'application:read') || actor.personId === null) return sql<boolean>`false`;
  const own = eb('application.person_id', '=', actor.personId);
  if (actor.role === 'learner') return own;
  return eb.or([own, isOfHome(eb, actor.organisationId), isForProvider(eb, actor.organisationId)]);
}

/** Applications of the organisation's own learners. */
export function isOfHome(eb: Expressions, organisationId: string): Expression<SqlBool> {
  return eb('application.organisation_id', '=', organisationId);
}

/** Applications for the organisation's offers, and lists that wish for one as long as nothing is decided. */
export function isForProvider(eb: Expressions, organisationId: string): Expression<SqlBool> {
  const placed = eb
    .selectFrom('offer as asked')
    .select('asked.id')
    .whereRef('asked.id', '=', 'application.offer_id')
    .where('asked.organisation_id', '=', organisationId);
  const wished = eb
    .selectFrom('preference')
    .innerJoin('offer as asked', 'asked.id', 'preference.offer_id')
    .select('asked.id')
    .whereRef('preference.application_id', '=', 'application.id')
    .where('asked.organisation_id', '=', organisationId);
  return eb.or([eb.exists(placed), eb.and([eb('application.state', '=', 'submitted'), eb.exists(wished)])]);
}

/**
 * Offers that somebody acting for this organisation may apply for, on the columns of `offer`: published, and their
 * audience includes the organisation. The partnership must be in force now: the second key.
 */
export function appliableOffers(
  eb: ExpressionBuilder<Tables, 'offer'>,
  organisationId: string,
  now: Date,
): Expression<SqlBool> {
  const day = now.toISOString().slice(0, 10);
  const partner = eb
    .selectFrom('partnership_member as ours')
    .innerJoin('partnership_member as theirs', 'theirs.partnership_id', 'ours.partnership_id')
    .select('ours.partnership_id')
    .where('ours.organisation_id', '=', organisationId)
    .whereRef('theirs.organisation_id', '=', 'offer.organisation_id')
    .where('ours.joined_on', '<=', day)
    .where('theirs.joined_on', '<=', day)
    .where((on) => on.or([on('ours.left_on', 'is', null), on('ours.left_on', '>', day)]))
    .where((on) => on.or([on('theirs.left_on', 'is', null), on('theirs.left_on', '>', day)]));
  return eb.and([
    eb('offer.state', '=', 'published'),
    eb.or([
      eb('offer.audience', '=', 'network'),
      eb('offer.organisation_id', '=', organisationId),
      eb.and([eb('offer.audience', '=', 'partners'), eb.exists(partner)]),
      eb.and([eb('offer.audience', '=', 'agreement'), isBoundBy(organisationId, day)]),
    ]),
  ]);
}
