import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { begin, fill, inForce, propose, readAs } from '../../agreements/testing.ts';
import { answered, ofHome, type Fixture, type Fixtures } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const isStaff = ({ role }: CastMember) =>
  ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'].includes(role);
const leads = ({ role }: CastMember) => role === 'coordinator' || role === 'organisation_administrator';
const ofReaders = (member: CastMember) => member.side !== 'foreign' && isStaff(member);
const ofLeaders = (member: CastMember) => member.side !== 'foreign' && leads(member);

const administrators = ({ cast }: Stage) => [
  cast.home.organisation_administrator,
  cast.provider.organisation_administrator,
];
const parties = ({ organisations }: Stage) => [organisations.home, organisations.provider];
const draft = (stage: Stage) => begin(stage.world, stage.cast.home.organisation_administrator, parties(stage));
const bound = (stage: Stage) => inForce(stage.world, administrators(stage), parties(stage), { noticeDays: 0 });

async function proposed(stage: Stage) {
  const id = await draft(stage);
  const administrator = stage.cast.home.organisation_administrator;
  await fill(stage.world, administrator, id);
  return propose(stage.world, administrator, id);
}

/** A request about an agreement that `make` brings so far. */
function about(make: (stage: Stage) => Promise<string>, path: string, rest: Omit<Fixture, 'url'> = {}) {
  return async (stage: Stage): Promise<Fixture> => ({
    url: `/agreements/${await make(stage)}${path}`,
    own: ofReaders,
    ...rest,
  });
}

async function aboutDraft(stage: Stage, path: string, rest: (text: { version: number; clauses: Clause[] }) => object) {
  const id = await draft(stage);
  const { open } = await readAs(stage.world, stage.cast.home.coordinator, id);
  const text = { version: open?.version ?? 0, clauses: open?.clauses ?? [] };
  return { url: `/agreements/${id}/draft${path}`, version: text.version, own: ofLeaders, ...rest(text) };
}

async function asked(stage: Stage, what: string): Promise<Fixture> {
  const id = await bound(stage);
  const body = { kind: 'suspension', reason: 'The port is closed.', effectiveOn: '2026-10-13' };
  const { provider, home } = stage.cast;
  const answer = await stage.world.request(provider.coordinator, 'POST', `/agreements/${id}/requests`, body);
  const own = (member: CastMember) =>
    leads(member) && member.side === (what === 'answers' ? home : provider).coordinator.side;
  return { url: `/agreements/${id}/requests/${answered<{ id: string }>(answer, 201).id}/${what}`, own };
}

async function commented(stage: Stage): Promise<Fixture> {
  const id = await draft(stage);
  const url = `/agreements/${id}/comments`;
  const answer = await stage.world.request(stage.cast.home.coordinator, 'POST', url, {
    text: 'Why?',
    clauseKey: 'status',
  });
  return {
    url: `${url}/${answered<{ id: string }>(answer, 201).id}/resolution`,
    own: ofLeaders,
    body: { resolution: 'settled' },
  };
}

async function kept(
  stage: Stage,
  what: 'agreement-templates' | 'clause-templates',
): Promise<Fixture & { body: object }> {
  const body = what === 'clause-templates' ? clause : template;
  const answer = await stage.world.request(stage.cast.home.coordinator, 'POST', `/${what}`, body);
  return { url: `/${what}/${answered<{ id: string }>(answer, 201).id}`, own: ofHome, body, version: 1 };
}

const clause: Clause = {
  key: 'insurance',
  kind: 'text',
  title: { en: 'Insurance' },
  text: { en: 'All insure.' },
  fields: [],
};
const template = {
  title: { en: 'Our own' },
  purpose: { en: 'What we always agree.' },
  terms: {
    authenticLanguage: 'en',
    startsOn: null,
    endsOn: null,
    renewal: 'none',
    renewalMonths: null,
    noticeDays: 90,
    accession: 'all_sign',
    withdrawal: 'all_agree',
  },
  clauses: [clause],
};
const renewal = { kind: 'suspension', reason: 'The port is closed.', effectiveOn: '2026-10-13' };

