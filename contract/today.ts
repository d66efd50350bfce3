import { Type, type Static } from 'typebox';
import { LocalisedText } from './localised-text.ts';
import { NotificationView } from './notifications.ts';
import { needKinds } from './need-kinds.ts';
import { Instant, Nullable, OneOf } from './schema.ts';

/** Something that waits for the reader, with the one thing to do. */
export const Need = Type.Object({
  kind: OneOf(needKinds),
  title: LocalisedText,
  /** Who or what it concerns: a learner, an organisation. */
  concerns: Nullable(Type.String()),
  shortMark: Type.String(),
  dueAt: Nullable(Instant),
  count: Type.Integer(),
  path: Type.String(),
});
export type Need = Static<typeof Need>;

export const TodayView = Type.Object({
  needs: Type.Array(Need),
  changes: Type.Array(NotificationView),
  unread: Type.Integer(),
});
export type TodayView = Static<typeof TodayView>;
