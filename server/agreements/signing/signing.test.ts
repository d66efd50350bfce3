import { rm } from 'node:fs/promises';
import type { SigningView, SignatoryView } from '@collegium/contract/agreements/signing.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { isSealSound } from './seal-version.ts';
import { remindSignatories } from './remind.ts';
import { signingSubscriptions } from './subscriptions.ts';
import { addApprovedVersion, type ApprovedVersion, signedIn } from './testing.ts';

let world: TestApp;
let dataFolder: string;
let [ribeira, vantera]: TestOrganisation[] = [];
let rector: TestMember;
let director: TestMember;
let vice: TestMember;
let coordinator: TestMember;
let stranger: TestMember;
let version: ApprovedVersion;

beforeAll(async () => {
  world = await createTestApp();
  dataFolder = createScratchFolder('signing');
  world.services.config.dataFolder = dataFolder;
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const add = (organisation: TestOrganisation, role: Parameters<typeof addMember>[3], name: string) =>
    addMember(world.db, world.network, organisation, role, name);
  rector = await add(ribeira, 'teacher', 'Ines Prado');
  vice = await add(ribeira, 'teacher', 'Rui Salgado');
  coordinator = await add(ribeira, 'coordinator', 'Nuno Reis');
  director = await add(vantera, 'organisation_administrator', 'Jonas Kirk');
  stranger = await add(await addOrganisation(world.network, 'Northwater'), 'organisation_administrator', 'Stranger');
});
afterAll(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true });
});
beforeEach(async () => {
  world.clock.at = frozenAt;
  version = await addApprovedVersion(world, [ribeira!, vantera!]);
});

const post = (as: TestMember | null, url: string, body?: object, headers?: Record<string, string>) =>
  world.request(as, 'POST', url, body, headers);
const tell = () => dispatchPending({ services: world.services, subscriptions: signingSubscriptions });
const two = () => [
  { organisationId: ribeira!.id, personId: rector.personId, office: 'Rector' },
  { organisationId: vantera!.id },
];

async function start(signatories: object[] = two(), dueOn = '2026-11-13') {
  const body = { hash: version.hash, dueOn, signatories };
  const answer = await post(coordinator, `/agreements/${version.agreementId}/signing`, body);
  expect(answer.json()).toMatchObject({ agreementId: version.agreementId });
  await tell();
}
const read = async (as: TestMember): Promise<SigningView> =>
  (await world.request(as, 'GET', `/agreements/${version.agreementId}/signing`)).json();
const signatoryOf = async (organisation: TestOrganisation, as = coordinator): Promise<SignatoryView> =>
  (await read(as)).signatories.find((one) => one.organisation.id === organisation.id) as SignatoryView;
async function sign(as: TestMember, organisation: TestOrganisation, changes: object = {}, secondsAgo = 60) {
  const { id } = await signatoryOf(organisation);
  const body = { hash: version.hash, office: 'Rector', language: 'en', ...changes };
  return post(as, `/signatories/${id}/sign`, body, await signedIn(world, as, secondsAgo));
}
const codeOf = async (answer: Promise<{ json: () => { code?: string } }>) => (await answer).json().code;

test('somebody signed out, and somebody of another organisation, see and start nothing', async () => {
  const url = `/agreements/${version.agreementId}/signing`;
  expect((await world.request(null, 'GET', url)).statusCode).toBe(401);
  expect((await world.request(stranger, 'GET', url)).statusCode).toBe(404);
  const body = { hash: version.hash, dueOn: '2026-11-13', signatories: two() };
  expect((await post(null, url, body)).statusCode).toBe(401);
  expect((await post(stranger, url, body)).statusCode).toBe(404);
  expect((await post(rector, url, body)).statusCode).toBe(404);
});

test('when the last has signed, the version is sealed and the agreement enters into force', async () => {
  await start();
  expect((await sign(rector, ribeira!)).statusCode).toBe(200);
  await tell();
  expect(await read(coordinator)).toMatchObject({ state: 'signing' });
  expect((await sign(director, vantera!, { office: 'Managing director' })).statusCode).toBe(200);
  await tell();
  const { state, sealedAt, signatories } = await read(coordinator);
  expect([state, sealedAt]).toEqual(['sealed', frozenAt.toISOString()]);
  expect(signatories.map(({ standing, signature }) => [standing, signature?.name, signature?.office])).toEqual([
    ['signed', 'Ines Prado', 'Rector'],
    ['signed', 'Jonas Kirk', 'Managing director'],
  ]);
  expect(signatories[0]?.signature?.statement).toBe(
    `I, Ines Prado, Rector, sign version 1 of “Coast exchange” on behalf of Ribeira. I have read this text, fingerprint ${version.hash}.`,
  );
  const row = await world.network
    .selectFrom('agreement_version')
    .innerJoin('agreement', 'agreement.id', 'agreement_version.agreement_id')
    .select(['seal', 'agreement.state', 'in_force_version_id'])
    .where('agreement_version.id', '=', version.versionId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'in_force', in_force_version_id: version.versionId });
  expect(row.seal && isSealSound(row.seal)).toBe(true);
  const events = await world.network
    .selectFrom('audit_event')
    .select('action')
    .where('object_id', '=', version.agreementId)
    .orderBy('id')
    .execute();
  expect(events.map(({ action }) => action)).toEqual([
    'agreement.signing_started',
    'agreement.signed',
    'agreement.signed',
    'agreement.sealed',
    'agreement.entered_into_force',
  ]);
});

