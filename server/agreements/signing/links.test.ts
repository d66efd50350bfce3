import { rm } from 'node:fs/promises';
import type { LinkView } from '@collegium/contract/agreements/signing-link.ts';
import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { signingSubscriptions } from './subscriptions.ts';
import { addApprovedVersion, type ApprovedVersion, signedIn } from './testing.ts';

let world: TestApp;
let dataFolder: string;
let ribeira: TestOrganisation;
let kade: TestOrganisation;
let coordinator: TestMember;
let administrator: TestMember;
let other: TestMember;
let version: ApprovedVersion;

const address = 'harbour.master@kade.example.org';
const minute = 60_000;

beforeAll(async () => {
  world = await createTestApp();
  dataFolder = createScratchFolder('signing-links');
  world.services.config.dataFolder = dataFolder;
  ribeira = await addOrganisation(world.network, 'Ribeira');
  kade = await addOrganisation(world.network, 'Kade', 'public_body');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator', 'Nuno Reis');
  administrator = await addMember(world.db, world.network, ribeira, 'organisation_administrator', 'Ines Prado');
  other = await addMember(world.db, world.network, kade, 'coordinator', 'Mara Vos');
});
afterAll(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true });
});
beforeEach(async () => {
  world.clock.at = frozenAt;
  await world.network.deleteFrom('mail').execute();
  version = await addApprovedVersion(world, [ribeira, kade]);
  const body = {
    hash: version.hash,
    dueOn: '2026-11-13',
    signatories: [
      { organisationId: ribeira.id },
      { organisationId: kade.id, name: 'Piet Vos', email: address, office: 'Harbour master', language: 'en' },
    ],
  };
  await world.request(coordinator, 'POST', `/agreements/${version.agreementId}/signing`, body);
  await tell();
});

const tell = () => dispatchPending({ services: world.services, subscriptions: signingSubscriptions });
const post = (as: TestMember | null, url: string, body?: object) => world.request(as, 'POST', url, body);
const mailsTo = async (to: string) =>
  (await world.network.selectFrom('mail').select('body_text').where('to_address', '=', to).orderBy('id').execute()).map(
    ({ body_text }) => body_text,
  );
const linkMailed = async () => /\/test\/sign#([\w-]{43})/.exec((await mailsTo(address)).at(-1) ?? '')?.[1] ?? '';
const codeMailed = async () => /Enter (\d{6})/.exec((await mailsTo(address)).at(-1) ?? '')?.[1] ?? '';
const signatory = async (): Promise<SignatoryView> =>
  (await world.request(coordinator, 'GET', `/agreements/${version.agreementId}/signing`))
    .json<SigningView>()
    .signatories.find((one) => one.email !== null) as SignatoryView;
const codeOf = (answer: { json: () => { code?: string } }) => answer.json().code;

async function signBy(token: string, code: string, changes: object = {}) {
  const body = { token, code, hash: version.hash, office: 'Harbour master', language: 'en', ...changes };
  return post(null, '/signing-links/sign', body);
}

test('somebody without an account reads the text by the link, and signs with the code that is mailed', async () => {
  const token = await linkMailed();
  const view = (await post(null, '/signing-links/read', { token })).json<LinkView>();
  expect(view).toMatchObject({ name: 'Piet Vos', organisation: 'Kade', address: 'h…@kade.example.org' });
  expect(view.record.clauses).toHaveLength(2);
  expect((await post(null, '/signing-links/code', { token })).json()).toMatchObject({ address: 'h…@kade.example.org' });
  const answer = await signBy(token, await codeMailed());
  expect(answer.json()).toMatchObject({
    signedAt: frozenAt.toISOString(),
    checkCode: expect.stringMatching(/^\w{16}$/),
  });
  expect((await signatory()).signature).toMatchObject({ method: 'link', name: 'Piet Vos', office: 'Harbour master' });
});

