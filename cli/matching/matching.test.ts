import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../collegium.ts';

const seed = '7f'.repeat(32);
const problem = {
  seed,
  learners: [
    { id: 'ana', preferences: ['lab', 'clinic'], groups: ['grant'] },
    { id: 'ben', preferences: ['lab'] },
  ],
  offers: [
    { id: 'lab', capacity: 1, priorities: ['ben', 'ana'] },
    { id: 'clinic', capacity: 1 },
  ],
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'collegium-matching-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
function write(name: string, content: unknown): string {
  writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  return file(name);
}

/** Runs a command and returns its exit code and what it said. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => void (said.out += `${text}\n`),
    err: (text: string) => void (said.err += `${text}\n`),
    env: {},
  };
  return { code: await main(args, io), ...said };
}

describe('collegium allocate and verify', () => {
  it('write a result that verifies, and find the one that does not', async () => {
    const given = write('problem.json', problem);
    expect((await run('allocate', given, '--out', file('result.json'), '--explain')).code).toBe(0);
    const result = JSON.parse(readFileSync(file('result.json'), 'utf8')) as { allocation: Record<string, string> };
    expect(result.allocation).toEqual({ ana: 'clinic', ben: 'lab' });
    expect(await run('verify', given, file('result.json'))).toMatchObject({ code: 0 });
    const forged = write('forged.json', { ...result, allocation: { ana: 'lab', ben: null } });
    const found = await run('verify', given, forged);
    expect(found.code).toBe(1);
    expect(found.err).toContain('The method gives "ana" "clinic", but the result says "lab".');
  });

  it('tell what another method would change, per group', async () => {
    const { err } = await run('allocate', write('problem.json', problem), '--compare', 'serial-dictatorship');
    expect(err).toMatch(/With serial-dictatorship: .*\n {2}grant: /);
  });

  it('verify with the options that were given to allocate, and what the comparison says', async () => {
    const given = write('problem.json', problem);
    const options = ['--method', 'serial-dictatorship', '--seed', '3a'.repeat(32)];
    const out = file('other.json');
    expect((await run('allocate', given, ...options, '--compare', 'deferred-acceptance', '--out', out)).code).toBe(0);
    expect((await run('verify', given, out, ...options)).code).toBe(0);
    expect((await run('verify', given, out)).err).toContain('method: The method gives "deferred-acceptance"');
    const result = JSON.parse(readFileSync(out, 'utf8')) as { comparison: object };
    const forged = write('forged.json', { ...result, comparison: { ...result.comparison, changes: [] } });
    expect((await run('verify', given, forged, ...options)).err).toContain('comparison: The comparison');
  });

  it('publish without identities, and what is published verifies', async () => {
    const given = write('problem.json', problem);
    await run(
      'allocate',
      given,
      '--publish',
      file('public.json'),
      '--salt',
      'secret',
      '--out',
      file('public-result.json'),
    );
    expect(readFileSync(file('public.json'), 'utf8') + readFileSync(file('public-result.json'), 'utf8')).not.toMatch(
      /ana|ben/,
    );
    expect((await run('verify', file('public.json'), file('public-result.json'))).code).toBe(0);
  });

  it('take a folder of CSV files for the same problem', async () => {
    write('learners.csv', '\ufeffid;groups;places\nana;grant;1\nben;;\n');
    write('preferences.csv', 'learner,offer,rank\nana,clinic,2\nana,lab,1\nben,lab,1\n');
    write('offers.csv', 'id,organisation,capacity,minimum\nlab,org,1,\nclinic,org,1,0\n');
    write('priorities.csv', 'offer,learner,rank\nlab,ana,2\nlab,ben,1\n');
    write('settings.csv', `name,value\nseed,${seed}\n`);
    const { code, out } = await run('allocate', folder);
    expect([code, (JSON.parse(out) as { allocation: unknown }).allocation]).toEqual([0, { ana: 'clinic', ben: 'lab' }]);
    write('offers.csv', 'id,organisation,capacity,minimum\nlab,org,one,\nclinic,org,1,0\n');
    expect((await run('allocate', folder)).err).toContain(
      'offers.csv, line 2, offers[0].capacity: A whole number is needed',
    );
  });

  it('commit to a seed before the deadline', async () => {
    expect((await run('allocate', '--commit', '--seed', seed)).out).toMatch(/^[0-9a-f]{64}\n$/);
    expect((await run('allocate', '--commit', '--seed', 'short')).code).toBe(64);
  });
});

describe('bad input', () => {
  it.each([
    ['cut off', JSON.stringify(problem, null, 1).slice(0, 120), /stops in the middle, at line \d+, column \d+/],
    ['no JSON', '{"learners": [}', /is no JSON at line 1, column 15/],
    ['empty', '', /is empty/],
    [
      'an unknown offer',
      { ...problem, learners: [{ id: 'ana', preferences: ['gym'] }] },
      /line 7, column 5, learners\[0\]\.preferences\[0\]: There is no offer "gym"/,
    ],
    [
      'a short seed',
      { ...problem, seed: 'abc' },
      /line 2, column 10, seed: A seed is 64 hex digits, but it has 3 characters/,
    ],
  ])('%s: one sentence with the place, exit code 65, nothing written', async (_, content, sentence) => {
    const { code, err } = await run('allocate', write('bad.json', content), '--out', file('never.json'));
    expect([code, existsSync(file('never.json')), existsSync(file('never.json.part'))]).toEqual([65, false, false]);
    expect(err).toMatch(sentence);
  });

  it('a missing file, no file and an unknown option are told apart', async () => {
    expect(await run('allocate', file('absent.json'))).toMatchObject({
      code: 65,
      err: expect.stringContaining('no such file') as string,
    });
    expect((await run('allocate')).code).toBe(64);
    expect((await run('allocate', '--loud', file('problem.json'))).code).toBe(64);
    expect((await run('verify', file('problem.json'))).code).toBe(64);
  });
});

describe('collegium call-order', () => {
  it('prints the order', async () => {
    const given = write('ranking.json', {
      ranking: [
        { id: 'C1', groups: ['resident'] },
        { id: 'B1', groups: ['grant'] },
      ],
      minimums: [{ group: 'grant', percent: 25 }],
    });
    expect(await run('call-order', given)).toMatchObject({ code: 0, out: '{"order":["B1","C1"]}\n' });
  });
});
