import type { RoundInput } from '@collegium/contract/rounds.ts';
import { collectLearners, collectOffers } from '@collegium/server/allocation/collect.ts';
import { openRound } from '@collegium/server/allocation/open-round.ts';
import { publishRound } from '@collegium/server/allocation/publish-round.ts';
import { getResult } from '@collegium/server/allocation/result.ts';
import { createRound, getRound } from '@collegium/server/allocation/rounds.ts';
import { carryOutRuns } from '@collegium/server/allocation/runner.ts';
import { storeScores } from '@collegium/server/allocation/scores.ts';
import { startRun } from '@collegium/server/allocation/start-run.ts';
import { acceptPlace } from '@collegium/server/applications/accept.ts';
import { declinePlace } from '@collegium/server/applications/give-up.ts';
import { lapseUnanswered } from '@collegium/server/applications/lapse.ts';
import { saveRankedList } from '@collegium/server/applications/save-ranked-list.ts';
import type { Member } from '@collegium/server/platform/scope.ts';
import type { OfferKind } from '@collegium/contract/kinds.ts';
import { type GeneratedLearner, wishMaker } from './generate.ts';
import { eachOf, type Steps } from './steps.ts';
import type { RealWorld } from './world.ts';

export interface Applicant {
  member: Member;
  facts: GeneratedLearner;
}

export interface RoundPlan {
  name: string;
  kind: OfferKind;
  input: Omit<RoundInput, 'name'> & { respondBy: string };
  coordinator: Member;
  applicants: readonly Applicant[];
  random: () => number;
}

export interface RoundFigures {
  round: string;
  offers: number;
  places: number;
  learners: number;
  placed: number;
  firstWishes: number;
  unplaced: number;
  unfilled: number;
}

/** A round from draft to the last answer, with the verbs that people use. */
export async function carryOutRound(world: RealWorld, steps: Steps, plan: RoundPlan): Promise<RoundFigures> {
  const { name, input, coordinator, applicants } = plan;
  const coordinating = world.as(coordinator);
  world.clock.at = new Date(input.opensAt);
  const { id } = await createRound(coordinating, { ...input, name: { en: name } });
  await steps.take(
    `${name}: collect offers and learners, open`,
    async () => {
      await collectOffers(coordinating, id, { kind: [plan.kind] });
      await collectLearners(coordinating, id, { membershipIds: applicants.map(({ member }) => member.membershipId) });
      if (input.rankedBy === 'score') await storeScores(coordinating, id, { scores: applicants.map(scoreOf) });
      return openRound(coordinating, id, (await getRound(coordinating, id)).version);
    },
    (round) => `${round.offers} offers with ${round.places} places, ${round.learners} learners`,
  );
  const lists = await wishesOf(world, id, plan);
  await steps.take(
    `${name}: ranked lists`,
    () => eachOf(lists, ({ member, offerIds }) => saveRankedList(world.as(member), id, 0, { offerIds })),
    () => `${lists.length} lists, ${lists.reduce((sum, { offerIds }) => sum + offerIds.length, 0)} wishes`,
  );
  world.clock.at = new Date(input.closesAt);
  const result = await steps.take(
    `${name}: run`,
    async () => {
      await startRun(coordinating, id);
      await carryOutRuns(world.services, 'real');
      return getResult(coordinating, id);
    },
    ({ placed, unplaced }) => `${placed} placed, ${unplaced} not`,
  );
  const { version } = await getRound(coordinating, id);
  await steps.take(`${name}: publish`, () => publishRound(coordinating, id, version, {}));
  await steps.take(`${name}: tell everybody`, world.dispatch);
  await answer(world, steps, id, plan);
  const { offers } = await getRound(coordinating, id);
  return {
    round: name,
    offers,
    places: result.places,
    learners: result.learners,
    placed: result.placed,
    firstWishes: result.rankProfile[0] ?? 0,
    unplaced: result.unplaced,
    unfilled: result.unfilled,
  };
}

function scoreOf({ member, facts }: Applicant) {
  return { membershipId: member.membershipId, score: facts.score };
}

async function wishesOf(world: RealWorld, roundId: string, { applicants, random, input }: RoundPlan) {
  const offers = await world.db
    .selectFrom('round_offer')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .select(['offer.id', 'offer.field_code as fieldCode', 'offer.eligibility'])
    .where('round_id', '=', roundId)
    .orderBy('offer.external_id')
    .execute();
  const wishes = wishMaker(offers, random);
  return applicants
    .map(({ member, facts }) => ({ member, offerIds: wishes(facts, input.wishesMaximum) }))
    .filter(({ offerIds }) => offerIds.length > 0);
}

/** Of twenty who are offered a place, seventeen accept, two decline, and one never answers. */
async function answer(world: RealWorld, steps: Steps, roundId: string, plan: RoundPlan): Promise<void> {
  const { name, applicants, input } = plan;
  const byPerson = new Map(applicants.map(({ member }) => [member.personId, member]));
  const offered = await world.db
    .selectFrom('application')
    .select(['id', 'version', 'person_id'])
    .where('round_id', '=', roundId)
    .where('state', '=', 'offered')
    .execute();
  const answers = offered.map((row, index) => ({ ...row, say: index % 20 }));
  await steps.take(
    `${name}: answers`,
    () =>
      eachOf(answers, async ({ id, version, person_id, say }) => {
        const member = byPerson.get(person_id);
        if (!member || say === 19) return;
        if (say < 17) await acceptPlace(world.as(member), id, version);
        else await declinePlace(world.as(member), id, version, 'I found another place.');
      }),
    () => `${answers.filter(({ say }) => say < 17).length} accepted of ${answers.length}`,
  );
  world.clock.at = new Date(Date.parse(input.respondBy) + 60_000);
  await steps.take(
    `${name}: lapse`,
    () => lapseUnanswered(world.asSystem()),
    (count) => `${count} never answered`,
  );
  await steps.take(`${name}: begin participations`, world.dispatch);
}
