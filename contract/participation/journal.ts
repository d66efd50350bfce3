import { Type, type Static } from 'typebox';
import { Abilities, Day, Id, Instant, Nullable, Page } from '../schema.ts';

/** What was done on a day, in minutes. */
export const JournalInput = Type.Object({
  doneOn: Day,
  minutes: Type.Integer({ minimum: 1, maximum: 1_440 }),
  text: Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' }),
});
export type JournalInput = Static<typeof JournalInput>;

export const JournalEntryView = Type.Object({
  id: Id,
  doneOn: Day,
  minutes: Type.Integer(),
  text: Type.String(),
  createdAt: Instant,
  confirmedAt: Nullable(Instant),
  confirmedBy: Nullable(Type.String()),
  version: Type.Integer(),
  abilities: Abilities(['change', 'confirm']),
});
export type JournalEntryView = Static<typeof JournalEntryView>;

export const JournalPage = Page(JournalEntryView);
export type JournalPage = Static<typeof JournalPage>;

/** Which entries are confirmed; all that wait when none are named. */
export const ConfirmationInput = Type.Object({
  entryIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1_000 })),
});
export type ConfirmationInput = Static<typeof ConfirmationInput>;
export const ConfirmationView = Type.Object({ confirmed: Type.Integer() });
export type ConfirmationView = Static<typeof ConfirmationView>;

/**
 * How much of the planned time is done. `paceMinutes`: where one should be today, the planned time spread evenly over the days.
 * Weeks begin on Monday; only those with entries are listed.
 */
export const JournalSummary = Type.Object({
  minutes: Type.Integer(),
  confirmedMinutes: Type.Integer(),
  plannedMinutes: Nullable(Type.Integer()),
  paceMinutes: Nullable(Type.Integer()),
  waiting: Type.Integer({ description: 'Entries that wait to be confirmed' }),
  weeks: Type.Array(Type.Object({ startsOn: Day, minutes: Type.Integer(), confirmedMinutes: Type.Integer() })),
  latest: Type.Array(JournalEntryView),
});
export type JournalSummary = Static<typeof JournalSummary>;
