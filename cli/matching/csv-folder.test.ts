import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkProblem, ProblemError, solve } from '@collegium/matching';
import { readCsvFolder } from './csv-folder.ts';

const sound = {
  learners: 'id,groups,places\nana,grant|staff,1\nben,,\n',
  preferences: 'learner,offer,rank\nana,clinic,2\nana,lab,1\nben,lab,1\nben,clinic,1\n',
  offers: 'id,organisation,capacity,minimum\nlab,org,2,\nclinic,org,1,0\n',
  settings: `name,value\nseed,${'7f'.repeat(32)}\n`,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collegium-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries({ ...sound, ...files }))
    writeFileSync(join(folder, `${name}.csv`), content);
}

/** What is said of the folder, without its own path. */
function complaint(): string {
  try {
    const { value, placeOf } = readCsvFolder(folder);
    try {
      checkProblem(value);
    } catch (error) {
      const { path, message } = (error as ProblemError).faults[0]!;
      return `${placeOf(path)}: ${message}`.replaceAll(`${folder}/`, '');
    }
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, '');
  }
  return 'nothing';
}

test('every file has its part in the problem', () => {
  write({
    priorities: 'offer;learner;rank;score\nlab;ana;;1.5\nlab;ben;;-2\nclinic;ben;1;\nclinic;ana;1;\n',
    reserves: 'offer,group,places\nlab,grant,1\n',
    ceilings: 'offer,group,places\nlab,staff,1\n',
    minimums: 'offer,group,percent\nclinic,grant,12.5\n',
    caps: 'organisation,places\norg,3\n',
    together: 'group,learner\n1,ana\n1,ben\n',
    clashes: 'clash,offer\nmonday,lab\nmonday,clinic\n',
    fixed: 'learner,offer,reason\nana,lab,"agreed, by hand"\nben,lab,\n',
  });
  const { value } = readCsvFolder(folder);
  expect(value).toMatchObject({
    seed: '7f'.repeat(32),
    learners: [
      { id: 'ana', groups: ['grant', 'staff'], places: 1, preferences: ['lab', 'clinic'] },
      { id: 'ben', groups: [], preferences: [['lab', 'clinic']] },
    ],
    offers: [
      {
        id: 'lab',
        organisation: 'org',
        capacity: 2,
        priorities: { scores: { ana: 1.5, ben: -2 } },
        reserves: [{ group: 'grant', places: 1 }],
        ceilings: [{ group: 'staff', places: 1 }],
      },
      { id: 'clinic', minimum: 0, priorities: [['ben', 'ana']], minimums: [{ group: 'grant', percent: 12.5 }] },
    ],
    caps: [{ organisation: 'org', places: 3 }],
    together: [['ana', 'ben']],
    clashes: [['lab', 'clinic']],
    fixed: [
      ['ana', 'lab', 'agreed, by hand'],
      ['ben', 'lab'],
    ],
  });
  expect(() => checkProblem(value)).not.toThrow();
});

test('a learner whose id is a word of the language is a learner like any other', () => {
  write({
    learners: 'id\n__proto__\nben\n',
    preferences: 'learner,offer,rank\n__proto__,clinic,1\nben,clinic,1\n',
    priorities: 'offer,learner,score\nclinic,__proto__,9\nclinic,ben,8\n',
  });
  expect(Object.entries(solve(readCsvFolder(folder).value).allocation)).toEqual([
    ['__proto__', 'clinic'],
    ['ben', null],
  ]);
});

test.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
  [
    'preferences.csv, line 2: rank is a number, but this is "first".',
    { preferences: 'learner,offer,rank\nana,lab,first\n' },
  ],
  ['preferences.csv, line 2: rank is a number, but this is empty.', { preferences: 'learner,offer,rank\nana,lab,\n' }],
  ['preferences.csv, line 1: The column "rank" is missing.', { preferences: 'learner,offer\nana,lab\n' }],
  [
    'preferences.csv, line 3, learners[0].preferences[0][1]: "lab" stands',
    { preferences: 'learner,offer,rank\nana,lab,1\nana,lab,1\n' },
  ],
  [
    'preferences.csv, line 2, learners[0].preferences[0]: There is no offer "gym".',
    { preferences: 'learner,offer,rank\nana,gym,1\n' },
  ],
  ['preferences.csv, line 2: There is no learner "zoe".', { preferences: 'learner,offer,rank\nzoe,lab,1\n' }],
  ['priorities.csv, line 2: A rank or a score is needed', { priorities: 'offer,learner,rank,score\nlab,ana,,\n' }],
  [
    'priorities.csv, line 3: "lab" has ranks in some lines and scores',
    { priorities: 'offer,learner,rank,score\nlab,ana,1,\nlab,ben,,5\n' },
  ],
  [
    'priorities.csv, line 3: "ana" has two scores in "lab".',
    { priorities: 'offer,learner,score\nlab,ana,1\nlab,ana,2\n' },
  ],
  ['learners.csv, line 1: "grups" is not a column here', { learners: 'id,grups\nana,grant\n' }],
  ['learners.csv, line 1: "id" stands there twice.', { learners: 'id,id\nana,ben\n' }],
  ['learners.csv is not UTF-8 text', { learners: Uint8Array.of(0x69, 0x64, 0x0a, 0xe4, 0x0a) }],
  ['learners.csv is empty', { learners: '' }],
  ['learners.csv, line 4, learners[2].id: "ana" is also the id', { learners: 'id\nana\nben\nana\n' }],
  [
    'offers.csv, line 2, offers[0].capacity: A whole number is needed here, but it is the text "0x10".',
    { offers: 'id,capacity\nlab,0x10\nclinic,1\n' },
  ],
  [
    'reserves.csv, line 2, offers[0].reserves[0].places: -1 is negative',
    { reserves: 'offer,group,places\nlab,grant,-1\n' },
  ],
  ['fixed.csv, line 2, fixed[0][0]: There is no learner "zoe".', { fixed: 'learner,offer\nzoe,lab\n' }],
  ['together.csv, line 3, together[0][1]: There is no learner "zoe".', { together: 'group,learner\n1,ana\n1,zoe\n' }],
  ['settings.csv, line 2: "metod" is not a setting', { settings: 'name,value\nmetod,x\n' }],
  ['tgether.csv is not known; known are', { tgether: 'group,learner\n1,ana\n' }],
])('says: %s', (sentence, files) => {
  write(files);
  expect(complaint()).toContain(sentence);
});
