import type { OfferView } from '@collegium/contract/offers.ts';
import { addDraft, addOffer, offerInput } from '../offers.ts';
import { answered, type Fixtures, ofProvider, upload } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const ofProvidersStaff = (member: CastMember) => ofProvider(member) && isProvider(member);
const isProvider = ({ role }: CastMember) =>
  ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'].includes(role);
const draft = ({ world, cast }: Stage) => addDraft(world, cast.provider.teacher);
const published = ({ world, cast }: Stage) => addOffer(world, cast.provider.teacher);
const own = ofProvidersStaff;
const change = ({ version }: OfferView) => ({ version, own });

async function uploaded({ world, cast }: Stage): Promise<string> {
  const answer = await world.request(cast.provider.teacher, 'POST', '/files', upload.body, upload.headers);
  return answered<{ id: string }>(answer, 201).id;
}

async function attached(stage: Stage, { id }: OfferView): Promise<string> {
  const url = `/offers/${id}/attachments/${await uploaded(stage)}`;
  answered(await stage.world.request(stage.cast.provider.teacher, 'PUT', url), 200);
  return url;
}

/** Offers of the company: drafts for its own staff, published ones for all. */
export const offerFixtures: Fixtures = {
  'GET /offers': () => ({ url: '/offers' }),
  'GET /offers/facets': () => ({ url: '/offers/facets' }),
  'GET /organisations/:organisationId/offers': ({ organisations }) => ({
    url: `/organisations/${organisations.provider.id}/offers`,
    own,
  }),
  'GET /offers/:offerId — a draft': async (stage) => ({
    url: `/offers/${(await draft(stage)).id}`,
    own,
    isHiddenFromVisitors: true,
  }),
  'GET /offers/:offerId — published': async (stage) => ({ url: `/offers/${(await published(stage)).id}` }),
  'POST /offers': () => ({ url: '/offers', body: offerInput }),
  'PUT /offers/:offerId': async (stage) => {
    const offer = await draft(stage);
    return { url: `/offers/${offer.id}`, body: offerInput, ...change(offer) };
  },
  'DELETE /offers/:offerId': async (stage) => {
    const offer = await draft(stage);
    return { url: `/offers/${offer.id}`, ...change(offer) };
  },
  'POST /offers/:offerId/publish': async (stage) => {
    const offer = await draft(stage);
    return { url: `/offers/${offer.id}/publish`, ...change(offer) };
  },
  'POST /offers/:offerId/withdraw': async (stage) => {
    const offer = await published(stage);
    return { url: `/offers/${offer.id}/withdraw`, body: { reason: 'The plant closes' }, ...change(offer) };
  },
  'GET /offers/:offerId/attachments/:fileId': async (stage) => ({
    url: await attached(stage, await draft(stage)),
    own,
    isHiddenFromVisitors: true,
  }),
  'PUT /offers/:offerId/attachments/:fileId': async (stage) => ({
    url: `/offers/${(await draft(stage)).id}/attachments/${await uploaded(stage)}`,
    own,
  }),
  'DELETE /offers/:offerId/attachments/:fileId': async (stage) => ({
    url: await attached(stage, await draft(stage)),
    own,
  }),
  'POST /files': () => ({ url: '/files', ...upload }),
};
