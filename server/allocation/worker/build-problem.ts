import type { Offer, Problem } from '@collegium/matching';
import { pseudonymOf } from '../pseudonym.ts';
import type { RunInput } from './read-input.ts';

/**
 * The problem that the engine solves and that is published: learners under their pseudonyms, in the order of these, and
 * offers by id. A withdrawn offer stays, without places, so that nobody's list looks changed. Learners whom a provider
 * did not rank come after those whom it did, as one tie; those it does not accept are left out of its list.
 */
export function buildProblem({ round, applications, offers, rankings }: RunInput): Problem {
  const known = new Set(offers.map(({ id }) => id));
  const learners = applications
    .map((application) => ({
      ...application,
      pseudonym: pseudonymOf(round.salt, application.id),
      wishes: application.wishes.filter((offer) => known.has(offer)),
    }))
    .toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  const wishers = new Map<string, typeof learners>();
  for (const learner of learners)
    for (const offer of learner.wishes) {
      const others = wishers.get(offer);
      if (others) others.push(learner);
      else wishers.set(offer, [learner]);
    }
  const ranked = Map.groupBy(rankings, ({ offer_id }) => offer_id);
  return {
    method: 'deferred-acceptance',
    seed: round.seed,
    ties: 'lottery',
    learners: learners.map(({ pseudonym, wishes }) => ({ id: pseudonym, preferences: wishes })),
    offers: offers.map(({ id, capacity, isWithdrawn }) => {
      const priorities = prioritiesOf(round.rankedBy, wishers.get(id) ?? [], ranked.get(id));
      return { id, capacity: isWithdrawn ? 0 : capacity, ...(priorities && { priorities }) };
    }),
  };
}

type Wisher = RunInput['applications'][number] & { pseudonym: string };

function prioritiesOf(
  rankedBy: RunInput['round']['rankedBy'],
  wishers: Wisher[],
  ranking: RunInput['rankings'] | undefined,
): Offer['priorities'] {
  if (rankedBy === 'score')
    return {
      scores: Object.fromEntries(
        wishers.flatMap(({ pseudonym, score }) => (score === null ? [] : [[pseudonym, score]])),
      ),
    };
  if (rankedBy === 'lottery' || ranking === undefined) return undefined;
  const positions = new Map(ranking.map(({ person_id, position }) => [person_id, position]));
  const accepted = wishers.filter(({ person_id }) => positions.get(person_id) !== null);
  const groups = Map.groupBy(accepted, ({ person_id }) => positions.get(person_id) ?? Infinity);
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([, group]) => group.map(({ pseudonym }) => pseudonym))
    .map((group) => (group.length === 1 ? (group[0] ?? group) : group));
}
