import type { IiaPreviewList } from '@collegium/contract/agreements/exchange.ts';
import type { AgreementView } from '@collegium/contract/agreements/views.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addApprovedVersion } from '../../agreements/signing/testing.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { readIias } from './read-iias.ts';
import { asFile, giveCode, iiaFile, testIia } from './testing.ts';
import { writeIias } from './write-iias.ts';

let world: TestApp;
let [ribeira, kade, uncoded] = [{} as TestOrganisation, {} as TestOrganisation, {} as TestOrganisation];
let [coordinator, stranger] = [{} as TestMember, {} as TestMember];
beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  kade = await addOrganisation(world.network, 'Kade');
  uncoded = await addOrganisation(world.network, 'Northwater');
  await giveCode(world.network, ribeira, 'ribeira.example');
  await giveCode(world.network, kade, 'kade.example');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  stranger = await addMember(world.db, world.network, uncoded, 'coordinator');
});
afterAll(() => world.close());

const iia = testIia('ribeira.example', 'kade.example');
const preview = (as: TestMember | null, file: string, headers: Record<string, string> = {}) =>
  world.request(as, 'POST', '/agreement-exchange/preview', { file }, headers);
const bring = (as: TestMember | null, body: object) => world.request(as, 'POST', '/agreement-exchange/import', body);
const countAgreements = async () => (await world.network.selectFrom('agreement').select('id').execute()).length;

test('signed out, nobody reads or writes files; a stranger exports nothing of others', async () => {
  const { agreementId } = await addApprovedVersion(world, [ribeira, kade]);
  expect((await preview(null, iiaFile(iia))).statusCode).toBe(401);
  expect((await bring(null, { file: iiaFile(iia), number: 1 })).statusCode).toBe(401);
  expect((await world.request(null, 'GET', `/agreements/${agreementId}/iia.xml`)).statusCode).toBe(401);
  expect((await world.request(stranger, 'GET', `/agreements/${agreementId}/iia.xml`)).json().code).toBe(
    'agreement.not_found',
  );
});

