import { Type, type Static } from 'typebox';
import { Id, Nullable, OneOf } from './schema.ts';

/** A browser that is signed in to one's account, in whatever network. */
export const BrowserView = Type.Object({
  id: Id,
  userAgent: Nullable(Type.String({ description: 'What the browser says that it is' })),
  signedInAt: Type.String(),
  expiresAt: Type.String(),
  isThisOne: Type.Boolean(),
});
export type BrowserView = Static<typeof BrowserView>;

/** A token by which a program acts as oneself in this network. */
export const TokenView = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(OneOf(['read', 'write'] as const)),
  createdAt: Type.String(),
  expiresAt: Nullable(Type.String()),
  lastUsedAt: Nullable(Type.String({ description: 'To the minute' })),
});
export type TokenView = Static<typeof TokenView>;

/** Who and what may act as oneself: the latest first, a hundred of each. */
export const AccountView = Type.Object({
  email: Type.String(),
  browsers: Type.Array(BrowserView),
  tokens: Type.Array(TokenView),
});
export type AccountView = Static<typeof AccountView>;
