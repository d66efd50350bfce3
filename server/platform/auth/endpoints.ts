import { type TSchema, Type } from 'typebox';
import { providerId } from './library.ts';

const Email = Type.String({ minLength: 3, maxLength: 320 });
const Password = Type.String({ maxLength: 1_000 });
/** A page of ours, as a path. */
const Path = Type.String({ maxLength: 2_000 });

/** What a mailed link carries. */
export const Link = Type.Object({
  token: Type.String({ maxLength: 200 }),
  callbackURL: Type.Optional(Path),
  errorCallbackURL: Type.Optional(Path),
});

const Done = Type.Null({ description: 'Done; cookies are set or taken away.' });
const Elsewhere = Type.Null({
  description: 'Leads to the page that was asked for, with `error` added when it failed.',
});
const Onward = Type.Object({ url: Type.String({ description: 'Where the page shall go.' }) });
const Refused = Type.Object(
  { type: Type.String(), title: Type.String(), status: Type.Integer(), code: Type.String(), instance: Type.String() },
  { additionalProperties: true, description: 'Problem details, RFC 9457' },
);

export const done = { 204: Done, '4xx': Refused };
const elsewhere = { 303: Elsewhere, '4xx': Refused };
const onward = { 200: Onward, '4xx': Refused, '5xx': Refused };

/** An address below `/api/auth` that the authentication library answers. */
export interface AuthEndpoint {
  method: 'GET' | 'POST';
  url: string;
  summary: string;
  body?: TSchema;
  params?: TSchema;
  query?: TSchema;
  response: Record<number | string, TSchema>;
  /** How often in a minute one network address may try, and how often with the same mail address. */
  mostPerMinute?: { address: number; email: number };
}

/** A school's whole class may sign in from one network address in the same minute. */
const guarded = { address: 100, email: 10 };

/** What spends a mailed link and sets the password. */
export const PasswordByLink = Type.Object({ token: Type.String({ maxLength: 200 }), newPassword: Password });

/** All of them: nothing else of the library is reachable. */
export const endpoints: readonly AuthEndpoint[] = [
  {
    method: 'POST',
    url: '/sign-in/email',
    summary: 'Signs in by password and sets the cookie.',
    response: done,
    body: Type.Object({ email: Email, password: Password, rememberMe: Type.Optional(Type.Boolean()) }),
    mostPerMinute: guarded,
  },
  {
    method: 'POST',
    url: '/sign-in/social',
    summary: 'Begins to sign in with the outside identity provider, where one is configured.',
    response: onward,
    body: Type.Object({ provider: Type.Literal(providerId), callbackURL: Path, errorCallbackURL: Path }),
    mostPerMinute: { address: 100, email: 0 },
  },
  {
    method: 'GET',
    url: `/callback/${providerId}`,
    summary: 'Where the outside identity provider sends people back to.',
    response: elsewhere,
    query: Type.Object({}, { additionalProperties: true }),
    mostPerMinute: { address: 100, email: 0 },
  },
  {
    method: 'POST',
    url: '/sign-in/magic-link',
    summary: 'Mails a link to sign in with. The answer does not tell whether somebody has this address.',
    response: done,
    body: Type.Object({ email: Email, callbackURL: Type.Optional(Path), errorCallbackURL: Type.Optional(Path) }),
    mostPerMinute: { address: 100, email: 3 },
  },
  {
    method: 'GET',
    url: '/magic-link/verify',
    summary: 'Spends a mailed link: signs in and leads to the page that was asked for.',
    response: elsewhere,
    query: Link,
    mostPerMinute: { address: 100, email: 0 },
  },
  {
    method: 'POST',
    url: '/request-password-reset',
    summary: 'Mails a link to choose a new password with. The answer does not tell whether somebody has this address.',
    response: done,
    body: Type.Object({ email: Email, redirectTo: Path }),
    mostPerMinute: { address: 100, email: 3 },
  },
  {
    method: 'GET',
    url: '/reset-password/:token',
    summary: 'Leads from the mail to the page where the new password is chosen.',
    response: elsewhere,
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    query: Type.Object({ callbackURL: Path }),
  },
  { method: 'POST', url: '/sign-out', summary: 'Ends this sign-in.', response: done, body: Type.Object({}) },
];
