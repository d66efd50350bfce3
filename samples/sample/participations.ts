import { approvePlan } from '@collegium/server/participation/approve-plan.ts';
import { confirmEntries } from '@collegium/server/participation/confirm-journal.ts';
import { getParticipation } from '@collegium/server/participation/get-participation.ts';
import { proposePlan } from '@collegium/server/participation/propose-plan.ts';
import { completeParticipation, endParticipationEarly } from '@collegium/server/participation/end-participation.ts';
import { startDueParticipations } from '@collegium/server/participation/start-due.ts';
import { writeEntry } from '@collegium/server/participation/write-journal.ts';
import { assessParticipation } from '@collegium/server/outcomes/assess.ts';
import { countersignOutcome, recogniseOutcome } from '@collegium/server/outcomes/conclude.ts';
import type { Member } from '@collegium/server/platform/scope.ts';
import type { Teller } from './teller.ts';

/** A participation of the story with the people of its three parties. */
export interface SampleParticipation {
  id: string;
  learner: Member;
  /** Keys of the cast. */
  provider: string;
  home: string;
  goalIds: string[];
}

const providers: Record<string, string> = {
  vantera: 'jonas',
  kade: 'sanne',
  lindqvist: 'ebba',
  ribeira: 'helena',
  jianglan: 'lu',
};
const homes: Record<string, string> = { ribeira: 'rui', northwater: 'pieter', jianglan: 'chen' };

/** The participations that came of a round, with their people, in the order of their making. */
export async function participationsOf(teller: Teller, roundId: string): Promise<SampleParticipation[]> {
  const rows = await teller
    .as('marit')
    .db.selectFrom('participation')
    .innerJoin('application', 'application.id', 'participation.application_id')
    .innerJoin('plan', 'plan.participation_id', 'participation.id')
    .select([
      'participation.id',
      'plan.goals',
      'participation.person_id',
      'participation.home_organisation_id',
      'participation.provider_organisation_id',
    ])
    .where('application.round_id', '=', roundId)
    .orderBy('participation.id')
    .execute();
  const learners = new Map(
    teller.cast.learners.map(({ key }) => [teller.cast.member(key).personId, teller.cast.member(key)]),
  );
  const keyOf = (people: Record<string, string>, organisationId: string) => {
    const [, person] = Object.entries(people).find(([key]) => teller.cast.organisation(key) === organisationId) ?? [];
    if (person === undefined) throw new Error('The story has nobody for this organisation.');
    return person;
  };
  return rows.flatMap((row) => {
    const learner = learners.get(row.person_id);
    return learner
      ? [
          {
            id: row.id,
            learner,
            provider: keyOf(providers, row.provider_organisation_id),
            home: keyOf(homes, row.home_organisation_id),
            goalIds: row.goals.map(({ id }) => id),
          },
        ]
      : [];
  });
}

/** All parties approve the plan that was made from the offer. */
export async function agree(teller: Teller, { id, learner, provider, home }: SampleParticipation): Promise<void> {
  await approvePlan(teller.scopeOf(learner), id, 1, ['learner']);
  await approvePlan(teller.as(provider), id, 1, ['provider']);
  await approvePlan(teller.as(home), id, 1, ['home']);
}

/** The provider says who will supervise; the others approve that version of the plan. */
export async function agreeWithSupervisor(
  teller: Teller,
  { id, learner, provider, home }: SampleParticipation,
  supervisor: string,
): Promise<void> {
  const scope = teller.as(provider);
  const { version, plans } = await getParticipation(scope, id);
  const [plan] = plans;
  if (!plan) throw new Error('A participation begins with a plan that was made from its offer.');
  const { goals, tasks, startsOn, endsOn, hours } = plan;
  const providerSupervisorId = teller.cast.member(supervisor).personId;
  const named = { goals, tasks, startsOn, endsOn, hours, providerSupervisorId, approveAs: ['provider' as const] };
  await proposePlan(scope, id, version, named);
  await approvePlan(teller.scopeOf(learner), id, plan.number + 1, ['learner']);
  await approvePlan(teller.as(home), id, plan.number + 1, ['home']);
}

export async function begin(teller: Teller): Promise<void> {
  await startDueParticipations(teller.as('marit'));
}

const days = [
  'Read the documentation and set up the tools.',
  'Worked through last month’s data with my supervisor.',
  'Found two gaps, wrote them down and proposed how to fill them.',
  'Presented what I have so far to the team.',
];

/** A few days in the journal, up to yesterday; the provider confirms all but the last. */
export async function keepJournal(
  teller: Teller,
  { id, learner, provider }: SampleParticipation,
  from: number,
  weeks: number,
): Promise<void> {
  for (let week = 0; week < weeks; week += 1) {
    for (let part = 0; part < 2; part += 1) {
      const day = from + week * 7 + part * 2;
      await writeEntry(teller.at(day, 17).scopeOf(learner), id, {
        doneOn: teller.day(day),
        minutes: 420 + ((week * 30 + part * 60) % 120),
        text: days[(week + part) % days.length] ?? '',
      });
    }
    if (week < weeks - 1) await confirmEntries(teller.as(provider), id, {});
  }
}

/** Completed, assessed, countersigned and, for most, recognised; one ended early. */
export async function conclude(
  teller: Teller,
  participation: SampleParticipation,
  index: number,
  ended: number,
): Promise<void> {
  const { id, learner, provider, home, goalIds } = participation;
  if (index === 5) {
    await endParticipationEarly(
      teller.at(ended - 20).as(provider),
      id,
      'The learner fell ill and could not come back in time.',
    );
    return;
  }
  await completeParticipation(teller.at(ended + 1).as(provider), id);
  const outcome = await assessParticipation(teller.at(ended + 3).as(provider), id, {
    goalResults: goalIds.map((goalId, goal) => ({ goalId, level: (index + goal) % 5 === 0 ? 'exceeded' : 'reached' })),
    statement: 'Careful work, well explained. We would gladly work together again.',
    grade: 'passed',
    gradeScale: 'passed / not passed',
    creditsEcts: 10,
  });
  const signed = await countersignOutcome(teller.at(ended + 5).scopeOf(learner), outcome.id, outcome.version, {
    statement: 'I agree. I learnt to ask earlier when something looks odd.',
  });
  if (index % 8 !== 7)
    await recogniseOutcome(teller.at(ended + 9).as(home), signed.id, {
      creditsEcts: 10,
      grade: 'passed',
      gradeScale: 'passed / not passed',
    });
}
