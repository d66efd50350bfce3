import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../server/testing/database.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { main } from './collegium.ts';

let database: TestDatabase;
let folder: string;
let out: string[];
let err: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = createScratchFolder('cli');
});
beforeEach(() => {
  out = [];
  err = [];
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function collegium(args: string, env: Record<string, string> = {}): Promise<number> {
  const settings = { DATABASE_URL: database.url, COLLEGIUM_DATA: folder, ...env };
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text), env: settings };
  return main(args.split(' ').filter(Boolean), io);
}

describe('help', () => {
  test.each(['--help', 'help', '-h'])('%s lists the commands', async (args) => {
    expect(await collegium(args)).toBe(0);
    expect(out.join()).toContain('serve      run the server');
  });

  test.each(['serve', 'work', 'migrate', 'network', 'sample', 'token', 'doctor'])(
    '%s --help tells its usage and exit codes',
    async (name) => {
      expect(await collegium(`${name} --help`)).toBe(0);
      expect(out.join()).toMatch(new RegExp(`Usage: collegium ${name}[^]*Exit codes: 0 done`));
    },
  );

  test('no command and an unknown one are wrong usage', async () => {
    expect(await collegium('')).toBe(64);
    expect(await collegium('constructor')).toBe(64);
    expect(err.join()).toContain('There is no command “constructor”.');
  });

  test('an unknown option is wrong usage', async () => {
    expect(await collegium('migrate --backwards')).toBe(64);
    expect(err.join()).toContain('collegium migrate --help shows what it takes.');
  });
});

describe('failures', () => {
  test('a data folder that is a file is named in one sentence, exit code 78', async () => {
    const file = `${folder}/not-a-folder`;
    writeFileSync(file, '');
    for (const place of [file, `${file}/data`]) {
      err = [];
      expect(await collegium('token create --network none --as ada@example.org', { COLLEGIUM_DATA: place })).toBe(78);
      expect(err).toEqual([expect.stringMatching(/^A folder is needed .*; put a folder into COLLEGIUM_DATA\.$/)]);
    }
  });

  test('a data folder where none can be made is named in one sentence, exit code 78', async () => {
    expect(await collegium('token create --network none --as ada@example.org', { COLLEGIUM_DATA: '/proc/none' })).toBe(
      78,
    );
    expect(err).toEqual([expect.stringMatching(/^No folder can be made there .*; put another into COLLEGIUM_DATA\.$/)]);
  });

  test('a wrong setting is named in one sentence, exit code 78', async () => {
    expect(await collegium('migrate', { PORT: 'eighty' })).toBe(78);
    expect(err).toEqual(['PORT is “eighty”; put a whole number from 0 to 65535.']);
  });

  test('a database that cannot be reached is exit code 69', async () => {
    expect(await collegium('migrate', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' })).toBe(69);
    expect(err).toEqual(['The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1.']);
  });
});

describe('network', () => {
  test('is created once, and then listed', async () => {
    expect(await collegium('network create north-sea --name North --json')).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toEqual({
      slug: 'north-sea',
      name: 'North',
      address: 'http://127.0.0.1:8400/north-sea',
    });
    expect(await collegium('network create north-sea --name Again')).toBe(1);
    expect(err).toEqual(['There is a network “north-sea” already.']);
    expect(await collegium('network list')).toBe(0);
    expect(out[1]).toBe('north-sea  North');
  });

  test.each([
    ['network', 'Say what to do'],
    ['network remove north-sea', 'Say what to do'],
    ['network create North --name x', '“North” is no slug'],
    ['network create north', 'A network needs a --name'],
    ['network create north --name x --administrator nobody', '“nobody” is no mail address'],
    ['network create a b c --name x', '“b c” is too much'],
  ])('%s is wrong usage', async (args, sentence) => {
    expect(await collegium(args)).toBe(64);
    expect(err.join()).toContain(sentence);
  });
});

test('the sample world is made once', async () => {
  expect(await collegium('sample --json')).toBe(0);
  expect(await collegium('sample')).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ network: 'sample', isNew: true });
  expect(out[1]).toContain('is there already');
}, 180_000);

test('migrate says when there is nothing to do, for people and for programs', async () => {
  expect(await collegium('migrate')).toBe(0);
  expect(await collegium('migrate --dry-run --json')).toBe(0);
  expect(out).toEqual(['Everything is up to date.', '[]']);
});

describe('doctor', () => {
  test('finds a sound installation good and says where mail goes', async () => {
    expect(await collegium('doctor --json')).toBe(0);
    const findings: unknown = JSON.parse(out[0] ?? '');
    expect(findings).toContainEqual({ about: 'database', state: 'good', says: 'every schema is up to date' });
    expect(findings).toContainEqual({
      about: 'mail',
      state: 'notice',
      says: `no mail server is set, so mail is written to ${folder}/outbox and reaches nobody`,
      mend: 'set SMTP_URL and MAIL_FROM',
    });
  });

  test('says how to mend a lost database and a lost mail server', async () => {
    const lost = { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.org' };
    expect(await collegium('doctor', lost)).toBe(1);
    expect(out[0]).toMatch(/wrong {3}database .*ECONNREFUSED.*\n *→ check DATABASE_URL/);
    expect(out[0]).toMatch(/wrong {3}mail .*ECONNREFUSED.*\n *→ check host, port, user/);
  });

  test('says how to mend a wrong setting', async () => {
    expect(await collegium('doctor', { LOG_LEVEL: 'loud' })).toBe(1);
    expect(out[0]).toMatch(/wrong {3}configuration .*LOG_LEVEL is “loud”\n *→ put one of fatal/);
  });
});
