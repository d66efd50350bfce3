import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import type { SigningView } from '@collegium/contract/agreements/signing.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { keepAgreements } from './keep-agreements.ts';
import { verifyAgreementFile } from './document/verify-file.ts';
import { addApprovedVersion, signedIn } from './signing/testing.ts';
import { addThreeParties, approveAll, askForChange, inForce, propose, readAs, sealOpen } from './testing.ts';

let world: TestApp;
let organisations: TestOrganisation[];
let administrators: TestMember[];
let fourth: TestOrganisation;
let fourths: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  ({ organisations, administrators } = await addThreeParties(world));
  fourth = await addOrganisation(world.network, 'Halden');
  fourths = await addMember(world.db, world.network, fourth, 'coordinator');
});
beforeEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const north = () => administrators[0] as TestMember;
const ribeira = () => administrators[1] as TestMember;
const vantera = () => administrators[2] as TestMember;
const held = (terms: object = {}) => inForce(world, administrators, organisations, terms);
const ask = (as: TestMember, id: string, body: object) => askForChange(world, as, id, body);
const answer = (as: TestMember, id: string, requestId: string, decision = 'agreed') =>
  world.request(as, 'POST', `/agreements/${id}/requests/${requestId}/answers`, { decision });
/** The organisation that joins signs the text in force, in a browser in which it signed in `secondsAgo`. */
const join = async (
  id: string,
  requestId: string,
  { hash, secondsAgo }: { hash?: string; secondsAgo?: number } = {},
) => {
  const { inForce: text } = await readAs(world, fourths, id);
  const signature = { hash: hash ?? text?.hash, office: 'Rector', language: 'en' };
  const headers = await signedIn(world, fourths, secondsAgo);
  const url = `/agreements/${id}/requests/${requestId}/answers`;
  return world.request(fourths, 'POST', url, { decision: 'agreed', signature }, headers);
};
const faultsOf = (file: AgreementFile) => verifyAgreementFile(Buffer.from(JSON.stringify(file))).faults;
const startSigningOf = (versionId: string) =>
  world.network
    .insertInto('agreement_signing')
    .values({
      agreement_version_id: versionId,
      check_code: 'ABCDEFGHJKLMNPQR',
      due_on: '2026-11-13',
      started_at: world.clock.at,
      started_by: north().personId,
      started_for: north().organisationId ?? '',
    })
    .execute();
const keep = () => keepAgreements(world.scopeOf());
const at = (instant: string) => (world.clock.at = new Date(instant));

test('a fourth party joins when those in force agree and it signs, and nobody else signs again', async () => {
  const id = await held({ accession: 'in_force_parties_approve' });
  expect((await world.request(fourths, 'GET', `/agreements/${id}`)).statusCode).toBe(404);
  const request = (
    await ask(north(), id, { kind: 'accession', organisationId: fourth.id, effectiveOn: '2026-11-01' })
  ).json<{ id: string }>();
  expect((await world.request(fourths, 'GET', `/agreements/${id}`)).statusCode).toBe(200);
  const abilitiesFor = async (as: TestMember) => (await readAs(world, as, id)).requests[0]?.abilities;
  expect(await abilitiesFor(north())).toEqual({ answer: false, recall: true });
  for (const member of [ribeira(), vantera(), fourths]) {
    expect(await abilitiesFor(member)).toEqual({ answer: true, recall: false });
    const given = member === fourths ? join(id, request.id) : answer(member, id, request.id);
    expect((await given).statusCode).toBe(200);
    expect(await abilitiesFor(member)).toEqual({ answer: false, recall: false });
  }
  await keep();
  expect((await readAs(world, fourths, id)).parties).toHaveLength(3);
  at('2026-11-01T00:00:00Z');
  await keep();
  const { parties, inForce: text, abilities } = await readAs(world, fourths, id);
  expect(parties.at(-1)).toMatchObject({ organisationId: fourth.id, joinedOn: '2026-11-01' });
  expect(text?.number).toBe(1);
  expect(abilities.ask).toBe(true);
});

