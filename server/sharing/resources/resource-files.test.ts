import { rm } from 'node:fs/promises';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let other: TestMember;
let kiln: ResourceView;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = createScratchFolder('resource-files');
  world = await createTestApp();
  world.services.config.dataFolder = dataFolder;
  owner = await addMember(
    world.db,
    world.network,
    await addOrganisation(world.network, 'Vantera', 'company'),
    'teacher',
  );
  other = await addMember(world.db, world.network, await addOrganisation(world.network, 'Ribeira'), 'teacher');
  kiln = await addResource(world, owner, { audience: 'own' });
});
afterAll(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true });
});

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(as: TestMember, name: string, content: Buffer): Promise<string> {
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const answer = await world.app.inject({
    method: 'POST',
    url: '/test/api/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'x-collegium': '1',
      authorization: `Bearer ${as.token}`,
    },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--\r\n')]),
  });
  return answer.json().id;
}
const show = (as: TestMember | null, fileId: string, shownAs: string) =>
  world.request(as, 'PUT', `/resources/${kiln.id}/files/${fileId}`, { shownAs });

test('nobody else adds a file, nor reads one of a resource that they may not see', async () => {
  const photograph = await upload(owner, 'kiln.png', picture);
  expect((await show(null, photograph, 'photograph')).statusCode).toBe(401);
  expect((await show(other, photograph, 'photograph')).json().code).toBe('resource.not_found');
  expect((await show(owner, photograph, 'photograph')).json().files).toMatchObject([
    { name: 'kiln.png', shownAs: 'photograph' },
  ]);
  const path = `/resources/${kiln.id}/files/${photograph}`;
  expect((await world.request(owner, 'GET', path)).headers['content-type']).toBe('image/png');
  expect((await world.request(other, 'GET', path)).json().code).toBe('file.not_found');
});

test('a photograph is a picture, whatever its name says; a text is a document', async () => {
  const text = await upload(owner, 'kiln.png', Buffer.from('Wear goggles.'));
  expect((await show(owner, text, 'photograph')).json()).toMatchObject({
    status: 422,
    code: 'resource.photograph_unreadable',
  });
  expect((await show(owner, text, 'safety')).statusCode).toBe(200);
  expect((await show(owner, await upload(other, 'a.png', picture), 'manual')).json().code).toBe('file.not_found');
});

test('a resource shows fifty files; the next is told why not, and one shown already may change what it is', async () => {
  const known: string[] = (await world.request(owner, 'GET', `/resources/${kiln.id}`))
    .json()
    .files.map((file: { fileId: string }) => file.fileId);
  for (let n = known.length; n < 50; n += 1)
    known.push((await upload(owner, `${n}.txt`, Buffer.from(`Page ${n}`))) ?? '');
  for (const fileId of known) await show(owner, fileId, 'manual');
  const more = await show(owner, await upload(owner, 'more.txt', Buffer.from('More')), 'manual');
  expect(more.json()).toMatchObject({ code: 'resource.files_full', parameters: { limit: 50 } });
  expect((await show(owner, known[3] ?? '', 'other')).statusCode).toBe(200);
});
