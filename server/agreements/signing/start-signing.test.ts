import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { addApprovedVersion, type ApprovedVersion } from './testing.ts';

let world: TestApp;
let [ribeira, vantera, kade]: TestOrganisation[] = [];
let rector: TestMember;
let director: TestMember;
let coordinator: TestMember;
let version: ApprovedVersion;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  kade = await addOrganisation(world.network, 'Kade', 'public_body');
  rector = await addMember(world.db, world.network, ribeira, 'teacher', 'Ines Prado');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator', 'Nuno Reis');
  director = await addMember(world.db, world.network, vantera, 'organisation_administrator', 'Jonas Kirk');
});
afterAll(() => world.close());
beforeEach(async () => {
  version = await addApprovedVersion(world, [ribeira!, vantera!]);
});

const post = (as: TestMember | null, url: string, body?: object) => world.request(as, 'POST', url, body);
const codeOf = async (answer: Promise<{ json: () => { code?: string } }>) => (await answer).json().code;
const two = () => [
  { organisationId: ribeira!.id, personId: rector.personId, office: 'Rector' },
  { organisationId: vantera!.id },
];

test.each([
  ['every party is signed for', () => [two()[0]!, two()[0]!], 'signing.party_missing'],
  ['a witness is not enough', () => [two()[0]!, { ...two()[1]!, kind: 'witness' }], 'signing.party_missing'],
  ['only parties sign', () => [...two(), { organisationId: kade!.id }], 'signing.not_a_party'],
  [
    'only members sign with an account',
    () => [{ ...two()[1]!, personId: rector.personId }, two()[0]!],
    'signing.person_elsewhere',
  ],
  ['a link needs a name', () => [two()[0]!, { ...two()[1]!, email: 'a@example.org' }], 'signing.who_unclear'],
])('%s', async (_rule, signatories, code) => {
  const body = { hash: version.hash, dueOn: '2026-11-13', signatories: signatories() };
  expect(await codeOf(post(coordinator, `/agreements/${version.agreementId}/signing`, body))).toBe(code);
});

test('signing starts once, of the text that was read, and for a day to come', async () => {
  const url = `/agreements/${version.agreementId}/signing`;
  const body = { hash: version.hash, dueOn: '2026-10-13', signatories: two() };
  expect(await codeOf(post(coordinator, url, { ...body, hash: 'cd'.repeat(32) }))).toBe('signing.other_text');
  expect(await codeOf(post(coordinator, url, { ...body, dueOn: '2026-10-12' }))).toBe('signing.due_passed');
  const both = await Promise.all([post(coordinator, url, body), post(director, url, body)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
});

test('Today says who is to name signatories, and whose turn it is to sign', async () => {
  const waits = async (member: TestMember) => {
    const { needs } = (await world.request(member, 'GET', '/today')).json<{
      needs: { kind: string; path: string }[];
    }>();
    return needs.filter(({ path }) => path.includes(version.agreementId)).map(({ kind }) => kind);
  };
  expect([await waits(coordinator), await waits(director), await waits(rector)]).toEqual([
    ['name_signatories'],
    ['name_signatories'],
    [],
  ]);
  const [first, second] = two();
  const signatories = [first, { ...second, step: 2 }];
  const body = { hash: version.hash, dueOn: '2026-11-13', signatories };
  expect((await post(coordinator, `/agreements/${version.agreementId}/signing`, body)).statusCode).toBe(200);
  expect([await waits(coordinator), await waits(director), await waits(rector)]).toEqual([[], [], ['sign_agreement']]);
});