test('whoever joins signs the text in force, in the last five minutes; the signature is sealed, and checked with the document', async () => {
  const version = await addApprovedVersion(world, organisations, { accession: 'lead_approves' });
  const { agreementId: id, versionId, hash } = version;
  await startSigningOf(versionId);
  await sealOpen(world, id);
  const asked = (await ask(vantera(), id, { kind: 'accession', organisationId: fourth.id })).json<{ id: string }>();
  expect((await answer(fourths, id, asked.id)).json().code).toBe('agreement.signature_missing');
  expect((await join(id, asked.id, { hash: 'a'.repeat(64) })).json().code).toBe('signing.other_text');
  expect((await join(id, asked.id, { secondsAgo: 301 })).json().code).toBe('signature.sign_in_again');
  expect((await join(id, asked.id, { secondsAgo: -300 })).json().code).toBe('signature.sign_in_again');
  expect((await join(id, asked.id)).statusCode).toBe(200);
  await answer(north(), id, asked.id);
  await keep();
  const view = await readAs(world, north(), id);
  expect(view.requests[0]?.answers.find(({ organisationId }) => organisationId === fourth.id)).toMatchObject({
    signature: { office: 'Rector', versionHash: hash, statement: expect.stringContaining('which joins on 2026-10-13') },
  });
  const signing = (await world.request(vantera(), 'GET', `/agreements/${id}/signing`)).json<SigningView>();
  expect(signing.joined).toMatchObject([
    { organisation: { name: 'Halden' }, joinedOn: '2026-10-13', office: 'Rector', statement: expect.any(String) },
  ]);
  const check = await world.request(null, 'GET', '/agreement-checks/ABCDEFGHJKLMNPQR');
  expect(check.json()).toMatchObject({ isSealRight: null, accessions: [{ joinedOn: '2026-10-13' }] });
  const file = (await world.request(fourths, 'GET', `/agreements/${id}/versions/1/file`)).json<AgreementFile>();
  expect(file.accessions).toMatchObject([
    { statement: { joinedOn: '2026-10-13', versionHash: hash, signature: { organisation: 'Halden' } } },
  ]);
  expect(faultsOf(file)).toEqual([]);
  const forged = structuredClone(file);
  if (forged.accessions?.[0]) forged.accessions[0].statement.joinedOn = '2020-01-01';
  expect(faultsOf(forged)).toEqual([expect.stringContaining('accession of Halden')]);
});

test('who signed a text that is replaced before the day of joining is not bound by the new one', async () => {
  const id = await held({ accession: 'lead_approves' });
  const asked = (
    await ask(vantera(), id, { kind: 'accession', organisationId: fourth.id, effectiveOn: '2026-11-01' })
  ).json<{ id: string }>();
  await join(id, asked.id);
  await answer(north(), id, asked.id);
  await world.request(north(), 'POST', `/agreements/${id}/versions`, {});
  await propose(world, north(), id);
  await approveAll(world, administrators, id);
  await sealOpen(world, id);
  at('2026-11-01T00:00:00Z');
  await keep();
  const { parties, requests, inForce: text } = await readAs(world, north(), id);
  expect(text?.number).toBe(2);
  expect(parties).toHaveLength(3);
  expect(requests[0]).toMatchObject({ kind: 'accession', state: 'recalled' });
});

test('the lead alone lets somebody join where the agreement says so; where all must sign, only a new version does', async () => {
  const led = await held({ accession: 'lead_approves' });
  const request = (await ask(vantera(), led, { kind: 'accession', organisationId: fourth.id })).json<{ id: string }>();
  expect((await answer(ribeira(), led, request.id)).json().code).toBe('agreement.request_not_found');
  await answer(north(), led, request.id);
  await join(led, request.id);
  expect((await readAs(world, north(), led)).requests[0]?.state).toBe('agreed');
  const strict = await held({ accession: 'all_sign' });
  expect((await ask(north(), strict, { kind: 'accession', organisationId: fourth.id })).json().code).toBe(
    'agreement.request_not_allowed',
  );
  const member = { kind: 'accession', organisationId: vantera().organisationId };
  expect((await ask(north(), led, member)).json().code).toBe('agreement.party_already');
});
