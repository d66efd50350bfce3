import type {
  CollectableOrganisations,
  RoundLearnerItem,
  RoundLearnerPage,
  RoundLearnerQuery,
  RoundOfferItem,
  RoundOfferPage,
  RoundOfferQuery,
} from '@collegium/contract/rounds.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import {
  listCollectableOffers,
  listCollectableOrganisations,
  listLearners,
  listRoundOffers,
  type RoundLearnerRow,
  type RoundOfferRow,
} from './collect-queries.ts';
import { canManageRound } from './policy.ts';
import { getManagedRound, getRoundRow } from './rounds.ts';

/** The offers of a round that the actor may see. Only its coordinator and each provider read how many wish for an offer. */
export async function getRoundOffers(scope: Scope, id: string, query: RoundOfferQuery): Promise<RoundOfferPage> {
  const { actor } = scope;
  const round = await getRoundRow(scope, id);
  const limit = query.limit ?? 30;
  const isProvider = actor.role !== 'learner' && actor.role !== 'evaluator';
  const rows = await listRoundOffers(
    scope.db,
    id,
    { ...query, limit, ownOf: query.mine ? actor.organisationId : null },
    {
      all: canManageRound(actor, 'round:change', round.organisation_id),
      organisationId: isProvider ? actor.organisationId : null,
    },
  );
  return pageOf(rows, limit, (row) => [row.id], presentRoundOffer);
}

/** Offers that the coordinator could still add to the round. */
export async function getCollectableOffers(
  scope: MemberScope,
  id: string,
  query: RoundOfferQuery,
): Promise<RoundOfferPage> {
  const round = await getManagedRound(scope, id);
  const limit = query.limit ?? 30;
  const rows = await listCollectableOffers(scope.db, round, scope.clock.now(), { ...query, limit });
  return pageOf(rows, limit, (row) => [row.id], presentRoundOffer);
}

/** The learners of a round, or with `isInvited: false` those whom its coordinator could still invite. */
export async function getRoundLearners(
  scope: MemberScope,
  id: string,
  query: RoundLearnerQuery & { isInvited: boolean },
): Promise<RoundLearnerPage> {
  const round = await getManagedRound(scope, id);
  const limit = query.limit ?? 30;
  const rows = await listLearners(scope.db, round, scope.clock.now(), { ...query, limit });
  return pageOf(rows, limit, (row) => [row.name, row.id], presentLearner);
}

/** Organisations whose offers and learners the round may collect, with how many of each are still outside it. */
export async function getCollectableOrganisations(scope: MemberScope, id: string): Promise<CollectableOrganisations> {
  const round = await getManagedRound(scope, id);
  const rows = await listCollectableOrganisations(scope.db, round, scope.clock.now());
  return { items: rows.map(({ short_mark, ...row }) => ({ ...row, shortMark: short_mark })) };
}

function presentRoundOffer(row: RoundOfferRow): RoundOfferItem {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark },
    city: row.city,
    places: row.places,
    isWithdrawn: row.state === 'withdrawn',
    rankedAt: row.ranked_at?.toISOString() ?? null,
    wishes: row.wishes,
  };
}

function presentLearner(row: RoundLearnerRow): RoundLearnerItem {
  return {
    membershipId: row.id,
    name: row.name,
    organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark },
    score: row.score,
    hasApplied: row.has_applied === true,
  };
}
