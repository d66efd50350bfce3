import { Type, type Static } from 'typebox';
import { LocalisedText } from './localised-text.ts';
import { Abilities, Id, Instant, Nullable } from './schema.ts';
import { RoundStateSchema } from './rounds.ts';

const people = Type.Array(Id, { maxItems: 20_000 });

/** How a provider ranks the applicants of its offer: groups from best to worst (a group of several is a tie), and those it does not accept. */
export const RankingInput = Type.Object({
  groups: Type.Array(people, { maxItems: 20_000 }),
  unacceptable: people,
});
export type RankingInput = Static<typeof RankingInput>;

export const Applicant = Type.Object({
  personId: Id,
  applicationId: Id,
  name: Type.String(),
  organisation: Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() }),
  statement: Type.String(),
  score: Nullable(Type.Number()),
});
export type Applicant = Static<typeof Applicant>;

/** An offer of a round with everybody who wishes for it, as its provider ranks them. Whoever is not ranked comes after the ranked, as one tie. */
export const RankingView = Type.Object({
  round: Type.Object({ id: Id, name: LocalisedText, state: RoundStateSchema, closesAt: Instant }),
  offer: Type.Object({ id: Id, title: LocalisedText, places: Type.Integer() }),
  applicants: Type.Array(Applicant),
  groups: Type.Array(people),
  unacceptable: people,
  rankedAt: Nullable(Instant),
  version: Type.Integer(),
  abilities: Abilities(['change']),
});
export type RankingView = Static<typeof RankingView>;
