import { Type, type Static } from 'typebox';
import { grantFields, grantGroups } from './commitments.ts';
import { LanguageResult, levels } from './eligibility.ts';
import { LocalisedText } from './localised-text.ts';
import { Day, Id, Instant, Nullable, OneOf, Page, pageQuery } from './schema.ts';

const Party = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

/** A clause that opens data about learners to the reader's organisation today. */
export const GrantView = Type.Object({
  id: Id,
  agreementId: Id,
  agreementTitle: LocalisedText,
  clauseTitle: LocalisedText,
  purpose: Type.String(),
  fields: Type.Array(OneOf(grantFields)),
  about: OneOf(grantGroups),
  from: Nullable(Party),
  startsOn: Day,
  endsOn: Day,
});
export type GrantView = Static<typeof GrantView>;
export const GrantList = Type.Object({ items: Type.Array(GrantView) });
export type GrantList = Static<typeof GrantList>;

/** A learner as far as the clause opens them; what it does not open is null. */
export const OpenedLearner = Type.Object({
  personId: Id,
  home: Party,
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  level: Nullable(OneOf(levels)),
  fieldCode: Nullable(Type.String()),
  gradeAverage: Nullable(Type.Number()),
  gradeAverageMaximum: Nullable(Type.Number()),
  languageResults: Nullable(Type.Array(LanguageResult)),
  participations: Nullable(
    Type.Array(Type.Object({ title: LocalisedText, state: Type.String(), startedAt: Nullable(Type.String()) }), {
      description: 'At the reader’s organisation',
    }),
  ),
  outcomes: Nullable(
    Type.Array(Type.Object({ title: LocalisedText, state: Type.String(), grade: Nullable(Type.String()) }), {
      description: 'Of participations at the reader’s organisation',
    }),
  ),
});
export type OpenedLearner = Static<typeof OpenedLearner>;
export const OpenedLearnerPage = Page(OpenedLearner);
export type OpenedLearnerPage = Static<typeof OpenedLearnerPage>;
export const OpenedLearnerQuery = Type.Object(pageQuery);
export type OpenedLearnerQuery = Static<typeof OpenedLearnerQuery>;

/** What a clause opens about oneself. `readers` may look today; none when it opens nothing now. */
export const OwnGrantView = Type.Object({
  id: Id,
  agreementTitle: LocalisedText,
  clauseTitle: LocalisedText,
  purpose: Type.String(),
  fields: Type.Array(OneOf(grantFields)),
  startsOn: Day,
  endsOn: Day,
  endedOn: Nullable(Day),
  readers: Type.Array(Party),
  looks: Type.Integer({ description: 'How often somebody looked' }),
  lastLookedAt: Nullable(Instant),
});
export type OwnGrantView = Static<typeof OwnGrantView>;
export const OwnGrantList = Type.Object({ items: Type.Array(OwnGrantView) });
export type OwnGrantList = Static<typeof OwnGrantList>;

/** One look at one's own data: who, for which organisation, under which clause, at what. */
export const AccessView = Type.Object({
  id: Id,
  at: Instant,
  reader: Type.String(),
  organisation: Party,
  clauseTitle: LocalisedText,
  purpose: Type.String(),
  fields: Type.Array(OneOf(grantFields)),
});
export type AccessView = Static<typeof AccessView>;
export const AccessPage = Page(AccessView);
export type AccessPage = Static<typeof AccessPage>;
