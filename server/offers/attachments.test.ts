import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addDraft, addOffer } from '../testing/offers.ts';
import { createScratchFolder } from '../testing/scratch-folder.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { attachmentsAtMost } from './attachments.ts';

let world: TestApp;
let provider: TestMember;
let stranger: TestMember;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = createScratchFolder('attachments');
  world = await createTestApp();
  world.services.config.dataFolder = dataFolder;
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  provider = await addMember(world.db, world.network, vantera, 'host_supervisor');
  stranger = await addMember(world.db, world.network, ribeira, 'coordinator');
});
afterAll(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true });
});

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

const attach = (as: TestMember | null, offerId: string, fileId: string) =>
  world.request(as, 'PUT', `/offers/${offerId}/attachments/${fileId}`);
const detach = (as: TestMember | null, offerId: string, fileId: string) =>
  world.request(as, 'DELETE', `/offers/${offerId}/attachments/${fileId}`);
const download = (as: TestMember | null, offerId: string, fileId: string) =>
  world.request(as, 'GET', `/offers/${offerId}/attachments/${fileId}`);

test('somebody signed out downloads what is shown with a published offer, and attaches nothing', async () => {
  const offer = await addOffer(world, provider);
  const fileId = await upload(provider, 'Plan “A”.txt', 'What you will do');
  expect((await attach(null, offer.id, fileId)).statusCode).toBe(401);
  expect((await attach(provider, offer.id, fileId)).json().attachments).toEqual([
    { fileId, name: 'Plan “A”.txt', mediaType: 'text/plain', sizeBytes: 16 },
  ]);
  const answer = await download(null, offer.id, fileId);
  expect(answer.body).toBe('What you will do');
  expect(answer.headers).toMatchObject({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['content-disposition']).toContain('attachment;');
});

test('another organisation neither attaches, nor takes off, nor reads what a draft shows', async () => {
  const draft = await addDraft(world, provider);
  const fileId = await upload(provider, 'a.txt', 'draft');
  const theirs = await upload(stranger, 'b.txt', 'theirs');
  await attach(provider, draft.id, fileId);
  expect((await attach(stranger, draft.id, theirs)).json().code).toBe('offer.not_found');
  expect((await detach(stranger, draft.id, fileId)).json().code).toBe('offer.not_found');
  expect((await download(stranger, draft.id, fileId)).json().code).toBe('file.not_found');
  expect((await attach(provider, draft.id, theirs)).json().code).toBe('file.not_found');
});

test('a file that is not shown with the offer is not served through it', async () => {
  const offer = await addOffer(world, provider);
  const fileId = await upload(provider, 'secret.txt', 'kept back');
  expect((await download(provider, offer.id, fileId)).json().code).toBe('file.not_found');
});

test('files stand in the order in which they were attached; twice is once; taken off they are gone', async () => {
  const draft = await addDraft(world, provider);
  const [first, second] = [await upload(provider, '1.txt', 'one'), await upload(provider, '2.txt', 'two')];
  await attach(provider, draft.id, second);
  await attach(provider, draft.id, first);
  expect((await attach(provider, draft.id, second)).statusCode).toBe(200);
  const names = async () =>
    (await world.request(provider, 'GET', `/offers/${draft.id}`))
      .json()
      .attachments.map(({ name }: { name: string }) => name);
  expect(await names()).toEqual(['2.txt', '1.txt']);
  await detach(provider, draft.id, second);
  expect((await detach(provider, draft.id, second)).statusCode).toBe(200);
  expect(await names()).toEqual(['1.txt']);
});

test('an offer shows a limited number of files', async () => {
  const draft = await addDraft(world, provider);
  for (let number = 0; number < attachmentsAtMost; number += 1)
    await attach(provider, draft.id, await upload(provider, `${number}.txt`, 'x'));
  const refused = await attach(provider, draft.id, await upload(provider, 'more.txt', 'x'));
  expect(refused.json()).toMatchObject({
    code: 'offer.too_many_attachments',
    parameters: { limit: attachmentsAtMost },
  });
});

test('what a withdrawn offer showed stays', async () => {
  const offer = await addOffer(world, provider);
  const fileId = await upload(provider, 'a.txt', 'x');
  await attach(provider, offer.id, fileId);
  await world.request(provider, 'POST', `/offers/${offer.id}/withdraw`, { reason: 'Closed' }, { 'if-match': '"2"' });
  expect((await detach(provider, offer.id, fileId)).json().code).toBe('offer.already_withdrawn');
  expect((await attach(provider, offer.id, await upload(provider, 'b.txt', 'x'))).json().code).toBe(
    'offer.already_withdrawn',
  );
  expect((await download(provider, offer.id, fileId)).statusCode).toBe(200);
});
