import type { ChoicePage, ChoiceQuery, RankedListView } from '@collegium/contract/applications.ts';
import { eligibilityFailures } from '@collegium/contract/eligibility.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { learnerFacts } from './learner-facts.ts';
import { isRoundOpen, presentApplication } from './present.ts';
import type { ApplicationRow } from './queries.ts';
import { findOwnList, findRoundFor, listChoices, type ChoiceRow, type RoundRow } from './round-queries.ts';

/** The learner's own list in a round to which the learner is invited; throws round.not_found. */
export async function getRankedList(scope: MemberScope, roundId: string): Promise<RankedListView> {
  const [round, application] = await Promise.all([
    findRoundFor(scope.db, scope.actor, roundId),
    findOwnList(scope.db, scope.actor, roundId),
  ]);
  if (!round) throw new Problem('round.not_found');
  return presentRankedList(scope, round, application);
}

/** A page of what the learner may wish for in a round, with the conditions that are not met. Throws round.not_found. */
export async function searchChoices(scope: MemberScope, roundId: string, query: ChoiceQuery): Promise<ChoicePage> {
  const limit = query.limit ?? 30;
  const rows = await listChoices(scope.db, scope.actor, roundId, {
    ...query,
    limit,
    now: scope.clock.now(),
  });
  if (rows.length === 0 && !(await findRoundFor(scope.db, scope.actor, roundId))) throw new Problem('round.not_found');
  return pageOf(
    rows,
    limit,
    (row) => [row.provider_name, row.id],
    (row) => presentChoice(scope, row),
  );
}

/** A round and the reader's list in it; version 0 stands for “no list yet”. */
export function presentRankedList(
  scope: MemberScope,
  round: RoundRow,
  row: ApplicationRow | undefined,
): RankedListView {
  const application = row ? presentApplication(scope, row) : null;
  const window = {
    round_state: round.state,
    round_opens_at: round.opens_at,
    round_closes_at: round.closes_at,
  };
  return {
    round: {
      id: round.round_id,
      name: round.name,
      state: round.state,
      organisation: {
        id: round.organisation_id,
        name: round.organisation_name,
        shortMark: round.organisation_short_mark,
      },
      opensAt: round.opens_at.toISOString(),
      closesAt: round.closes_at.toISOString(),
      respondBy: round.respond_by?.toISOString() ?? null,
      wishesMinimum: round.wishes_minimum,
      wishesMaximum: round.wishes_maximum,
      rankedBy: round.ranked_by,
      seedCommitment: round.seed_commitment,
    },
    application,
    version: application?.version ?? 0,
    abilities: { change: isRoundOpen(window, scope.clock.now()) },
  };
}

function presentChoice({ actor }: MemberScope, row: ChoiceRow) {
  return {
    offer: {
      id: row.id,
      kind: row.kind,
      state: row.state,
      title: row.title,
      provider: { id: row.provider_id, name: row.provider_name, shortMark: row.provider_short_mark },
      city: row.city,
      country: row.country,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    },
    places: row.places,
    eligibilityFailures: eligibilityFailures(row.eligibility, learnerFacts(row, actor.organisationId)),
  };
}
