import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { loadConfig, variableNames } from './config.ts';
import { withSecret } from './secret.ts';
import { ConfigError } from './values.ts';

const repository = resolve(import.meta.dirname, '../../..');

test('an empty environment is a working installation on this machine', () => {
  expect(loadConfig({})).toEqual({
    port: 8400,
    host: '127.0.0.1',
    url: 'http://127.0.0.1:8400',
    dataFolder: join(repository, 'data'),
    secret: undefined,
    databaseUrl: undefined,
    databaseReplicaUrl: undefined,
    databasePool: 10,
    smtpUrl: undefined,
    mailFrom: 'Collegium <noreply@127.0.0.1>',
    logLevel: 'info',
    trustProxy: false,
  });
});

test('an empty value counts as unset', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(loadConfig({}));
});

test.each([
  [{ PORT: '9000', HOST: '0.0.0.0' }, { url: 'http://localhost:9000' }],
  [{ HOST: '::1' }, { url: 'http://[::1]:8400' }],
  [{ COLLEGIUM_URL: 'https://Collegium.example.org/' }, { url: 'https://collegium.example.org' }],
  [{ COLLEGIUM_DATA: '/srv/data' }, { dataFolder: '/srv/data' }],
  [{ COLLEGIUM_DATA: 'elsewhere' }, { dataFolder: join(repository, 'elsewhere') }],
  [{ DATABASE_URL: 'postgresql://a:b@db/c?host=/run' }, { databaseUrl: 'postgresql://a:b@db/c?host=/run' }],
  [
    { SMTP_URL: 'smtps://u:p@mail:465', MAIL_FROM: 'ada@example.org' },
    { smtpUrl: 'smtps://u:p@mail:465', mailFrom: 'ada@example.org' },
  ],
  [{ TRUST_PROXY: 'true' }, { trustProxy: true }],
  [{ TRUST_PROXY: '1' }, { trustProxy: 1 }],
  [{ TRUST_PROXY: '10.0.0.1, fd00::/8' }, { trustProxy: ['10.0.0.1', 'fd00::/8'] }],
])('%j gives %j', (env, expected) => {
  expect(loadConfig(env)).toMatchObject(expected);
});

test.each([
  [{ PORT: '80a' }, 'PORT is “80a”; put a whole number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is “65536”; put a whole number from 0 to 65535.'],
  [{ DATABASE_POOL: '1' }, 'DATABASE_POOL is “1”; put a whole number from 2 to 500.'],
  [{ COLLEGIUM_URL: 'https://example.org/path' }, 'COLLEGIUM_URL is “https://example.org/path”; put the address'],
  [{ COLLEGIUM_URL: 'ftp://example.org' }, 'COLLEGIUM_URL is “ftp://example.org”'],
  [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL is not an address that begins with postgres://; put something like'],
  [{ DATABASE_REPLICA_URL: 'postgres://db/a' }, 'DATABASE_REPLICA_URL is set although DATABASE_URL is not'],
  [{ SMTP_URL: 'smtp://mail' }, 'MAIL_FROM is missing although SMTP_URL is set; put `Collegium'],
  [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM is “nobody”'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is “loud”; put one of fatal, error,'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is “yes”; put true, false, the number'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY is “10.0.0.0/33”'],
  [{ COLLEGIUM_SECRET: 'short' }, 'COLLEGIUM_SECRET is shorter than 32 characters'],
])('%j is refused in one sentence', (env, sentence) => {
  expect(() => loadConfig(env)).toThrow(ConfigError);
  expect(() => loadConfig(env)).toThrow(sentence);
});

test('a refused value that may hold a password is not repeated', () => {
  const message = messageOf(() => loadConfig({ DATABASE_URL: 'pg://user:hunter2@db/collegium' }));
  expect(message).not.toContain('hunter2');
});

test('every setting is documented, and nothing else is', () => {
  const page = readFileSync(join(repository, 'docs/operate/configuration.md'), 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z_]+)` /gm)].map((match) => match[1]);
  expect(documented).toEqual([...variableNames]);
});

describe('the secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = createScratchFolder('secret');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is made once, and only its owner may read it', () => {
    const config = loadConfig({ COLLEGIUM_DATA: join(folder, 'new') });
    const { secret } = withSecret(config);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(withSecret(config).secret).toBe(secret);
    expect(statSync(join(folder, 'new/secret')).mode & 0o777).toBe(0o600);
  });

  test('that is set is used, and none is made', () => {
    const secret = 'x'.repeat(32);
    mkdirSync(join(folder, 'empty'));
    const config = loadConfig({ COLLEGIUM_DATA: join(folder, 'empty'), COLLEGIUM_SECRET: secret });
    expect(withSecret(config).secret).toBe(secret);
    expect(() => statSync(join(folder, 'empty/secret'))).toThrow('ENOENT');
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
