import { Type, type Static } from 'typebox';
import { AccessGrant, Commitment } from '../commitments.ts';
import { LocalisedText } from '../localised-text.ts';
import { OneOf, RequiredText } from '../schema.ts';

/** text: words alone. commitment: a promise that is measured. access: what is opened to whom, for which purpose. */
export const clauseKinds = ['text', 'commitment', 'access'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** What a field of a clause holds. `date` is a day, `organisation` the id of one. */
export const fieldTypes = ['text', 'number', 'date', 'organisation'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Stays the same from version to version, so that versions can be compared clause by clause. */
export const ClauseKey = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' });

/** A gap in the text, written `{key}` there; null while nobody has filled it. */
export const ClauseField = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' }),
    type: OneOf(fieldTypes),
    label: RequiredText,
    value: Type.Union([Type.String({ maxLength: 2_000 }), Type.Number(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type ClauseField = Static<typeof ClauseField>;

/** A commitment that is still being negotiated: whatever is missing must be filled before the text is proposed. */
export const DraftCommitment = Type.Partial(Commitment, { additionalProperties: false });
export type DraftCommitment = Static<typeof DraftCommitment>;
export const DraftAccess = Type.Partial(AccessGrant, { additionalProperties: false });
export type DraftAccess = Static<typeof DraftAccess>;

/**
 * A clause: text per language (paragraphs are separated by an empty line), gaps with their values, and what is
 * measured or opened. In a proposed version nothing is missing any more.
 */
export const Clause = Type.Object(
  {
    key: ClauseKey,
    kind: OneOf(clauseKinds),
    title: RequiredText,
    text: LocalisedText,
    fields: Type.Array(ClauseField, { maxItems: 40 }),
    commitment: Type.Optional(DraftCommitment),
    access: Type.Optional(DraftAccess),
  },
  { additionalProperties: false },
);
export type Clause = Static<typeof Clause>;
