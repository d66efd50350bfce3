import { Type, type Static } from 'typebox';
import { roles } from '../roles.ts';
import { Day, Id, Nullable, OneOf, Reason, RequiredText } from '../schema.ts';
import { Clause, ClauseKey } from './clause.ts';
import { partyRoles } from './record.ts';

/** Begins an agreement from a template: a key of a built-in one, or `own:<id>:<number>`. */
export const AgreementInput = Type.Object(
  {
    template: Type.String({ pattern: '^([a-z_]{3,60}|own:[0-9a-f-]{36}:[0-9]{1,5})$' }),
    title: Type.Optional(RequiredText),
    authenticLanguage: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })),
    partnershipId: Type.Optional(Nullable(Id)),
    parties: Type.Array(Type.Object({ organisationId: Id, role: Type.Optional(OneOf(partyRoles)) }), {
      minItems: 2,
      maxItems: 200,
    }),
    startsOn: Type.Optional(Nullable(Day)),
    endsOn: Type.Optional(Nullable(Day)),
  },
  { additionalProperties: false },
);
export type AgreementInput = Static<typeof AgreementInput>;

/** A clause that is added to the draft, after another one; at the end when `after` is not given. */
export const ClauseAddition = Type.Object(
  { clause: Clause, after: Type.Optional(ClauseKey) },
  { additionalProperties: false },
);
export type ClauseAddition = Static<typeof ClauseAddition>;

/** All clauses of the draft in their new order. */
export const ClauseOrder = Type.Object(
  { keys: Type.Array(ClauseKey, { minItems: 1, maxItems: 400, uniqueItems: true }) },
  { additionalProperties: false },
);
export type ClauseOrder = Static<typeof ClauseOrder>;

/** A clause of a draft after a change, with the version to send in the next If-Match. */
export const DraftClauseView = Type.Object({ clause: Clause, version: Type.Integer() });
export type DraftClauseView = Static<typeof DraftClauseView>;

/** Another party in the negotiation. */
export const PartyInput = Type.Object(
  { organisationId: Id, role: Type.Optional(OneOf(partyRoles)) },
  { additionalProperties: false },
);
export type PartyInput = Static<typeof PartyInput>;

/** The next draft, made from a version of the same agreement; from the last one unless said. */
export const NextVersionInput = Type.Object(
  { basedOn: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) },
  { additionalProperties: false },
);
export type NextVersionInput = Static<typeof NextVersionInput>;

export const ReasonInput = Type.Object({ reason: Reason }, { additionalProperties: false });
export type ReasonInput = Static<typeof ReasonInput>;

/** Somebody invited to the negotiation beside those whom their role brings. */
export const GuestInput = Type.Object(
  { personId: Id, may: OneOf(['edit', 'comment']) },
  { additionalProperties: false },
);
export type GuestInput = Static<typeof GuestInput>;

/** Whom to look for at a party: of one’s own organisation everybody, of another those whose name has these letters. */
export const InvitableQuery = Type.Object({
  organisationId: Id,
  words: Type.Optional(Type.String({ maxLength: 200 })),
});
export type InvitableQuery = Static<typeof InvitableQuery>;

/** People who could be invited: name and role alone. */
export const InvitablePage = Type.Object({
  items: Type.Array(Type.Object({ personId: Id, name: Type.String(), role: OneOf(roles) })),
});
export type InvitablePage = Static<typeof InvitablePage>;

/** Who is responsible for the agreement in one's own organisation from now on; the note is for them. */
export const ResponsibleInput = Type.Object(
  { personId: Id, note: Type.Optional(Type.String({ maxLength: 2_000 })) },
  { additionalProperties: false },
);
export type ResponsibleInput = Static<typeof ResponsibleInput>;
