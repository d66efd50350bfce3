import type { OfferKind } from '@collegium/contract/kinds.ts';
import type { Party } from '@collegium/contract/participation.ts';
import { assessParticipation } from '@collegium/server/outcomes/assess.ts';
import { countersignOutcome, recogniseOutcome } from '@collegium/server/outcomes/conclude.ts';
import { approvePlan } from '@collegium/server/participation/approve-plan.ts';
import { completeParticipation } from '@collegium/server/participation/end-participation.ts';
import { startDueParticipations } from '@collegium/server/participation/start-due.ts';
import type { Member } from '@collegium/server/platform/scope.ts';
import { eachOf, type Steps } from './steps.ts';
import { membersBy, type RealWorld } from './world.ts';

interface Placement {
  id: string;
  goals: string[];
  learner: Member;
  provider: Member;
  home: Member;
}

export interface Carrying {
  name: string;
  kind: OfferKind;
  /** Of the participations that still plan. */
  share: number;
  /** YYYY-MM-DD */
  startsOn: string;
  credits: number;
}

/**
 * Carries so many of the participations that still plan to their recognised outcome: three approvals each, the first
 * day, completion, assessment, the learner's own words, recognition.
 */
export async function carryThrough(
  world: RealWorld,
  steps: Steps,
  { name, kind, share, startsOn, credits }: Carrying,
): Promise<void> {
  const placements = await findPlacements(world, kind, share);
  await steps.take(
    `${name}: plans agreed by three parties`,
    () =>
      eachOf(placements, async ({ id, learner, provider, home }) => {
        const parties: [Member, Party][] = [
          [learner, 'learner'],
          [provider, 'provider'],
          [home, 'home'],
        ];
        for (const [member, party] of parties) await approvePlan(world.as(member), id, 1, [party]);
      }),
    () => `${placements.length} plans`,
  );
  world.clock.at = new Date(`${startsOn}T12:00:00Z`);
  await steps.take(
    `${name}: first day`,
    () => startDueParticipations(world.asSystem()),
    (count) => `${count} started`,
  );
  await steps.take(`${name}: completion`, () =>
    eachOf(placements, ({ id, provider }) => completeParticipation(world.as(provider), id)),
  );
  await steps.take(
    `${name}: assess, countersign, recognise`,
    () =>
      eachOf(placements, async ({ id, goals, learner, provider, home }) => {
        const goalResults = goals.map((goalId) => ({ goalId, level: 'reached' as const }));
        const assessed = await assessParticipation(world.as(provider), id, {
          goalResults,
          statement: 'Everything that was planned was reached.',
          creditsEcts: credits,
        });
        const words = { statement: 'I learnt what we had planned.' };
        await countersignOutcome(world.as(learner), assessed.id, assessed.version, words);
        await recogniseOutcome(world.as(home), assessed.id, { creditsEcts: credits });
      }),
    () => `${placements.length} outcomes recognised`,
  );
  await steps.take(`${name}: tell everybody of it`, world.dispatch);
}

async function findPlacements(world: RealWorld, kind: OfferKind, share: number): Promise<Placement[]> {
  const learners = await membersBy(world, 'learner', 'email');
  const byPerson = new Map([...learners.values()].map((member) => [member.personId, member]));
  const coordinators = await membersBy(world, 'coordinator', 'organisationId');
  const rows = await world.db
    .selectFrom('participation')
    .innerJoin('plan', 'plan.participation_id', 'participation.id')
    .innerJoin('offer', 'offer.id', 'participation.offer_id')
    .select(['participation.id', 'plan.goals', 'person_id', 'home_organisation_id', 'provider_organisation_id'])
    .where('participation.state', '=', 'planning')
    .where('offer.kind', '=', kind)
    .orderBy('participation.id')
    .execute();
  return rows.slice(0, Math.ceil(rows.length * share)).flatMap((row) => {
    const learner = byPerson.get(row.person_id);
    const provider = coordinators.get(row.provider_organisation_id);
    const home = coordinators.get(row.home_organisation_id);
    return learner && provider && home
      ? [{ id: row.id, goals: row.goals.map(({ id }) => id), learner, provider, home }]
      : [];
  });
}
