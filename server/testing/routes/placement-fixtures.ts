import type { OutcomeView } from '@collegium/contract/outcomes.ts';
import type { Party } from '@collegium/contract/participation.ts';
import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { startDueParticipations } from '../../participation/start-due.ts';
import { addParticipation, agree } from '../placement.ts';
import { answered, type Fixture, type Fixtures } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const journalEntry = { doneOn: '2026-10-05', minutes: 120, text: 'Cleaned sensor data' };
const assessment = {
  goalResults: [
    { goalId: 'g1', level: 'exceeded' },
    { goalId: 'g2', level: 'reached' },
  ],
  statement: 'Amina doubts her clocks.',
};

/** Those of the parties given who are no bystanders: the learner, and staff of the organisations. */
function parties(stage: Stage, ...some: Party[]) {
  return (member: CastMember): boolean => {
    if (member.role === 'learner')
      return some.includes('learner') && member.personId === stage.cast.home.learner.personId;
    return some.some((party) => party === member.side);
  };
}

const planned = (stage: Stage) => addParticipation(stage.world, stage.parties);

async function active(stage: Stage): Promise<string> {
  const id = await planned(stage);
  await agree(stage.world, stage.parties, id);
  await startDueParticipations(stage.world.scopeOf());
  return id;
}

async function completed(stage: Stage): Promise<string> {
  const id = await active(stage);
  answered(await stage.world.request(stage.parties.host, 'POST', `/participations/${id}/completion`), 200);
  return id;
}

async function assessed(stage: Stage): Promise<OutcomeView> {
  const url = `/participations/${await completed(stage)}/outcome`;
  return answered(await stage.world.request(stage.parties.host, 'POST', url, assessment), 201);
}

async function countersigned(stage: Stage): Promise<OutcomeView> {
  const { id, version } = await assessed(stage);
  const headers = { 'if-match': `"${version}"` };
  const body = { statement: 'I learnt to doubt my clocks.' };
  return answered(
    await stage.world.request(stage.parties.learner, 'POST', `/outcomes/${id}/countersignature`, body, headers),
    200,
  );
}

/** A request about a participation that `make` brings so far. */
function about(
  make: (stage: Stage) => Promise<string>,
  some: Party[],
  path: string,
  rest: Omit<Fixture, 'url' | 'own'> = {},
) {
  return async (stage: Stage): Promise<Fixture> => ({
    url: `/participations/${await make(stage)}${path}`,
    own: parties(stage, ...some),
    ...rest,
  });
}

function aboutOutcome(make: (stage: Stage) => Promise<OutcomeView>, some: Party[], path: string, body?: object) {
  return async (stage: Stage): Promise<Fixture> => {
    const { id, version } = await make(stage);
    return { url: `/outcomes/${id}${path}`, version, own: parties(stage, ...some), ...(body && { body }) };
  };
}

async function withEntry(stage: Stage): Promise<{ url: string; version: number }> {
  const url = `/participations/${await active(stage)}/journal`;
  const answer = await stage.world.request(stage.parties.learner, 'POST', url, journalEntry);
  const { id, version } = answered<{ id: string; version: number }>(answer, 201);
  return { url: `${url}/${id}`, version };
}

const all: Party[] = ['learner', 'provider', 'home'];

/** A placement of a learner at home with the company, and its outcome. */
export const placementFixtures: Fixtures = {
  'GET /participations': () => ({ url: '/participations' }),
  'GET /participations/:participationId': about(planned, all, ''),
  'GET /participations/:participationId/supervisors': about(planned, all, '/supervisors?party=provider'),
  'POST /participations/:participationId/plans': async (stage) => {
    const id = await planned(stage);
    const answer = await stage.world.request(stage.parties.learner, 'GET', `/participations/${id}`);
    const { version } = answered<ParticipationView>(answer, 200);
    const body = { goals: [{ text: 'Learn' }], tasks: '', hours: 400, startsOn: '2026-10-01', endsOn: '2026-12-18' };
    return { url: `/participations/${id}/plans`, version, body, own: parties(stage, ...all) };
  },
  'POST /participations/:participationId/plans/:planNumber/approvals': about(planned, all, '/plans/1/approvals', {
    body: { as: ['home'] },
  }),
  'GET /participations/:participationId/journal': about(active, all, '/journal'),
  'POST /participations/:participationId/journal': about(active, ['learner'], '/journal', { body: journalEntry }),
  'POST /participations/:participationId/journal/confirmation': about(active, ['provider'], '/journal/confirmation', {
    body: {},
  }),
  'PUT /participations/:participationId/journal/:entryId': async (stage) => ({
    ...(await withEntry(stage)),
    body: journalEntry,
    own: parties(stage, 'learner'),
  }),
  'DELETE /participations/:participationId/journal/:entryId': async (stage) => ({
    ...(await withEntry(stage)),
    own: parties(stage, 'learner'),
  }),
  'POST /participations/:participationId/completion': about(active, ['provider'], '/completion'),
  'POST /participations/:participationId/early-end': about(active, all, '/early-end', {
    body: { reason: 'The plant closes' },
  }),
  'POST /participations/:participationId/outcome': about(completed, ['provider'], '/outcome', { body: assessment }),
  'GET /outcomes': () => ({ url: '/outcomes' }),
  'GET /outcomes/:outcomeId': aboutOutcome(assessed, all, ''),
  'PUT /outcomes/:outcomeId': aboutOutcome(assessed, ['provider'], '', assessment),
  'POST /outcomes/:outcomeId/countersignature': aboutOutcome(assessed, ['learner'], '/countersignature', {
    statement: 'I learnt to doubt my clocks.',
  }),
  'POST /outcomes/:outcomeId/recognition': aboutOutcome(countersigned, ['home'], '/recognition', { creditsEcts: 15 }),
  'POST /outcomes/:outcomeId/refusal': aboutOutcome(countersigned, ['home'], '/refusal', { reason: 'Not ours' }),
};
