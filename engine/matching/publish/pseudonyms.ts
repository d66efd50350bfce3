import { toHex, utf8 } from '../hash/bytes.ts';
import { hmacSha256 } from '../hash/hmac.ts';
import type { Offer, Problem, Ranking } from '../problem.ts';

const HEX_DIGITS = 32;

/** A problem that names nobody, and the pseudonym of each learner. */
export interface Pseudonymised {
  readonly problem: Problem;
  readonly pseudonyms: ReadonlyMap<string, string>;
}

/**
 * Replaces every learner's id by the first 32 hex digits of HMAC-SHA-256, keyed with the run's secret salt, over the id;
 * learners go in the order of their pseudonyms, and reasons of placements by hand are left out. Run the method on *this*
 * problem: its lottery draws by pseudonym, so that the published problem and result can be verified as they are.
 */
export function pseudonymise(problem: Problem, salt: string): Pseudonymised {
  const mac = hmacSha256(utf8(salt));
  const pseudonyms = new Map(problem.learners.map(({ id }) => [id, toHex(mac(utf8(id))).slice(0, HEX_DIGITS)]));
  const named = (id: string): string => pseudonyms.get(id)!;
  const learners = problem.learners
    .map(({ id, preferences, groups, places }) => ({ id: named(id), preferences, groups, places }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    pseudonyms,
    problem: {
      ...problem,
      learners,
      offers: problem.offers.map((offer) => ({ ...offer, priorities: renamed(offer.priorities, named) })),
      together: problem.together?.map((group) => group.map(named)),
      fixed: problem.fixed?.map(([learner, offer]) => [named(learner), offer] as const),
    },
  };
}

function renamed(priorities: Offer['priorities'], named: (id: string) => string): Offer['priorities'] {
  if (priorities === undefined) return undefined;
  if ('scores' in priorities)
    return { scores: Object.fromEntries(Object.entries(priorities.scores).map(([id, score]) => [named(id), score])) };
  // A tie is written in the order of the pseudonyms, as the order of the ids would tell something about them.
  const ranking: Ranking = priorities;
  return ranking.map((entry) => (typeof entry === 'string' ? named(entry) : entry.map(named).sort()));
}