/** Agreements between the university and the company; the third organisation has nothing to do with them. */
export const agreementFixtures: Fixtures = {
  'GET /agreements': () => ({ url: '/agreements' }),
  'GET /agreements.csv': () => ({ url: '/agreements.csv' }),
  'GET /agreement-last-days': () => ({ url: '/agreement-last-days?from=2026-10-01&until=2028-09-30' }),
  'GET /agreement-calendars': () => ({ url: '/agreement-calendars' }),
  'GET /agreement-calendars/:calendarToken.ics': async ({ world, cast }) => {
    const answer = await world.request(cast.home.coordinator, 'GET', '/agreement-calendars');
    const { address } = answered<{ address: string }>(answer, 200);
    return { url: address.slice(address.indexOf('/agreement-calendars')) };
  },
  'GET /agreement-templates': () => ({ url: '/agreement-templates' }),
  'GET /agreement-templates/:templateKey': () => ({ url: '/agreement-templates/funding' }),
  'POST /agreement-templates': () => ({ url: '/agreement-templates', body: template }),
  'PUT /agreement-templates/:templateId': (stage) => kept(stage, 'agreement-templates'),
  'DELETE /agreement-templates/:templateId': (stage) => kept(stage, 'agreement-templates'),
  'GET /clause-templates': () => ({ url: '/clause-templates' }),
  'GET /clause-templates/:clauseTemplateId': async (stage) => {
    const { url } = await kept(stage, 'clause-templates');
    return { url, own: ofHome };
  },
  'POST /clause-templates': () => ({ url: '/clause-templates', body: clause }),
  'PUT /clause-templates/:clauseTemplateId': (stage) => kept(stage, 'clause-templates'),
  'DELETE /clause-templates/:clauseTemplateId': (stage) => kept(stage, 'clause-templates'),
  'POST /agreements': ({ organisations }) => ({
    url: '/agreements',
    body: {
      template: 'mentoring_programme',
      parties: Object.values(organisations).map(({ id }) => ({ organisationId: id })),
    },
  }),
  'GET /agreements/:agreementId — a draft': about(draft, ''),
  'GET /agreements/:agreementId — in force': about(bound, ''),
  'GET /agreements/:agreementId/versions/:versionNumber': about(bound, '/versions/1'),
  'GET /agreements/:agreementId/history': about(draft, '/history'),
  'GET /agreements/:agreementId/running': about(bound, '/running'),
  'GET /agreements/:agreementId/comments': about(draft, '/comments'),
  'POST /agreements/:agreementId/comments': about(draft, '/comments', {
    own: ofLeaders,
    body: { text: 'Why?', clauseKey: 'status' },
  }),
  'POST /agreements/:agreementId/comments/:commentId/resolution': commented,
  'POST /agreements/:agreementId/versions': about(bound, '/versions', { own: ofLeaders, body: {} }),
  'POST /agreements/:agreementId/versions/:versionNumber/decisions': async (stage) => {
    const { id, open } = await proposed(stage);
    const body = { step: 'unit', decision: 'approved', hash: open?.hash };
    return { url: `/agreements/${id}/versions/1/decisions`, body, own: ofLeaders };
  },
  'POST /agreements/:agreementId/abandonment': about(draft, '/abandonment', {
    own: ofLeaders,
    body: { reason: 'No money.' },
  }),
  'PUT /agreements/:agreementId/review-chain': about(draft, '/review-chain', {
    own: ofLeaders,
    body: { chain: ['head'], reviewers: [] },
  }),
  'PUT /agreements/:agreementId/responsible': async (stage) => ({
    url: `/agreements/${await draft(stage)}/responsible`,
    own: ofLeaders,
    body: { personId: stage.cast.home.teacher.personId },
  }),
  'GET /agreements/:agreementId/invitable': async (stage) => ({
    url: `/agreements/${await draft(stage)}/invitable?organisationId=${stage.cast.foreign.evaluator.organisationId}&words=no`,
    own: ofLeaders,
  }),
  'POST /agreements/:agreementId/guests': async (stage) => ({
    url: `/agreements/${await draft(stage)}/guests`,
    own: ofLeaders,
    body: { personId: stage.cast.foreign.evaluator.personId, may: 'comment' },
  }),
  'DELETE /agreements/:agreementId/guests/:personId': async (stage) => {
    const url = `/agreements/${await draft(stage)}/guests`;
    const { personId } = stage.cast.foreign.evaluator;
    await stage.world.request(stage.cast.home.coordinator, 'POST', url, { personId, may: 'comment' });
    return { url: `${url}/${personId}`, own: ofLeaders };
  },
  'PUT /agreements/:agreementId/draft/terms': (stage) =>
    aboutDraft(stage, '/terms', () => ({ body: { ...template.terms, title: { en: 'Another title' } } })),
  'PUT /agreements/:agreementId/draft/order': (stage) =>
    aboutDraft(stage, '/order', ({ clauses }) => ({ body: { keys: clauses.map(({ key }) => key).toReversed() } })),
  'POST /agreements/:agreementId/draft/clauses': (stage) =>
    aboutDraft(stage, '/clauses', () => ({ body: { clause, after: 'status' } })),
  'PUT /agreements/:agreementId/draft/clauses/:clauseKey': (stage) =>
    aboutDraft(stage, '/clauses/status', () => ({ version: 1, body: { ...clause, key: 'status' } })),
  'DELETE /agreements/:agreementId/draft/clauses/:clauseKey': (stage) =>
    aboutDraft(stage, '/clauses/status', () => ({ version: 1 })),
  'POST /agreements/:agreementId/draft/parties': (stage) =>
    aboutDraft(stage, '/parties', () => ({ body: { organisationId: stage.organisations.foreign.id } })),
  'DELETE /agreements/:agreementId/draft/parties/:organisationId': async (stage) => {
    const fourth = stage.organisations.foreign.id;
    const fixture = await aboutDraft(stage, '/parties', () => ({}));
    await stage.world.request(stage.cast.home.coordinator, 'POST', fixture.url, { organisationId: fourth });
    // While it is asked to join, the third organisation is a party to the negotiation, too.
    return { url: `${fixture.url}/${fourth}`, own: leads };
  },
  'POST /agreements/:agreementId/proposal': async (stage) => {
    const id = await draft(stage);
    await fill(stage.world, stage.cast.home.coordinator, id);
    const { open } = await readAs(stage.world, stage.cast.home.coordinator, id);
    return { url: `/agreements/${id}/proposal`, version: open?.version ?? 0, own: ofLeaders };
  },
  'POST /agreements/:agreementId/requests': about(bound, '/requests', { own: ofLeaders, body: renewal }),
  'POST /agreements/:agreementId/requests/:requestId/answers': async (stage) => ({
    ...(await asked(stage, 'answers')),
    body: { decision: 'agreed' },
  }),
  'POST /agreements/:agreementId/requests/:requestId/recall': async (stage) => ({
    ...(await asked(stage, 'recall')),
    body: { reason: 'It opened again.' },
  }),
};
