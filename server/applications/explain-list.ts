import { eligibilityFailures } from '@collegium/contract/eligibility.ts';
import { eligibilitySentence } from '@collegium/contract/eligibility-words.ts';
import { fieldName } from '@collegium/contract/fields-of-education.ts';
import { errorSentence } from '@collegium/contract/errors.ts';
import { Problem, type FieldProblem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { inWords } from './instants.ts';
import { learnerFacts } from './learner-facts.ts';
import { findRefusedList } from './round-queries.ts';

/** Says, after a ranked list was not taken, which sentence applies: one read. */
export async function explainRefusedList(
  scope: MemberScope,
  roundId: string,
  version: number,
  offerIds: string[],
): Promise<never> {
  const { actor, clock, language } = scope;
  const now = clock.now();
  const found = await findRefusedList(scope.db, actor, roundId, offerIds, now);
  if (!found) throw new Problem('round.not_found');
  if (found.closes_at <= now)
    throw new Problem('application.deadline_passed', { closesAt: inWords(found.closes_at, language) });
  if (found.opens_at > now) throw new Problem('application.too_early', { opensAt: inWords(found.opens_at, language) });
  if (found.state !== 'open') throw new Problem('application.round_not_open');
  if (offerIds.length < found.wishes_minimum || offerIds.length > found.wishes_maximum)
    throw new Problem('application.wishes_count', { minimum: found.wishes_minimum, maximum: found.wishes_maximum });
  const possible = new Map(found.possible.map((offer) => [offer.id, offer.eligibility]));
  const elsewhere = offerIds.flatMap((id, index) =>
    possible.has(id) ? [] : [fieldOf(index, errorSentence('application.wish_elsewhere', language))],
  );
  if (elsewhere.length > 0) throw new Problem('application.wish_elsewhere', {}, elsewhere);
  const facts = learnerFacts(found, actor.organisationId);
  const unmet = offerIds.flatMap((id, index) =>
    eligibilityFailures(possible.get(id) ?? [], facts).map((failure) =>
      fieldOf(index, eligibilitySentence(failure, language, fieldName)),
    ),
  );
  if (unmet.length > 0) {
    const reasons = [...new Set(unmet.map(({ message }) => message))].join(' ');
    throw new Problem('application.not_eligible', { reasons }, unmet);
  }
  throw new Problem((found.version ?? 0) === version ? 'request.conflict' : 'request.version_stale');
}

/** The line of the list that is at fault. */
function fieldOf(index: number, message: string): FieldProblem {
  return { pointer: `/offerIds/${index}`, message };
}
