import type { Commitment } from '@collegium/contract/commitments.ts';
import type { ContributionView, DisputeView } from '@collegium/contract/commitments/views.ts';
import { addAgreementInForce, opening, promise } from '../../commitments/testing.ts';
import { answered, type Fixture, type Fixtures } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

/** An agreement in force in which the company promises the university money and places, and may read of its learners. */
async function agreement(stage: Stage): Promise<{ agreementId: string; commitmentId: string }> {
  const { world, organisations } = stage;
  const { home, provider } = organisations;
  const money: Commitment = {
    measure: 'money_contributed',
    promiser: provider.id,
    beneficiary: home.id,
    quantity: 500_000,
    unit: 'money',
    currency: 'EUR',
    periodStart: '2026-09-01',
    periodEnd: '2027-08-31',
    every: 'once',
  };
  const access = {
    purpose: 'Supervise placements',
    fields: ['name' as const, 'level' as const],
    from: home.id,
    to: provider.id,
    about: 'learners' as const,
    start: '2026-09-01',
    end: '2027-08-31',
  };
  const { id } = await addAgreementInForce(world, [home, provider], [promise('money', money), opening('data', access)]);
  const row = await world.network
    .selectFrom('commitment')
    .select('id')
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow();
  return { agreementId: id, commitmentId: row.id };
}

const ofParties = ({ side }: CastMember) => side !== 'foreign';
const ofHome = ({ side }: CastMember) => side === 'home';
const ofProvider = ({ side }: CastMember) => side === 'provider';
const contribution = { doneOn: '2026-10-01', amount: 1_000, currency: 'EUR', description: 'First part' };

async function recorded(stage: Stage, what: string): Promise<Fixture> {
  const { commitmentId } = await agreement(stage);
  const { world, cast } = stage;
  const answer = await world.request(
    cast.provider.coordinator,
    'POST',
    `/commitments/${commitmentId}/contributions`,
    contribution,
  );
  const { id, version } = answered<ContributionView>(answer, 201);
  return { url: `/contributions/${id}/${what}`, version };
}

async function disputed(stage: Stage, what: string): Promise<Fixture> {
  const { commitmentId } = await agreement(stage);
  const { world, cast } = stage;
  const body = { period: 1, reason: 'Nothing arrived' };
  const answer = await world.request(cast.home.coordinator, 'POST', `/commitments/${commitmentId}/disputes`, body);
  const { id, version } = answered<DisputeView>(answer, 201);
  return { url: `/disputes/${id}/${what}`, version };
}

async function grant(stage: Stage): Promise<Fixture> {
  const { agreementId } = await agreement(stage);
  const { id } = await stage.world.network
    .selectFrom('access_grant')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow();
  return { url: `/grants/${id}/learners`, own: ofProvider };
}

/** Promises of agreements, what people record and dispute, and what clauses open. */
export const commitmentFixtures: Fixtures = {
  'GET /agreement-health': () => ({ url: '/agreement-health' }),
  'GET /agreements/:agreementId/commitments': async (stage) => ({
    url: `/agreements/${(await agreement(stage)).agreementId}/commitments`,
    own: ofParties,
  }),
  'GET /commitments/:commitmentId': async (stage) => ({
    url: `/commitments/${(await agreement(stage)).commitmentId}`,
    own: ofParties,
  }),
  'GET /commitments/:commitmentId/rows': async (stage) => ({
    url: `/commitments/${(await agreement(stage)).commitmentId}/rows?period=1`,
    own: ofParties,
  }),
  'POST /commitments/:commitmentId/contributions': async (stage) => ({
    url: `/commitments/${(await agreement(stage)).commitmentId}/contributions`,
    body: contribution,
    own: ofProvider,
  }),
  'POST /contributions/:contributionId/countersign': async (stage) => ({
    ...(await recorded(stage, 'countersign')),
    own: ofHome,
  }),
  'POST /contributions/:contributionId/withdraw': async (stage) => ({
    ...(await recorded(stage, 'withdraw')),
    body: { reason: 'Entered twice' },
    own: ofProvider,
  }),
  'POST /commitments/:commitmentId/disputes': async (stage) => ({
    url: `/commitments/${(await agreement(stage)).commitmentId}/disputes`,
    body: { period: 1, reason: 'Nothing arrived' },
    own: ofParties,
  }),
  'POST /disputes/:disputeId/answer': async (stage) => ({
    ...(await disputed(stage, 'answer')),
    body: { decision: 'declined', answer: 'We looked it up' },
    own: ofProvider,
  }),
  'POST /disputes/:disputeId/withdraw': async (stage) => ({ ...(await disputed(stage, 'withdraw')), own: ofHome }),
  'GET /grants': () => ({ url: '/grants' }),
  'GET /grants/:grantId/learners': grant,
  'GET /profile/grants': () => ({ url: '/profile/grants' }),
  'GET /profile/accesses': () => ({ url: '/profile/accesses' }),
};
