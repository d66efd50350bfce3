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

export const tokenScopes = ['read', 'write'] as const;
/** `read` allows GET alone; `write` everything the person may do. */
export const TokenScope = OneOf(tokenScopes);
export type TokenScope = Static<typeof TokenScope>;

/** A token by which a program acts as oneself in this network. */
export const TokenView = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(TokenScope),
  actsFor: Nullable(
    Type.String({ description: 'The organisation on behalf of which it acts; null where the person’s usual one' }),
  ),
  createdAt: Type.String(),
  expiresAt: Nullable(Type.String()),
  lastUsedAt: Nullable(Type.String({ description: 'To the minute' })),
});
export type TokenView = Static<typeof TokenView>;

/** What one says of a token that one wants. */
export const NewToken = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description: 'What it is for' }),
    scope: TokenScope,
    days: Nullable(Type.Integer({ minimum: 1, maximum: 3_650, description: 'Ends after so many days; null: never' })),
  },
  { additionalProperties: false },
);
export type NewToken = Static<typeof NewToken>;

/** A token that was made just now; its secret is told this once. */
export const MadeToken = Type.Object({ ...TokenView.properties, token: Type.String() });
export type MadeToken = Static<typeof MadeToken>;

export const NewPassword = Type.Object(
  {
    currentPassword: Type.String({ maxLength: 1_000 }),
    newPassword: Type.String({ maxLength: 1_000 }),
  },
  { additionalProperties: false },
);
export type NewPassword = Static<typeof NewPassword>;

/** Who and what may act as oneself: the latest first, a hundred of each. */
export const AccountView = Type.Object({
  email: Type.String(),
  hasPassword: Type.Boolean({ description: 'Whoever has none signs in by link or at an identity provider' }),
  browsers: Type.Array(BrowserView),
  tokens: Type.Array(TokenView),
});
export type AccountView = Static<typeof AccountView>;