test('who signs has signed in within five minutes: one second before the end is in time, the end is too late', async () => {
  await start();
  expect(await codeOf(sign(rector, ribeira!, {}, 300))).toBe('signature.sign_in_again');
  expect((await sign(rector, ribeira!, {}, 299)).statusCode).toBe(200);
});

test('neither a machine, nor the sign-in of somebody else, nor one from a clock set back counts as fresh', async () => {
  await start();
  const { id } = await signatoryOf(ribeira!);
  const body = { hash: version.hash, office: 'Rector', language: 'en' };
  const signWith = (headers: Record<string, string>) => codeOf(post(rector, `/signatories/${id}/sign`, body, headers));
  expect(await signWith({})).toBe('signature.sign_in_again');
  expect(await signWith(await signedIn(world, vice))).toBe('signature.sign_in_again');
  expect(await signWith(await signedIn(world, rector, -3_600))).toBe('signature.sign_in_again');
});

test('only the person named signs, or a delegate; where nobody is named, any administrator', async () => {
  await start();
  expect((await sign(vice, ribeira!)).statusCode).toBe(404);
  expect((await sign(director, ribeira!)).statusCode).toBe(404);
  const { id } = await signatoryOf(ribeira!);
  const named = await world.request(coordinator, 'PUT', `/signatories/${id}/delegates`, { personIds: [vice.personId] });
  expect(named.statusCode).toBe(200);
  const elsewhere = { personIds: [director.personId] };
  expect(await codeOf(world.request(coordinator, 'PUT', `/signatories/${id}/delegates`, elsewhere))).toBe(
    'signing.person_elsewhere',
  );
  expect((await sign(vice, ribeira!, { office: 'Vice-rector' })).statusCode).toBe(200);
  expect((await signatoryOf(ribeira!)).signature).toMatchObject({ name: 'Rui Salgado', office: 'Vice-rector' });
});

