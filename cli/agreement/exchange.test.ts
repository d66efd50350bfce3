import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Iia } from '../../server/adapters/ewp/iia.ts';
import { iiasOfRecord } from '../../server/adapters/ewp/iias-of-record.ts';
import { readIias } from '../../server/adapters/ewp/read-iias.ts';
import { writeIias } from '../../server/adapters/ewp/write-iias.ts';
import { addApprovedVersion } from '../../server/agreements/signing/testing.ts';
import { createTestApp, type TestApp } from '../../server/testing/app.ts';
import { createScratchFolder } from '../../server/testing/scratch-folder.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../server/testing/world.ts';
import { main } from '../collegium.ts';

let world: TestApp;
let folder: string;
let ribeira: TestOrganisation;
let kade: TestOrganisation;
let coordinator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  folder = createScratchFolder('exchange');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  kade = await addOrganisation(world.network, 'Kade');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  for (const { id, name } of [ribeira, kade])
    await world.network
      .updateTable('organisation')
      .set({ website: `https://www.${name.toLowerCase()}.example/about` })
      .where('id', '=', id)
      .execute();
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const iia: Iia = {
  partners: [
    { heiId: 'ribeira.example', iiaId: 'r-17', iiaCode: 'R/17' },
    { heiId: 'kade.example', iiaId: 'k-4' },
  ],
  inEffect: true,
  isTerminatedAsAWhole: false,
  mobilities: [
    {
      kind: 'student-studies-mobility-spec',
      sendingHeiId: 'ribeira.example',
      receivingHeiId: 'kade.example',
      receivingUnitId: 'ports',
      firstYear: '2026/2027',
      lastYear: '2028/2029',
      mobilitiesPerYear: 3,
      languages: [{ language: 'en', cefrLevel: 'B2' }, { language: 'nl' }],
      subjectAreas: [{ iscedCode: '0311', clarification: 'Port economics | logistics' }, { iscedCode: '1041' }],
      otherInfo: 'Housing is arranged.',
      totalPerYear: '15',
      blended: true,
      eqfLevels: ['6', '7'],
    },
    {
      kind: 'staff-teacher-mobility-spec',
      sendingHeiId: 'kade.example',
      receivingHeiId: 'ribeira.example',
      firstYear: '2026/2027',
      lastYear: '2026/2027',
      mobilitiesPerYear: 1,
      languages: [{ language: 'en', cefrLevel: 'C1' }],
      subjectAreas: [],
      totalPerYear: '8',
      eqfLevels: [],
    },
  ],
};

const hashIn = (text: string) => /<iia-hash>(\w{64})</.exec(text)?.[1];

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = {
    DATABASE_URL: world.url,
    COLLEGIUM_DATA: folder,
    COLLEGIUM_SECRET: 'x'.repeat(32),
    LOG_LEVEL: 'silent',
    COLLEGIUM_URL: 'http://localhost',
  };
  const code = await main(['agreement', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function importing(xml: string) {
  const path = join(folder, 'iia.xml');
  await writeFile(path, xml);
  return run('import', path, '--network', 'test', '--as', `${coordinator.personId}@example.org`);
}

test('an imported agreement is a draft that promises the same, and gives the same hash when it is written again', async () => {
  const xml = writeIias([iia]);
  const { code, out } = await importing(xml);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Begun: http:\/\/localhost\/test\/agreements\/[\w-]{36}$/)]);
  const agreementId = out.slice(-36);
  const rows = await world.network
    .selectFrom('draft_clause')
    .innerJoin('agreement_version', 'agreement_version.id', 'draft_clause.agreement_version_id')
    .select('body')
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .execute();
  const clauses = rows.map(({ body }): Clause => body);
  expect(clauses.map(({ key }) => key).slice(0, 4)).toEqual(['purpose', 'mobility-1', 'mobility-2', 'ewp-identifiers']);
  expect(clauses[1]?.commitment).toMatchObject({
    quantity: 3,
    promiser: kade.id,
    beneficiary: ribeira.id,
    periodEnd: '2029-08-31',
  });
  const { record } = await addApprovedVersion(world, [ribeira, kade]);
  const codes = new Map([
    [ribeira.id, 'ribeira.example'],
    [kade.id, 'kade.example'],
  ]);
  const again = iiasOfRecord(
    { ...record, clauses },
    { heiIdOf: (id) => codes.get(id), inEffect: true, isTerminated: false, language: { language: 'en' } },
  );
  expect(again[0]?.mobilities).toEqual(iia.mobilities);
  expect(hashIn(writeIias(again))).toBe(hashIn(xml));
});

