import { rm } from 'node:fs/promises';
import Fastify, { type LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { answerProblems } from '../http/errors.ts';
import { answerWithFile, contentDisposition } from './answer.ts';

let world: TestApp;
let organisation: TestOrganisation;
let teacher: TestMember;
let learner: TestMember;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = createScratchFolder('uploads');
  world = await createTestApp();
  world.services.config.dataFolder = dataFolder;
  organisation = await addOrganisation(world.network, 'Ribeira');
  teacher = await addMember(world.db, world.network, organisation, 'teacher');
  learner = await addMember(world.db, world.network, organisation, 'learner');
});
afterAll(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true });
});

function upload(as: TestMember | null, name: string, ...contents: string[]): Promise<LightMyRequestResponse> {
  const parts = contents.map(
    (content) => `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`,
  );
  return world.app.inject({
    method: 'POST',
    url: '/test/api/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'x-collegium': '1',
      ...(as && { authorization: `Bearer ${as.token}` }),
    },
    payload: `${parts.join('')}--x--\r\n`,
  });
}

test('somebody signed out uploads nothing', async () => {
  expect((await upload(null, 'a.txt', 'hello')).statusCode).toBe(401);
});

test('a learner uploads nothing', async () => {
  expect((await upload(learner, 'a.txt', 'hello')).statusCode).toBe(404);
});

test.each([
  [
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhel',
    'multipart/form-data; boundary=x',
  ],
  ['abc', 'multipart/form-data; boundary=x'],
  ['abc', 'multipart/form-data'],
])('an upload that breaks off is told so: %j as %s', async (payload, type) => {
  const headers = { 'content-type': type, 'x-collegium': '1', authorization: `Bearer ${teacher.token}` };
  const answer = await world.app.inject({ method: 'POST', url: '/test/api/files', headers, payload });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'file.broken_off']);
});

test('a teacher uploads for the own organisation, and it is recorded', async () => {
  const answer = await upload(teacher, 'C:\\Users\\me\\计划 “1”.txt', 'hello');
  expect(answer.statusCode).toBe(201);
  const { id, ...view } = answer.json<{ id: string }>();
  expect(view).toEqual({ name: '计划 “1”.txt', mediaType: 'text/plain', sizeBytes: 5 });
  const row = await world.network.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
  expect(row).toMatchObject({ organisation_id: organisation.id, created_by: teacher.personId });
  const event = await world.network
    .selectFrom('audit_event')
    .selectAll()
    .where('object_id', '=', id)
    .executeTakeFirst();
  expect(event).toMatchObject({ action: 'file.uploaded', person_id: teacher.personId });
});

test('a type that we do not take is refused with a sentence', async () => {
  const answer = await upload(teacher, 'page.txt', '<html>');
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([415, 'file.type_not_allowed']);
});

test('a name that is too long is refused', async () => {
  const answer = await upload(teacher, `${'x'.repeat(301)}.txt`, 'hello');
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'file.name_too_long']);
});

test('a form without a file, or something that is no form, is refused', async () => {
  expect((await upload(teacher, 'a.txt')).json()).toMatchObject({ status: 422, code: 'file.missing' });
  const json = await world.request(teacher, 'POST', '/files', { file: 'hello' });
  expect(json.json()).toMatchObject({ status: 422, code: 'file.missing' });
});

test('a file is served as a download in which nothing runs', async () => {
  await upload(teacher, 'notes.txt', 'served inertly');
  const row = await world.network
    .selectFrom('file')
    .selectAll()
    .where('name', '=', 'notes.txt')
    .executeTakeFirstOrThrow();
  const app = Fastify();
  answerProblems(app);
  app.get('/file', (_request, reply) => answerWithFile(reply, { dataFolder }, row));
  app.get('/gone', (_request, reply) => answerWithFile(reply, { dataFolder }, { ...row, sha256: '0'.repeat(64) }));
  const answer = await app.inject('/file');
  expect(answer.body).toBe('served inertly');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="notes.txt"; filename*=UTF-8''notes.txt`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  expect((await app.inject('/gone')).statusCode).toBe(404);
  await app.close();
});

test.each([
  ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
  ['a"b;c\r\nd.pdf', `attachment; filename="a_b_c_d.pdf"; filename*=UTF-8''a%22b%3Bc%0D%0Ad.pdf`],
  ['计划.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%E8%AE%A1%E5%88%92.pdf`],
  [`it's (1)*.pdf`, `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
  ['\uD800.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
])('the name %j cannot leave its header', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});
