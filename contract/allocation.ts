import { Type, type Static } from 'typebox';

/** Why a wish of a learner was or was not granted: a reason of the engine's closed list, with its numbers. */
export const WishExplanation = Type.Object({
  offerId: Type.String({ format: 'uuid' }),
  rank: Type.Integer({ minimum: 1 }),
  reason: Type.String(),
  numbers: Type.Record(Type.String(), Type.Number()),
});
export type WishExplanation = Static<typeof WishExplanation>;

/** What a run came to; `rankProfile[0]` counts the learners who got their first wish. */
export const RunStatistics = Type.Object({
  learners: Type.Integer(),
  placed: Type.Integer(),
  unplaced: Type.Integer(),
  places: Type.Integer(),
  unfilled: Type.Integer(),
  rankProfile: Type.Array(Type.Integer()),
  blockingPairs: Type.Integer(),
});
export type RunStatistics = Static<typeof RunStatistics>;
