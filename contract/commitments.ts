import { Type, type Static } from 'typebox';
import { commitmentUnits, measures } from './commitments/measures.ts';
import { levels, type Level } from './levels.ts';
import { offerKinds } from './offer-kinds.ts';
import { Day, Id, OneOf } from './schema.ts';

/** How often the quantity is promised anew: once for the whole time, or for every half year or year counted from the first day. */
export const commitmentRhythms = ['once', 'term', 'year'] as const;
export type CommitmentRhythm = (typeof commitmentRhythms)[number];

/** A party, or every party of the agreement but the other one named. */
export const PartyOrAll = Type.Union([Id, Type.Literal('all')]);

/** What of all that happens is counted; everything when a field is not given. */
export const CommitmentFilters = Type.Object(
  {
    fieldOfEducation: Type.Optional(
      Type.String({ pattern: '^[0-9]{2,4}$', description: 'ISCED-F 2013; a broader field holds the narrower ones' }),
    ),
    level: Type.Optional(OneOf(levels)),
    kind: Type.Optional(OneOf(offerKinds)),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, description: 'Working days for an answer' })),
    resourceId: Type.Optional(Id),
    underAgreement: Type.Optional(
      Type.Boolean({ description: 'Only offers that name this agreement; else also those that name none' }),
    ),
  },
  { additionalProperties: false },
);
export type CommitmentFilters = Static<typeof CommitmentFilters>;

/** Who promises what, how much, by when, to whom, and how it is measured. Checked further by `commitmentFaults`. */
export const Commitment = Type.Object(
  {
    measure: OneOf(measures),
    promiser: Id,
    beneficiary: PartyOrAll,
    quantity: Type.Number({ minimum: 0, maximum: 1_000_000_000_000, description: 'Money: whole minor units' }),
    unit: OneOf(commitmentUnits),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217; for money alone' })),
    periodStart: Day,
    periodEnd: Day,
    every: OneOf(commitmentRhythms),
    filters: Type.Optional(CommitmentFilters),
    weights: Type.Optional(
      Type.Record(OneOf(levels), Type.Number({ minimum: 0, maximum: 100 }), {
        description: 'Exchange balance: what a learner of a level counts',
      }),
    ),
    tolerance: Type.Optional(
      Type.Number({ minimum: 0, description: 'Exchange balance: how far from the promised balance is still kept' }),
    ),
  },
  { additionalProperties: false },
);
export type Commitment = Static<typeof Commitment>;

/** What a learner of a level counts; 1 where nothing is said. */
export type LevelWeights = Partial<Record<Level, number>>;

/** What may be opened about a learner. */
export const grantFields = [
  'name',
  'email',
  'level',
  'field',
  'grades',
  'languages',
  'participations',
  'outcomes',
] as const;
export type GrantField = (typeof grantFields)[number];

/** About whom: learners of `from` who take part in something of `to`; or all learners of `from`. */
export const grantGroups = ['participants', 'learners'] as const;
export type GrantGroup = (typeof grantGroups)[number];

/** What a clause opens: for which purpose, which fields, about whom, from whom to whom, and when. Both days are included. */
export const AccessGrant = Type.Object(
  {
    purpose: Type.String({ minLength: 3, maxLength: 1_000 }),
    fields: Type.Array(OneOf(grantFields), { minItems: 1, uniqueItems: true }),
    from: PartyOrAll,
    to: PartyOrAll,
    about: OneOf(grantGroups),
    start: Day,
    end: Day,
  },
  { additionalProperties: false },
);
export type AccessGrant = Static<typeof AccessGrant>;
