import { Type, type Static } from 'typebox';
import { PersonName } from '../participation/plans.ts';
import { Id, Instant, Nullable, OneOf, Page } from '../schema.ts';
import { Clause, ClauseKey } from './clause.ts';

export const resolutions = ['settled', 'accepted', 'declined'] as const;
export type Resolution = (typeof resolutions)[number];

/** A remark on a clause or on the whole; a reply; or a suggestion, which carries the clause as it should read. */
export const CommentInput = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' }),
    clauseKey: Type.Optional(ClauseKey),
    replyTo: Type.Optional(Id),
    suggestion: Type.Optional(Clause),
  },
  { additionalProperties: false },
);
export type CommentInput = Static<typeof CommentInput>;

/** How a thread ends. Accepting a suggestion puts it into the draft. */
export const ResolutionInput = Type.Object({ resolution: OneOf(resolutions) }, { additionalProperties: false });
export type ResolutionInput = Static<typeof ResolutionInput>;

export const CommentView = Type.Object({
  id: Id,
  versionNumber: Type.Integer(),
  clauseKey: Nullable(Type.String()),
  replyTo: Nullable(Id),
  text: Type.String(),
  suggestion: Nullable(Clause),
  person: PersonName,
  organisation: Type.String(),
  createdAt: Instant,
  resolution: Nullable(OneOf(resolutions)),
  resolvedAt: Nullable(Instant),
});
export type CommentView = Static<typeof CommentView>;
export const CommentPage = Page(CommentView);
export type CommentPage = Static<typeof CommentPage>;