test('an agreement is written as a file that is read again with its hash', async () => {
  const { agreementId, record } = await addApprovedVersion(world, [ribeira, kade]);
  const answer = await world.request(coordinator, 'GET', `/agreements/${agreementId}/iia.xml`);
  expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="${record.reference}.xml"`);
  expect(readIias(answer.body)).toMatchObject([
    { partners: [{ heiId: 'ribeira.example' }, { heiId: 'kade.example' }], mobilities: [{ mobilitiesPerYear: 12 }] },
  ]);
});

test('what cannot be written says why: a party without a code, a draft that was never proposed', async () => {
  const { agreementId } = await addApprovedVersion(world, [ribeira, uncoded]);
  const uncodedAnswer = await world.request(coordinator, 'GET', `/agreements/${agreementId}/iia.xml`);
  expect(uncodedAnswer.json()).toMatchObject({
    code: 'iia.code_missing',
    title: 'Northwater has no SCHAC code. Put its web address into the register.',
  });
  const begun = await bring(coordinator, { file: iiaFile(iia), number: 1 });
  const draft = await world.request(coordinator, 'GET', `/agreements/${begun.json().id}/iia.xml`);
  expect(draft.json()).toMatchObject({ status: 409, code: 'iia.not_proposed' });
});

test('before anything is begun, one reads whom and how many the file means', async () => {
  const before = await countAgreements();
  const { items } = (
    await preview(coordinator, iiaFile(iia, { ...iia, isTerminatedAsAWhole: true }))
  ).json<IiaPreviewList>();
  expect(items).toMatchObject([
    {
      partners: [
        { code: 'ribeira.example', theirNumber: 'a-17', organisation: { id: ribeira.id, name: 'Ribeira' } },
        { code: 'kade.example', organisation: { id: kade.id } },
      ],
      mobilities: [{ isStaff: false, fromCode: 'ribeira.example', toCode: 'kade.example', peopleAYear: 3 }],
      refusal: null,
    },
    { refusal: 'The partners ended this agreement as a whole; there is nothing to begin.' },
  ]);
  expect(await countAgreements()).toBe(before);
});

test('an agreement of the file is begun as a draft that promises the same', async () => {
  const file = iiaFile(iia, { ...iia, mobilities: [{ ...iia.mobilities[0]!, mobilitiesPerYear: 5 }] });
  const begun = await bring(coordinator, { file, number: 2 });
  expect(begun.statusCode).toBe(201);
  const view = (await world.request(coordinator, 'GET', `/agreements/${begun.json().id}`)).json<AgreementView>();
  const clauses = view.open?.clauses ?? [];
  expect(clauses.map(({ key }) => key).slice(0, 3)).toEqual(['purpose', 'mobility-1', 'ewp-identifiers']);
  expect(clauses[1]?.commitment).toMatchObject({ quantity: 5, promiser: kade.id, beneficiary: ribeira.id });
  expect((await bring(coordinator, { file, number: 3 })).json().code).toBe('iia.not_in_file');
});

test('who reads a file whose agreement was begun here before is told which it became, others are not', async () => {
  const numbered = testIia('ribeira.example', 'kade.example');
  numbered.partners[0]!.iiaId = 'a-2026/9';
  const file = iiaFile(numbered, {
    ...numbered,
    partners: [{ ...numbered.partners[0]!, iiaId: 'other' }, numbered.partners[1]!],
  });
  const begunOf = async (as: TestMember) =>
    (await preview(as, file)).json<IiaPreviewList>().items.map(({ begun }) => begun.map(({ id }) => id));
  const [before] = await begunOf(coordinator);
  const { id } = (await bring(coordinator, { file, number: 1 })).json<{ id: string }>();
  expect((await begunOf(coordinator))[0]?.filter((one) => !before?.includes(one))).toEqual([id]);
  expect(await begunOf(stranger)).toEqual([[], []]);
});

test('a partner that the register does not know by its code is chosen; one that is gone is refused', async () => {
  const file = iiaFile(testIia('ribeira.example', 'unknown.example'));
  expect((await bring(coordinator, { file, number: 1 })).json()).toMatchObject({
    code: 'iia.partner_unknown',
    parameters: { code: 'unknown.example' },
  });
  const organisations = { 'unknown.example': uncoded.id };
  expect((await bring(coordinator, { file, number: 1, organisations })).statusCode).toBe(201);
  await world.network
    .updateTable('organisation')
    .set({ archived_at: new Date(), archive_reason: 'It closed' })
    .where('id', '=', uncoded.id)
    .execute();
  expect((await bring(coordinator, { file, number: 1, organisations })).json().code).toBe('organisation.gone');
});

test('whoever works for neither partner begins nothing', async () => {
  expect((await bring(stranger, { file: iiaFile(iia), number: 1 })).json().code).toBe(
    'agreement.own_organisation_missing',
  );
});

test.each([
  [
    'a hash that does not fit',
    () => writeIias([iia]).replace('>3<', '>30<'),
    'iia.hash_differs',
    '合作条件与其哈希值不符',
  ],
  [
    'external entities',
    () => '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
    'iia.entities',
    '文件声明了文档类型或实体',
  ],
  ['no XML', () => 'hello', 'iia.no_xml', '该文件不是 XML'],
  ['another document', () => '<other/>', 'iia.no_agreement', '该文件不是第 7 版的协议'],
  ['bytes that are not what it says', () => '', 'iia.encoding_wrong', '文件的编码并非其声明的'],
])('%s is refused in the reader’s language, and nothing is begun', async (_what, text, code, words) => {
  const before = await countAgreements();
  const file = text() === '' ? Buffer.from([0x3c, 0xff, 0xfe, 0xff]).toString('base64') : asFile(text());
  const answer = await preview(coordinator, file, { 'accept-language': 'zh-CN' });
  expect(answer.json()).toMatchObject({ status: 422, code });
  expect(answer.json().title).toContain(words);
  expect((await bring(coordinator, { file, number: 1 })).json().code).toBe(code);
  expect(await countAgreements()).toBe(before);
});
