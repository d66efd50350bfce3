import { passwordLength } from '@collegium/contract/password-length.ts';
import { sql } from 'kysely';
import { newId } from '../ids.ts';
import type { OidcConfig } from '../config/oidc.ts';
import type { Services } from '../scope.ts';
import { linkPageUrl } from './link-page.ts';
import { queueAuthMail } from './mails.ts';
import { signInSeconds } from './sign-in-token.ts';

const linkSeconds = 15 * 60;
const resetSeconds = 60 * 60;

/** The one address below which the library answers. */
export const authPath = '/api/auth';

/** The authentication library, configured. It takes standard requests and gives standard answers. */
export interface AuthLibrary {
  handle: (request: Request) => Promise<Response>;
}

/** Loads and configures the library: about a quarter of a second and 45 MB, so only when somebody first signs in. */
export async function loadAuthLibrary(services: Services): Promise<AuthLibrary> {
  const [{ betterAuth }, { magicLink }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
    import('better-auth/plugins/generic-oauth'),
  ]);
  const { config, db, log } = services;
  const auth = betterAuth({
    appName: 'Collegium',
    baseURL: config.url,
    basePath: authPath,
    secret: config.secret,
    trustedOrigins: [config.url],
    database: { db, type: 'postgres', schemaName: 'platform', transaction: true },
    telemetry: { enabled: false },
    // Counted in countAttempt, by mail address as well as by network address.
    rateLimit: { enabled: false },
    logger: { log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ library: 'auth' }, message) },
    onAPIError: {
      onError: (error) => log[isRefusal(error) ? 'debug' : 'error']({ err: error }, 'sign-in did not succeed'),
    },
    advanced: {
      cookiePrefix: 'collegium',
      useSecureCookies: config.url.startsWith('https://'),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
      database: { generateId: () => newId() },
    },
    user: { modelName: 'account', fields: { emailVerified: 'email_verified', ...timestamps } },
    account: {
      modelName: 'credential',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [providerId] },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    databaseHooks: {
      account: { create: { before: async (credential) => ({ data: { ...credential, ...noTokens } }) } },
    },
    session: {
      modelName: 'sign_in',
      expiresIn: signInSeconds,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
    },
    verification: {
      modelName: 'verification',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', ...timestamps },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      resetPasswordTokenExpiresIn: resetSeconds,
      async sendResetPassword({ user, url }) {
        const networkSlug = await networkOf(services, new URL(url).searchParams.get('callbackURL'));
        await queueAuthMail(services, { kind: 'new_password', email: user.email, url, networkSlug });
      },
    },
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        disableSignUp: true,
        storeToken: 'hashed',
        async sendMagicLink({ email, url }) {
          const networkSlug = await networkOf(services, new URL(url).searchParams.get('callbackURL'));
          await queueAuthMail(services, { kind: 'sign_in_link', email, url: linkPageUrl(url), networkSlug });
        },
      }),
      genericOAuth({ config: config.oidc ? [providerOf(config.oidc)] : [] }),
    ],
  });
  return { handle: (request) => auth.handler(request) };
}

/** Of the outside identity provider, in `platform.credential` and in its callback's address. */
export const providerId = 'oidc';

function providerOf({ issuer, clientId, clientSecret, label }: OidcConfig) {
  return {
    providerId,
    name: label,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    scopes: ['openid', 'email', 'profile'],
    disableSignUp: true,
    disableProviderLogout: true,
  };
}

/** We ask a provider who somebody is, once; what would let us act there is not kept. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null };

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Whether the library said no, as opposed to having broken down. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'APIError';
}

/** The network whose page the person comes back to; when that is none, the first: a mail must go out from somewhere. */
async function networkOf({ db }: Services, callback: string | null): Promise<string> {
  const slug = callback?.split(/[/?#]/).find(Boolean) ?? '';
  const row = await db
    .selectFrom('platform.network')
    .select('slug')
    .orderBy(sql`slug = ${slug}`, 'desc')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.slug;
}
