import { eligibilityFailures, type EligibilityFailure } from '@collegium/contract/eligibility.ts';
import { eligibilitySentence } from '@collegium/contract/eligibility-words.ts';
import { errorSentence } from '@collegium/contract/errors.ts';
import { fieldName } from '@collegium/contract/fields-of-education.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { inWords } from './instants.ts';
import { learnerFacts } from './learner-facts.ts';
import { appliableOffers } from './policy.ts';

/** Says, after a claim came to nothing, which sentence applies: one read. */
export async function explainClaim(scope: MemberScope, offerId: string, hasStatement: boolean): Promise<never> {
  const now = scope.clock.now();
  const offer = await findOfferAsked(scope, offerId);
  if (!offer) throw new Problem('offer.not_found');
  if (offer.allocated_by === 'round') throw new Problem('application.by_round');
  const { applications_open_at: opensAt, applications_close_at: closesAt } = offer;
  if (opensAt && opensAt > now)
    throw new Problem('application.too_early', { opensAt: inWords(opensAt, scope.language) });
  if (closesAt && closesAt <= now)
    throw new Problem('application.deadline_passed', { closesAt: inWords(closesAt, scope.language) });
  const failures = eligibilityFailures(offer.eligibility, learnerFacts(offer, scope.actor.organisationId));
  if (failures.length > 0) throw notEligible(failures, scope.language);
  if (offer.asks_statement && !hasStatement) {
    const message = errorSentence('application.statement_needed', scope.language);
    throw new Problem('application.statement_needed', {}, [{ pointer: '/statement', message }]);
  }
  throw new Problem('request.conflict');
}

/** The refusal with every failed condition, as one text and each by itself. */
function notEligible(failures: EligibilityFailure[], language: string): Problem {
  const fields = failures.map((failure) => ({
    pointer: `/eligibility/${failure.rule.type}`,
    message: eligibilitySentence(failure, language, fieldName),
  }));
  const reasons = fields.map(({ message }) => message).join(' ');
  return new Problem('application.not_eligible', { reasons }, fields);
}

function findOfferAsked({ db, actor, clock }: MemberScope, offerId: string) {
  return selectOffer(db, actor.personId)
    .where('offer.id', '=', offerId)
    .where((eb) => appliableOffers(eb, actor.organisationId, clock.now()))
    .executeTakeFirst();
}

function selectOffer(db: Database, personId: string) {
  return db
    .selectFrom('offer')
    .leftJoin('learner_profile', (join) => join.on('learner_profile.person_id', '=', personId))
    .select([
      'offer.allocated_by',
      'offer.applications_open_at',
      'offer.applications_close_at',
      'offer.eligibility',
      'offer.asks_statement',
      'learner_profile.level',
      'learner_profile.field_code',
      'learner_profile.grade_average',
      'learner_profile.grade_average_maximum',
      'learner_profile.terms_completed',
      'learner_profile.language_results',
    ]);
}
