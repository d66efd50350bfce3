import { saveRankedList } from '@collegium/server/applications/save-ranked-list.ts';
import { acceptPlace } from '@collegium/server/applications/accept.ts';
import { declinePlace } from '@collegium/server/applications/give-up.ts';
import { closeDueRounds } from '@collegium/server/allocation/jobs.ts';
import { collectLearners, collectOffers } from '@collegium/server/allocation/collect.ts';
import { openRound } from '@collegium/server/allocation/open-round.ts';
import { publishRound } from '@collegium/server/allocation/publish-round.ts';
import { createRound, getRound } from '@collegium/server/allocation/rounds.ts';
import { carryOutRuns } from '@collegium/server/allocation/runner.ts';
import { startRun } from '@collegium/server/allocation/start-run.ts';
import { Problem } from '@collegium/server/platform/problem/problem.ts';
import { sampleNetwork } from './network.ts';
import type { Teller } from './teller.ts';

export interface RoundDates {
  opens: number;
  closes: number;
  responds: number;
}

/** A round of the alliance with these offers and all learners, open. Its id. */
export async function openSampleRound(
  teller: Teller,
  name: { en: string; 'zh-CN': string },
  offerIds: string[],
  { opens, closes, responds }: RoundDates,
): Promise<string> {
  const scope = teller.at(opens - 1).as('marit');
  const { id } = await createRound(scope, {
    name,
    term: teller.term(closes + 30),
    opensAt: teller.instant(opens, 8),
    closesAt: teller.instant(closes, 16),
    respondBy: teller.instant(responds, 22),
    wishesMinimum: 1,
    wishesMaximum: 4,
    rankedBy: 'lottery',
  });
  await collectOffers(scope, id, { offerIds });
  await collectLearners(scope, id, {});
  await openRound(teller.at(opens, 8).as('marit'), id, (await getRound(scope, id)).version);
  return id;
}

/** Learners submit their lists, each in an order of their own; who is not eligible for an offer leaves it out. */
export async function rankWishes(
  teller: Teller,
  roundId: string,
  learners: readonly string[],
  offerIds: readonly string[],
): Promise<void> {
  for (const [index, key] of learners.entries()) {
    const wished = offerIds
      .map((_, step) => offerIds[(index * 2 + step * (1 + (index % 2))) % offerIds.length] ?? '')
      .slice(0, 3);
    await submit(teller, roundId, key, [...new Set(wished)]);
  }
}

async function submit(teller: Teller, roundId: string, key: string, offerIds: string[]): Promise<void> {
  for (let wishes = offerIds; wishes.length > 0; wishes = wishes.slice(1)) {
    try {
      await saveRankedList(teller.as(key), roundId, 0, { offerIds: wishes });
      return;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}

/** The round is closed, run and waits for review. */
export async function runSampleRound(teller: Teller, roundId: string): Promise<void> {
  await closeDueRounds(teller.as('marit'));
  await startRun(teller.as('marit'), roundId);
  await carryOutRuns(teller.services, sampleNetwork.slug);
}

/** The result is published; most accept, and every ninth declines. */
export async function publishAndAnswer(teller: Teller, roundId: string, responds: number): Promise<void> {
  const { version } = await getRound(teller.as('marit'), roundId);
  await publishRound(teller.as('marit'), roundId, version, { respondBy: teller.instant(responds, 22) });
  const offered = await teller
    .as('marit')
    .db.selectFrom('application')
    .innerJoin('membership', 'membership.id', 'application.membership_id')
    .innerJoin('person', 'person.id', 'application.person_id')
    .select(['application.id', 'application.version', 'person.id as personId', 'person.account_id as accountId'])
    .select(['membership.id as membershipId', 'membership.organisation_id as organisationId'])
    .where('application.round_id', '=', roundId)
    .where('application.state', '=', 'offered')
    .orderBy('application.id')
    .execute();
  for (const [index, { id, version: state, accountId, ...ids }] of offered.entries()) {
    const scope = teller.scopeOf({ role: 'learner', accountId: accountId ?? '', ...ids });
    if (index % 9 === 8) await declinePlace(scope, id, state, 'I found another place closer to home.');
    else await acceptPlace(scope, id, state);
  }
}