test('an agreement made here is written with its promises of places', async () => {
  const { record } = await addApprovedVersion(world, [ribeira, kade]);
  const path = join(folder, 'out.xml');
  const answer = await run('export', '--network', 'test', '--agreement', record.reference, '--out', path);
  expect(answer).toMatchObject({ code: 0 });
  expect(readIias(readFileSync(path, 'utf8'))).toEqual([
    {
      partners: [
        { heiId: 'ribeira.example', iiaId: record.agreementId, iiaCode: record.reference },
        { heiId: 'kade.example' },
      ],
      inEffect: false,
      isTerminatedAsAWhole: false,
      mobilities: [
        {
          kind: 'student-studies-mobility-spec',
          sendingHeiId: 'kade.example',
          receivingHeiId: 'ribeira.example',
          firstYear: '2026/2027',
          lastYear: '2027/2028',
          mobilitiesPerYear: 12,
          languages: [{ language: 'en', cefrLevel: 'B1' }],
          subjectAreas: [],
          blended: false,
          eqfLevels: [],
        },
      ],
    },
  ]);
});

test.each([
  ['year', 12, 12, undefined],
  ['term', 12, 24, undefined],
  ['once', 12, 6, undefined],
  ['once', 7, 4, '7 places in all from 2026/2027 to 2027/2028.'],
] as const)('places promised every %s are written as places a year', async (every, quantity, perYear, note) => {
  const { record } = await addApprovedVersion(world, [ribeira, kade]);
  const clauses = record.clauses.map((clause) =>
    clause.commitment ? { ...clause, commitment: { ...clause.commitment, every, quantity } } : clause,
  );
  const [written] = iiasOfRecord(
    { ...record, clauses },
    { heiIdOf: (id) => `${id}.example`, inEffect: true, isTerminated: false, language: { language: 'en' } },
  );
  expect(written?.mobilities).toMatchObject([{ mobilitiesPerYear: perYear }]);
  expect(written?.mobilities[0]?.otherInfo).toBe(note);
});

test.each([
  ['a hash that does not fit', () => writeIias([iia]).replace('>3<', '>30<'), 'are not those that were hashed'],
  [
    'external entities',
    () => '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
    'document type or entities',
  ],
  [
    'a partner nobody knows',
    () =>
      writeIias([
        {
          ...iia,
          partners: [iia.partners[0]!, { heiId: 'other.example' }],
          mobilities: iia.mobilities.map((one) => ({ ...one, sendingHeiId: 'other.example' })),
        },
      ]),
    'No organisation of this network has the code other.example',
  ],
])('%s is refused with a sentence, and nothing is begun', async (_what, xml, words) => {
  const before = await world.network.selectFrom('agreement').select('id').execute();
  expect(await importing(xml())).toMatchObject({ code: 65, err: expect.stringContaining(words) });
  expect(await world.network.selectFrom('agreement').select('id').execute()).toHaveLength(before.length);
});

test('somebody who coordinates neither partner begins nothing', async () => {
  const path = join(folder, 'iia.xml');
  await writeFile(path, writeIias([iia]));
  const answer = await run('import', path, '--network', 'test', '--as', 'nobody@example.org');
  expect(answer).toMatchObject({ code: 65, err: expect.stringContaining('is no coordinator of a partner') });
});
