import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable, Page } from './schema.ts';

export const NotificationView = Type.Object({
  id: Id,
  kind: Type.String(),
  /** In the reader's language. */
  sentence: Type.String(),
  /** The page of what it is about, below the network's prefix. */
  path: Type.String(),
  createdAt: Instant,
  readAt: Nullable(Instant),
});
export type NotificationView = Static<typeof NotificationView>;
export const NotificationPage = Page(NotificationView);
export type NotificationPage = Static<typeof NotificationPage>;
