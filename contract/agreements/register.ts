import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Day, Id, Instant, Nullable, OneOf, Page, pageQuery } from '../schema.ts';
import { agreementMachine, type AgreementState } from '../states/agreement.ts';
import { versionMachine, type VersionState } from '../states/agreement-version.ts';
import { renewals } from './terms.ts';

const agreementStates = Object.keys(agreementMachine.states) as AgreementState[];

/** Which agreements: words, state, template, partner, partnership, last day, and whether something waits for the reader. */
export const RegisterFilters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Array(OneOf(agreementStates), { maxItems: 6 })),
  template: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 })),
  organisationId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  endsBefore: Type.Optional(Day),
  needsMe: Type.Optional(Type.Boolean()),
};
export const RegisterQuery = Type.Object({ ...pageQuery, ...RegisterFilters });
export type RegisterQuery = Static<typeof RegisterQuery>;
export const RegisterExportQuery = Type.Object(RegisterFilters);
export type RegisterExportQuery = Static<typeof RegisterExportQuery>;

/** One line of the register. */
export const AgreementSummary = Type.Object({
  id: Id,
  reference: Type.String(),
  title: LocalisedText,
  template: Type.String(),
  state: OneOf(agreementStates),
  openState: Nullable(OneOf(Object.keys(versionMachine.states) as VersionState[])),
  openNumber: Nullable(Type.Integer()),
  inForceNumber: Nullable(Type.Integer()),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  renewal: OneOf(renewals),
  noticeBy: Nullable(Day),
  dormantSince: Nullable(Instant),
  parties: Type.Array(Type.Object({ organisationId: Id, name: Type.String(), shortMark: Type.String() })),
  waitsForYou: Type.Boolean(),
  createdAt: Instant,
});
export type AgreementSummary = Static<typeof AgreementSummary>;
export const AgreementPage = Page(AgreementSummary);
export type AgreementPage = Static<typeof AgreementPage>;

/** What ends between two days: at most three years, since a page shows some quarters. */
export const LastDaysQuery = Type.Object({ from: Day, until: Day });
export type LastDaysQuery = Static<typeof LastDaysQuery>;

/** A day on which an agreement ends, or until which notice can be given before it renews itself. */
export const LastDay = Type.Object({
  day: Day,
  kind: OneOf(['notice', 'end']),
  agreement: Type.Object({ id: Id, title: LocalisedText, state: OneOf(agreementStates), renewal: OneOf(renewals) }),
  parties: Type.Array(Type.Object({ organisationId: Id, name: Type.String(), shortMark: Type.String() })),
});
export type LastDay = Static<typeof LastDay>;
export const LastDayList = Type.Object({
  items: Type.Array(LastDay),
  withoutLastDay: Type.Integer({ description: 'Agreements in force that have no last day' }),
  isCut: Type.Boolean({ description: 'There are more than the list holds' }),
});
export type LastDayList = Static<typeof LastDayList>;

/** One step in the history that every party reads. */
export const HistoryEntry = Type.Object({
  id: Id,
  at: Instant,
  action: Type.String(),
  person: Nullable(Type.String()),
  organisation: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  details: Type.Record(Type.String(), Type.Unknown()),
});
export type HistoryEntry = Static<typeof HistoryEntry>;
export const HistoryPage = Page(HistoryEntry);
export type HistoryPage = Static<typeof HistoryPage>;
export const HistoryQuery = Type.Object(pageQuery);