test('a link signs once: the second time it says when it was used', async () => {
  const token = await linkMailed();
  await post(null, '/signing-links/code', { token });
  const code = await codeMailed();
  const both = await Promise.all([signBy(token, code), signBy(token, code)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()[0]).toBe(200);
  expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  const again = await post(null, '/signing-links/read', { token });
  expect([again.statusCode, codeOf(again), again.json<{ title: string }>().title]).toEqual([
    410,
    'signing_link.used',
    'This link was used: the signature was given on 2026-10-13. A link signs once.',
  ]);
});

test('somebody to whom the link was forwarded reads, and cannot sign without the mailbox', async () => {
  const token = await linkMailed();
  expect((await post(null, '/signing-links/read', { token })).statusCode).toBe(200);
  expect(codeOf(await signBy(token, '000000'))).toBe('signing_link.code_expired');
  await post(null, '/signing-links/code', { token });
  const right = await codeMailed();
  const wrong = right === '123456' ? '654321' : '123456';
  const guesses = [];
  for (let i = 0; i < 6; i++) guesses.push(codeOf(await signBy(token, wrong)));
  expect(guesses).toEqual([...Array<string>(5).fill('signing_link.code_wrong'), 'signing_link.code_expired']);
  expect(codeOf(await signBy(token, right))).toBe('signing_link.code_expired');
});

test('a code works for five minutes, and another one is not sent at once', async () => {
  const token = await linkMailed();
  await post(null, '/signing-links/code', { token });
  expect((await post(null, '/signing-links/code', { token })).statusCode).toBe(429);
  const code = await codeMailed();
  world.clock.at = new Date(frozenAt.getTime() + 5 * minute);
  expect(codeOf(await signBy(token, code))).toBe('signing_link.code_expired');
  world.clock.at = new Date(frozenAt.getTime() + 5 * minute - 1_000);
  expect((await signBy(token, code)).statusCode).toBe(200);
});

test('a link expires after fourteen days', async () => {
  const token = await linkMailed();
  const end = frozenAt.getTime() + 14 * 24 * 60 * minute;
  world.clock.at = new Date(end - 1_000);
  expect((await post(null, '/signing-links/read', { token })).statusCode).toBe(200);
  world.clock.at = new Date(end);
  expect(codeOf(await post(null, '/signing-links/read', { token }))).toBe('signing_link.expired');
});

test('a new link ends the earlier one; any party sends it, since the signatory’s has no account to do so', async () => {
  const first = await linkMailed();
  const { id } = await signatory();
  expect((await post(coordinator, `/signatories/${id}/link`)).statusCode).toBe(200);
  await tell();
  const second = await linkMailed();
  expect(second).not.toBe(first);
  expect(codeOf(await post(null, '/signing-links/read', { token: first }))).toBe('signing_link.replaced');
  expect((await post(null, '/signing-links/read', { token: second })).statusCode).toBe(200);
});

test('of link and code only hashes are kept', async () => {
  const token = await linkMailed();
  await post(null, '/signing-links/code', { token });
  const rows = JSON.stringify(await world.network.selectFrom('signing_link').selectAll().execute());
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(`"${await codeMailed()}"`);
});

test('one declines by the link as well, and the version goes back', async () => {
  const token = await linkMailed();
  await post(null, '/signing-links/code', { token });
  const body = { token, code: await codeMailed(), reason: 'The council has to decide first' };
  expect((await post(null, '/signing-links/decline', body)).statusCode).toBe(200);
  expect((await signatory()).declined).toMatchObject({ by: 'Piet Vos', reason: 'The council has to decide first' });
  expect(codeOf(await post(null, '/signing-links/read', { token }))).toBe('signing_link.used');
});

test('a made-up link is not known', async () => {
  expect(codeOf(await post(null, '/signing-links/read', { token: 'x'.repeat(43) }))).toBe('signing_link.not_found');
});

const pdf = '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

async function upload(as: TestMember, name: string, content: string): Promise<string> {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/test/api/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'x-collegium': '1',
      authorization: `Bearer ${as.token}`,
    },
    payload: `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--x--\r\n`,
  });
  return answer.json<{ id: string }>().id;
}
const onPaper = (fileId: string, changes: object = {}) => ({
  hash: version.hash,
  fileId,
  signedOn: '2026-10-13',
  name: 'Piet Vos',
  office: 'Harbour master',
  ...changes,
});

