import { resolve } from 'node:path';
import { oidc, type OidcConfig } from './oidc.ts';
import { ConfigError, booleanOr, integer, mailbox, oneOf, origin, proxies, url } from './values.ts';

/** Everything that may be set from outside, in the order of docs/operate/configuration.md. */
export const variableNames = [
  'PORT',
  'HOST',
  'COLLEGIUM_URL',
  'COLLEGIUM_DATA',
  'COLLEGIUM_SECRET',
  'COLLEGIUM_SEAL_KEY',
  'DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'DATABASE_POOL',
  'SMTP_URL',
  'MAIL_FROM',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_LABEL',
] as const;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment says. `secret` is still missing when nobody set one; see `withSecret`. */
export interface LoadedConfig {
  port: number;
  host: string;
  /** Address that people type, an origin without a trailing slash. */
  url: string;
  /** Absolute folder for the embedded database, uploaded files, the mail outbox and the secret. */
  dataFolder: string;
  /** Unset means the embedded server. */
  databaseUrl: string | undefined;
  databaseReplicaUrl: string | undefined;
  /** Connections that one process holds at most. */
  databasePool: number;
  /** Unset means that mail is written to the outbox folder. */
  smtpUrl: string | undefined;
  mailFrom: string;
  logLevel: (typeof logLevels)[number];
  /** As Fastify's `trustProxy`: nobody, everybody, so many hops, or these addresses. */
  trustProxy: boolean | number | string[];
  /** Unset means that people sign in here alone. */
  oidc: OidcConfig | undefined;
  secret: string | undefined;
  /** Seed of the key that seals. Unset means the one in the data folder. */
  sealKey: string | undefined;
}

/** The configuration that the server runs with. */
export type Config = LoadedConfig & { secret: string };

const repository = resolve(import.meta.dirname, '../../..');

/** Reads and checks the environment. Throws `ConfigError` with one sentence that names the variable and says what to put. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): LoadedConfig {
  const read = (name: (typeof variableNames)[number]) => env[name]?.trim() || undefined;
  const port = integer('PORT', read('PORT'), { fallback: 8400, least: 0, most: 65_535 });
  const host = read('HOST') ?? '127.0.0.1';
  const publicUrl = origin('COLLEGIUM_URL', read('COLLEGIUM_URL')) ?? `http://${reachable(host)}:${port}`;
  const smtpUrl = url('SMTP_URL', read('SMTP_URL'), ['smtp', 'smtps'], 'smtp://user:password@mail.example.org:587');
  return {
    port,
    host,
    url: publicUrl,
    dataFolder: resolve(repository, read('COLLEGIUM_DATA') ?? 'data'),
    secret: secret(read('COLLEGIUM_SECRET')),
    sealKey: sealKey(read('COLLEGIUM_SEAL_KEY')),
    databaseUrl: postgres('DATABASE_URL', read('DATABASE_URL')),
    databaseReplicaUrl: replica(read('DATABASE_REPLICA_URL'), read('DATABASE_URL')),
    databasePool: integer('DATABASE_POOL', read('DATABASE_POOL'), { fallback: 10, least: 2, most: 500 }),
    smtpUrl,
    mailFrom: mailFrom(read('MAIL_FROM'), smtpUrl, publicUrl),
    logLevel: oneOf('LOG_LEVEL', read('LOG_LEVEL') ?? 'info', logLevels),
    trustProxy: booleanOr('TRUST_PROXY', read('TRUST_PROXY'), proxies) ?? false,
    oidc: oidc(read),
  };
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function secret(value: string | undefined): string | undefined {
  if (value !== undefined && value.length < 32)
    throw new ConfigError(
      'COLLEGIUM_SECRET',
      'is shorter than 32 characters',
      'the output of `openssl rand -hex 32`, or nothing at all to have one made',
    );
  return value;
}

function sealKey(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[A-Za-z0-9_-]{43}$/.test(value))
    throw new ConfigError(
      'COLLEGIUM_SEAL_KEY',
      'is not 32 bytes in base64url',
      'what `npx collegium audit new-key` prints, or nothing at all to have one made',
    );
  return value;
}

function postgres(name: 'DATABASE_URL' | 'DATABASE_REPLICA_URL', value: string | undefined): string | undefined {
  const example = 'postgres://user:password@db.example.org:5432/collegium';
  return url(name, value, ['postgres', 'postgresql'], example);
}

function replica(value: string | undefined, primary: string | undefined): string | undefined {
  if (value !== undefined && primary === undefined)
    throw new ConfigError('DATABASE_REPLICA_URL', 'is set although DATABASE_URL is not', 'both, or neither');
  return postgres('DATABASE_REPLICA_URL', value);
}

function mailFrom(value: string | undefined, smtpUrl: string | undefined, publicUrl: string): string {
  if (value !== undefined) return mailbox('MAIL_FROM', value);
  if (smtpUrl !== undefined)
    throw new ConfigError('MAIL_FROM', 'is missing although SMTP_URL is set', '`Collegium <noreply@example.org>`');
  return `Collegium <noreply@${new URL(publicUrl).hostname}>`;
}
