import { lookAgain } from '@collegium/server/commitments/look-again.ts';
import { tellAgreements, tellNegotiation } from './agreements.ts';
import { tellGuest, tellLibrary, tellLook } from './library.ts';
import { publish, roundOffers } from './offers.ts';
import { agree, agreeWithSupervisor, begin, conclude, keepJournal, participationsOf } from './participations.ts';
import { tellPartnerships } from './partnerships.ts';
import { openSampleRound, publishAndAnswer, rankWishes, runSampleRound } from './round.ts';
import { tellSeats } from './seats.ts';
import { tellSharing } from './sharing.ts';
import type { Teller } from './teller.ts';

/** Half a year of the sample world: a term that ended, one that runs, a result in review, a round that is open. */
export async function tellStory(teller: Teller): Promise<void> {
  const exchangeId = await tellAgreements(teller);
  await tellPartnerships(teller);
  await tellEndedTerm(teller);
  await tellRunningTerm(teller);
  const courseId = await tellSeats(teller);
  await tellReview(teller);
  await tellOpenRound(teller);
  await tellNegotiation(teller, exchangeId);
  await tellGuest(teller, exchangeId);
  await tellLibrary(teller, exchangeId);
  await tellLook(teller);
  await teller.follow();
  await lookAgain(teller.at(0).as('marit'));
  await tellSharing(teller, { exchangeId, courseId });
  await teller.follow();
}

/** Everybody took part, was assessed and, for most, recognised: what evaluation counts. */
async function tellEndedTerm(teller: Teller): Promise<void> {
  const offerIds = await publishAll(teller.at(-175), -120, -40);
  const roundId = await openSampleRound(
    teller,
    { en: 'Placement round, last term', 'zh-CN': '上学期实践轮次' },
    offerIds,
    { opens: -170, closes: -150, responds: -138 },
  );
  await rankWishes(
    teller.at(-160),
    roundId,
    teller.cast.learners.map(({ key }) => key),
    offerIds,
  );
  await runSampleRound(teller.at(-149), roundId);
  await publishAndAnswer(teller.at(-148), roundId, -138);
  await teller.follow();
  const participations = await participationsOf(teller, roundId);
  for (const participation of participations) await agree(teller.at(-130), participation);
  await begin(teller.at(-119));
  for (const [index, participation] of participations.entries()) await conclude(teller, participation, index, -40);
}

/** Amina and others are in the middle of their placements. */
async function tellRunningTerm(teller: Teller): Promise<void> {
  const offerIds = await publishAll(teller.at(-95), -45, 55);
  const roundId = await openSampleRound(
    teller,
    { en: 'Placement round, this term', 'zh-CN': '本学期实践轮次' },
    offerIds,
    { opens: -90, closes: -70, responds: -60 },
  );
  await rankWishes(
    teller.at(-85),
    roundId,
    ['amina', ...teller.cast.learners.slice(1, 31).map(({ key }) => key)],
    offerIds,
  );
  await runSampleRound(teller.at(-69), roundId);
  await publishAndAnswer(teller.at(-68), roundId, -60);
  await teller.follow();
  const participations = await participationsOf(teller, roundId);
  const agreeing = participations.slice(0, -2);
  const supervisors = ['jonas', 'mette'];
  for (const participation of agreeing) {
    const supervisor = participation.provider === 'jonas' ? supervisors.shift() : undefined;
    if (supervisor === undefined) await agree(teller.at(-50), participation);
    else await agreeWithSupervisor(teller.at(-50), participation, supervisor);
  }
  await begin(teller.at(-44));
  const aminas = participations.filter(({ learner }) => learner.personId === teller.cast.member('amina').personId);
  for (const participation of aminas) await keepJournal(teller, participation, -42, 5);
  for (const participation of participations.slice(1, 6)) await keepJournal(teller, participation, -42, 2);
}

/** Run yesterday, not yet published. */
async function tellReview(teller: Teller): Promise<void> {
  const offerIds = await publishAll(teller.at(-25), 70, 170);
  const roundId = await openSampleRound(teller, { en: 'Spring placement round', 'zh-CN': '春季实践轮次' }, offerIds, {
    opens: -22,
    closes: -2,
    responds: 9,
  });
  await rankWishes(
    teller.at(-10),
    roundId,
    teller.cast.learners.map(({ key }) => key),
    offerIds,
  );
  await runSampleRound(teller.at(-1), roundId);
}

/** Open now: half of the learners have sent their list, Amina has not. */
async function tellOpenRound(teller: Teller): Promise<void> {
  const offerIds = await publishAll(teller.at(-9), 90, 190);
  const roundId = await openSampleRound(
    teller,
    { en: 'Exchange and placement round', 'zh-CN': '交换与实践轮次' },
    offerIds,
    { opens: -6, closes: 11, responds: 25 },
  );
  await rankWishes(
    teller.at(-3),
    roundId,
    teller.cast.learners.slice(1, 25).map(({ key }) => key),
    offerIds,
  );
}

async function publishAll(teller: Teller, begins: number, ends: number): Promise<string[]> {
  const ids: string[] = [];
  for (const offer of roundOffers(begins, ends)) ids.push(await publish(teller, offer));
  return ids;
}
