import { Type, type Static } from 'typebox';
import { Id, OneOf, Reason } from '../schema.ts';
import { RecordHash } from './record.ts';

/** The steps by which a party may review, in their order: the unit concerned, lawyers, the head. */
export const reviewSteps = ['unit', 'legal', 'head'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export const reviewDecisions = ['approved', 'change_asked'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** What a step decides about the text with this hash: who approves says which text was read. */
export const DecisionInput = Type.Object(
  {
    step: OneOf(reviewSteps),
    decision: OneOf(reviewDecisions),
    hash: RecordHash,
    reason: Type.Optional(Reason),
  },
  { additionalProperties: false },
);
export type DecisionInput = Static<typeof DecisionInput>;

/** By which steps one's own organisation reviews, and who decides a step when it is not the role that does. */
export const ReviewChainInput = Type.Object(
  {
    chain: Type.Array(OneOf(reviewSteps), { minItems: 1, maxItems: 3, uniqueItems: true }),
    reviewers: Type.Array(Type.Object({ step: OneOf(reviewSteps), personId: Id }), { maxItems: 3 }),
  },
  { additionalProperties: false },
);
export type ReviewChainInput = Static<typeof ReviewChainInput>;