test('a document signed elsewhere counts when another party confirms it', async () => {
  const { id } = await signatory();
  const fileId = await upload(coordinator, 'signed.pdf', pdf);
  expect((await post(coordinator, `/signatories/${id}/document`, onPaper(fileId))).statusCode).toBe(200);
  await tell();
  expect((await signatory()).standing).toBe('unconfirmed');
  const confirmation = { decision: 'confirmed' };
  expect(codeOf(await post(coordinator, `/signatories/${id}/confirmation`, confirmation))).toBe(
    'signature.nothing_to_confirm',
  );
  const download = await world.request(other, 'GET', `/signatories/${id}/document`);
  expect([download.statusCode, download.body]).toEqual([200, pdf]);
  expect((await post(other, `/signatories/${id}/confirmation`, confirmation)).statusCode).toBe(200);
  expect((await signatory()).standing).toBe('signed');
  const url = `/agreements/${version.agreementId}/signing`;
  const own = (await world.request(administrator, 'GET', url))
    .json<SigningView>()
    .signatories.find((one) => !one.email);
  const headers = await signedIn(world, administrator);
  const body = { hash: version.hash, office: 'Rector', language: 'zh-CN' };
  expect((await world.request(administrator, 'POST', `/signatories/${own?.id}/sign`, body, headers)).statusCode).toBe(
    200,
  );
  await tell();
  const file = (await world.request(coordinator, 'GET', `/agreements/${version.agreementId}/versions/1/file`)).json<{
    signatures: object[];
    seal: { statement: object };
  }>();
  expect(file.seal.statement).toMatchObject({ versionHash: version.hash, signatures: file.signatures });
  expect(file.signatures).toMatchObject([
    {
      method: 'signed_in',
      statement: expect.stringContaining('本人Ines Prado以Rector身份代表Ribeira签署《海岸交换》'),
    },
    { method: 'elsewhere', on: '2026-10-13', confirmedBy: 'Kade', documentSha256: expect.stringMatching(/^\w{64}$/) },
  ]);
});

test('a document that is refused, with a reason, leaves the signature open', async () => {
  const { id } = await signatory();
  const fileId = await upload(coordinator, 'signed.pdf', pdf);
  await post(coordinator, `/signatories/${id}/document`, onPaper(fileId));
  expect(codeOf(await post(other, `/signatories/${id}/confirmation`, { decision: 'refused' }))).toBe(
    'signature.refusal_reason_missing',
  );
  const refusal = { decision: 'refused', reason: 'This is last year’s text' };
  expect((await post(other, `/signatories/${id}/confirmation`, refusal)).statusCode).toBe(200);
  expect(await signatory()).toMatchObject({ standing: 'due', signature: null });
  expect((await post(coordinator, `/signatories/${id}/document`, onPaper(fileId))).statusCode).toBe(200);
});

test.each([
  ['a text that calls itself a PDF', () => upload(coordinator, 'signed.pdf', 'hello'), {}, 'signature.document_type'],
  ['an upload of somebody else', () => upload(other, 'signed.pdf', pdf), {}, 'signature.file_not_found'],
  ['a day to come', () => upload(coordinator, 'a.pdf', pdf), { signedOn: '2026-10-14' }, 'signature.in_future'],
  ['another text', () => upload(coordinator, 'a.pdf', pdf), { hash: 'ef'.repeat(32) }, 'signing.other_text'],
])('a document is refused: %s', async (_what, file, changes, code) => {
  const { id } = await signatory();
  expect(codeOf(await post(coordinator, `/signatories/${id}/document`, onPaper(await file(), changes)))).toBe(code);
});

test('a program of 20 MB that calls itself a PDF is not taken at all', async () => {
  const program = `MZ${'\u0000'.repeat(20 * 1_048_576 - 2)}`;
  expect(await upload(coordinator, 'signed.pdf', program)).toBeUndefined();
});
