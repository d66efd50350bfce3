import type { SigningView, SignatoryView } from '@collegium/contract/agreements/signing.ts';
import { newLinkToken } from '../../agreements/signing/links.ts';
import { askWhoseTurnItIs } from '../../agreements/signing/ask.ts';
import { addApprovedVersion, type ApprovedVersion, signedIn } from '../../agreements/signing/testing.ts';
import { newId } from '../../platform/ids.ts';
import { answered, type Fixture, type Fixtures, upload } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const readers: readonly string[] = ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'];
const arrangers: readonly string[] = ['coordinator', 'organisation_administrator'];
const isParty = (member: CastMember) => member.side !== 'foreign';
const reads = (member: CastMember) => isParty(member) && readers.includes(member.role);
const arranges = (member: CastMember) => isParty(member) && arrangers.includes(member.role);
const arrangesAtHome = (member: CastMember) => arranges(member) && member.side === 'home';
const arrangesAtProvider = (member: CastMember) => arranges(member) && member.side === 'provider';

const address = 'harbour.master@example.org';

function approved({ world, organisations }: Stage): Promise<ApprovedVersion> {
  return addApprovedVersion(world, [organisations.home, organisations.provider]);
}

function startOf({ organisations, cast }: Stage, { hash }: ApprovedVersion) {
  const signatories = [
    { organisationId: organisations.home.id, personId: cast.home.teacher.personId, office: 'Rector' },
    { organisationId: organisations.provider.id, name: 'Piet Vos', email: address },
  ];
  return { hash, dueOn: '2026-11-13', signatories };
}

/** A version that is being signed: at home by the teacher, at the provider by a link. */
async function started(stage: Stage): Promise<ApprovedVersion & { own: SignatoryView; linked: SignatoryView }> {
  const version = await approved(stage);
  const { world, cast } = stage;
  const url = `/agreements/${version.agreementId}/signing`;
  answered(await world.request(cast.home.coordinator, 'POST', url, startOf(stage, version)), 200);
  const event = { id: newId(), at: world.clock.at, person_id: null, reason: null };
  await askWhoseTurnItIs(world.scopeOf(), event, version.versionId);
  const { signatories } = answered<SigningView>(await world.request(cast.home.coordinator, 'GET', url), 200);
  const [own, linked] = [signatories.find(({ person }) => person), signatories.find(({ email }) => email)];
  if (!own || !linked) throw new Error('the signatories are missing');
  return { ...version, own, linked };
}

async function linked(stage: Stage): Promise<ApprovedVersion & { token: string }> {
  const version = await started(stage);
  const { token, tokenSha256 } = newLinkToken();
  await stage.world.network
    .updateTable('signing_link')
    .set({ token_sha256: tokenSha256 })
    .where('signatory_id', '=', version.linked.id)
    .execute();
  return { ...version, token };
}

/** A link whose code was mailed. */
async function coded(stage: Stage): Promise<ApprovedVersion & { token: string; code: string }> {
  const version = await linked(stage);
  await stage.world.network.deleteFrom('mail').where('to_address', '=', address).execute();
  answered(await stage.world.request(null, 'POST', '/signing-links/code', { token: version.token }), 200);
  const mail = await stage.world.network
    .selectFrom('mail')
    .select('body_text')
    .where('to_address', '=', address)
    .executeTakeFirstOrThrow();
  return { ...version, code: /\d{6}/.exec(mail.body_text)?.[0] ?? '' };
}

async function brought(stage: Stage): Promise<ApprovedVersion & { linked: SignatoryView }> {
  const version = await started(stage);
  answered(
    await stage.world.request(
      stage.cast.home.coordinator,
      'POST',
      documentUrl(version),
      await document(stage, version, 'home'),
    ),
    200,
  );
  return version;
}

const documentUrl = (version: { linked: SignatoryView }) => `/signatories/${version.linked.id}/document`;