test('a signature on another text is refused, and one given twice', async () => {
  await start();
  expect(await codeOf(sign(rector, ribeira!, { hash: 'ab'.repeat(32) }))).toBe('signing.other_text');
  const both = await Promise.all([sign(rector, ribeira!), sign(rector, ribeira!)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(await codeOf(sign(rector, ribeira!))).toBe('signature.given');
});

async function toldOf(person: TestMember): Promise<string[]> {
  const rows = await world.network
    .selectFrom('notification')
    .select('kind')
    .where('person_id', '=', person.personId)
    .where('path', 'like', `%${version.agreementId}%`)
    .execute();
  return rows.map(({ kind }) => kind);
}

test('in an order, the later wait for the earlier and are told when it is their turn', async () => {
  const [first, second] = two();
  await start([
    { ...first, step: 2 },
    { ...second, step: 1 },
  ]);
  const { id } = await signatoryOf(ribeira!);
  expect((await signatoryOf(ribeira!)).standing).toBe('waiting');
  const early = await sign(rector, ribeira!);
  expect(early.json()).toMatchObject({ code: 'signature.not_your_turn', title: expect.stringContaining('Vantera') });
  expect([await toldOf(rector), await toldOf(director)]).toEqual([[], ['agreement.signature_asked']]);
  expect((await sign(director, vantera!)).statusCode).toBe(200);
  await tell();
  expect(await toldOf(rector)).toEqual(['agreement.signature_asked']);
  expect((await read(rector)).signatories.find((one) => one.id === id)?.abilities.sign).toBe(true);
});

test('whoever declines says why; the version goes back, and what others signed of it counts no more', async () => {
  await start();
  await sign(director, vantera!);
  const { id } = await signatoryOf(ribeira!);
  expect((await post(rector, `/signatories/${id}/decline`, {})).statusCode).toBe(422);
  expect((await post(vice, `/signatories/${id}/decline`, { reason: 'No' })).statusCode).toBe(422);
  expect((await post(vice, `/signatories/${id}/decline`, { reason: 'Not mine' })).statusCode).toBe(404);
  expect((await post(rector, `/signatories/${id}/decline`, { reason: 'Clause 2 is wrong' })).statusCode).toBe(200);
  expect(await read(coordinator)).toMatchObject({ state: 'returned' });
  expect(await codeOf(sign(rector, ribeira!))).toBe('signing.not_open');
  const kept = await world.network
    .selectFrom('agreement_version')
    .select(['state', 'close_reason'])
    .where('id', '=', version.versionId)
    .executeTakeFirst();
  expect(kept).toEqual({ state: 'returned', close_reason: 'Clause 2 is wrong' });
});

test('one signs while another declines: one of them wins, and nothing is sealed that was declined', async () => {
  await start();
  await sign(director, vantera!);
  const { id } = await signatoryOf(ribeira!);
  const [signing, declining] = await Promise.all([
    sign(rector, ribeira!),
    post(rector, `/signatories/${id}/decline`, { reason: 'Changed my mind' }),
  ]);
  await tell();
  const { state } = await read(coordinator);
  expect([signing.statusCode, declining.statusCode, state]).toSatisfy(
    (seen: unknown[]) => String(seen) === '200,409,sealed' || String(seen) === '409,200,returned',
  );
});

test('a signatory who left is replaced, with a reason', async () => {
  const leaver = await addMember(world.db, world.network, ribeira!, 'teacher', 'Leaving');
  await start([{ organisationId: ribeira!.id, personId: leaver.personId }, { organisationId: vantera!.id }]);
  await world.network
    .updateTable('membership')
    .set({ ended_on: '2026-10-13' })
    .where('id', '=', leaver.membershipId)
    .execute();
  const { id, hasLeft, abilities } = await signatoryOf(ribeira!);
  expect([hasLeft, abilities.replace]).toEqual([true, true]);
  expect((await sign(leaver, ribeira!)).statusCode).toBe(401);
  const body = { personId: rector.personId, office: 'Rector', reason: 'Left the university' };
  expect(await codeOf(post(coordinator, `/signatories/${id}/replace`, { ...body, personId: director.personId }))).toBe(
    'signing.person_elsewhere',
  );
  expect((await post(director, `/signatories/${id}/replace`, body)).statusCode).toBe(404);
  expect((await post(coordinator, `/signatories/${id}/replace`, body)).statusCode).toBe(200);
  expect((await sign(rector, ribeira!)).statusCode).toBe(200);
});

test('who has not signed is reminded seven, three and one days before the day, once, and never after it', async () => {
  await start(two(), '2026-10-23');
  await sign(rector, ribeira!);
  const remindedOn = async (day: string) => {
    world.clock.at = new Date(`${day}T09:00:00Z`);
    const count = await remindSignatories(world.scopeOf());
    return [count, await remindSignatories(world.scopeOf())];
  };
  expect(await remindedOn('2026-10-15')).toEqual([0, 0]);
  expect(await remindedOn('2026-10-16')).toEqual([1, 0]);
  expect(await remindedOn('2026-10-20')).toEqual([1, 0]);
  expect(await remindedOn('2026-10-22')).toEqual([1, 0]);
  expect(await remindedOn('2026-10-23')).toEqual([0, 0]);
  expect(await remindedOn('2026-10-24')).toEqual([0, 0]);
  await tell();
  const { kind } = await world.network
    .selectFrom('notification')
    .select('kind')
    .where('person_id', '=', director.personId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  expect(kind).toBe('agreement.signature_due');
});

test('a clock set back puts no seal before the signatures under it', async () => {
  await start();
  await sign(rector, ribeira!);
  world.clock.at = new Date(frozenAt.getTime() - 86_400_000);
  await sign(director, vantera!);
  await tell();
  expect((await read(coordinator)).sealedAt).toBe(frozenAt.toISOString());
});

test('anybody with the code of a document sees who signed what; a record changed behind the back does not fit', async () => {
  await start();
  await sign(rector, ribeira!);
  const { checkCode } = await read(coordinator);
  const check = async () => (await world.request(null, 'GET', `/agreement-checks/${checkCode}`)).json();
  expect(await check()).toMatchObject({ standing: 'being_signed', missing: 1, isSealRight: null });
  await sign(director, vantera!);
  await tell();
  expect(await check()).toMatchObject({
    standing: 'in_force',
    missing: 0,
    isSealRight: true,
    hash: version.hash,
    parties: ['Ribeira', 'Vantera'],
    signatures: [{ name: 'Ines Prado' }, { name: 'Jonas Kirk' }],
  });
  const spaced = checkCode!
    .toLowerCase()
    .replaceAll(/(.{4})/g, '$1-')
    .slice(0, -1);
  expect((await world.request(null, 'GET', `/agreement-checks/${spaced}`)).statusCode).toBe(200);
  expect((await world.request(null, 'GET', '/agreement-checks/AAAABBBBCCCCDDDD')).statusCode).toBe(404);
  await world.network
    .updateTable('agreement_version')
    .set({ content: JSON.stringify({ ...version.record, number: 2 }) as never })
    .where('id', '=', version.versionId)
    .execute();
  expect(await check()).toMatchObject({ isSealRight: false });
});