async function document({ world, cast }: Stage, { hash }: ApprovedVersion, side: 'home' | 'provider') {
  const answer = await world.request(cast[side].coordinator, 'POST', '/files', upload.body, upload.headers);
  const { id: fileId } = answered<{ id: string }>(answer, 201);
  await world.network.updateTable('file').set({ media_type: 'application/pdf' }).where('id', '=', fileId).execute();
  return { hash, fileId, signedOn: '2026-10-13', name: 'Piet Vos', office: 'Harbour master' };
}

const aboutOwn =
  (path: string, body: object | undefined) =>
  async (stage: Stage): Promise<Fixture> => {
    const { own } = await started(stage);
    return { url: `/signatories/${own.id}${path}`, ...(body && { body }), own: arrangesAtHome };
  };

/** Signing agreements: with an account, by a link, elsewhere; and checking what was signed. */
export const signingFixtures: Fixtures = {
  'GET /agreements/:agreementId/signing': async (stage) => ({
    url: `/agreements/${(await started(stage)).agreementId}/signing`,
    own: reads,
  }),
  'POST /agreements/:agreementId/signing': async (stage) => {
    const version = await approved(stage);
    return { url: `/agreements/${version.agreementId}/signing`, body: startOf(stage, version), own: arranges };
  },
  'GET /agreements/:agreementId/versions/:number/file': async (stage) => ({
    url: `/agreements/${(await approved(stage)).agreementId}/versions/1/file`,
    own: reads,
  }),
  'GET /agreements/:agreementId/versions/:number/pdf': async (stage) => ({
    url: `/agreements/${(await approved(stage)).agreementId}/versions/1/pdf`,
    own: reads,
  }),
  'POST /signatories/:signatoryId/sign': async (stage) => {
    const { own, hash } = await started(stage);
    return {
      url: `/signatories/${own.id}/sign`,
      body: { hash, office: 'Rector', language: 'en' },
      ownHeaders: {
        of: stage.cast.home.teacher,
        headers: await signedIn(stage.world, stage.cast.home.teacher),
      },
      own: (member) => member === stage.cast.home.teacher,
    };
  },
  'POST /signatories/:signatoryId/decline': async (stage) => ({
    url: `/signatories/${(await started(stage)).own.id}/decline`,
    body: { reason: 'Clause 2 is wrong' },
    own: (member) => member === stage.cast.home.teacher,
  }),
  'POST /signatories/:signatoryId/replace': aboutOwn('/replace', { reason: 'On leave' }),
  'PUT /signatories/:signatoryId/delegates': aboutOwn('/delegates', { personIds: [] }),
  'POST /signatories/:signatoryId/link': async (stage) => ({
    url: `/signatories/${(await started(stage)).linked.id}/link`,
    own: arranges,
  }),
  'POST /signatories/:signatoryId/document': async (stage) => {
    const version = await started(stage);
    return { url: documentUrl(version), body: await document(stage, version, 'provider'), own: arrangesAtProvider };
  },
  'GET /signatories/:signatoryId/document': async (stage) => ({
    url: documentUrl(await brought(stage)),
    own: arranges,
  }),
  'POST /signatories/:signatoryId/confirmation': async (stage) => ({
    url: `/signatories/${(await brought(stage)).linked.id}/confirmation`,
    body: { decision: 'confirmed' },
    own: arranges,
  }),
  'POST /signing-links/read': async (stage) => ({
    url: '/signing-links/read',
    body: { token: (await linked(stage)).token },
  }),
  'POST /signing-links/code': async (stage) => ({
    url: '/signing-links/code',
    body: { token: (await linked(stage)).token },
  }),
  'POST /signing-links/sign': async (stage) => {
    const { token, code, hash } = await coded(stage);
    return { url: '/signing-links/sign', body: { token, code, hash, office: 'Harbour master', language: 'en' } };
  },
  'POST /signing-links/decline': async (stage) => {
    const { token, code } = await coded(stage);
    return { url: '/signing-links/decline', body: { token, code, reason: 'Not yet decided' } };
  },
  'GET /agreement-checks/:code': async (stage) => {
    const { agreementId } = await started(stage);
    const url = `/agreements/${agreementId}/signing`;
    const view = answered<SigningView>(await stage.world.request(stage.cast.home.coordinator, 'GET', url), 200);
    return { url: `/agreement-checks/${view.checkCode}` };
  },
};
