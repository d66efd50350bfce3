import type { RoundListItem, RoundView, RunView } from '@collegium/contract/rounds.ts';
import type { RoundState } from '@collegium/contract/states/round.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import type { Static } from 'typebox';
import type { Actor } from '../platform/scope.ts';
import { canManageRound } from './policy.ts';
import type { RoundListRow, RoundRow } from './queries.ts';

/** The state as the clock has it: an open round whose window has ended is closed, whether or not the job came by. */
export function stateAt(round: { state: RoundState; closes_at: Date }, now: Date): RoundState {
  return round.state === 'open' && round.closes_at <= now ? 'closed' : round.state;
}

/** A round as its readers see it. The seed leaves the server only with the published result. */
export function presentRound(actor: Actor, row: RoundRow, now: Date): RoundView {
  const isManager = canManageRound(actor, 'round:change', row.organisation_id);
  return {
    ...commonOf(row, now),
    wishesMinimum: row.wishes_minimum,
    wishesMaximum: row.wishes_maximum,
    rankedBy: row.ranked_by,
    scoreRule: row.score_rule,
    seedCommitment: row.seed_commitment,
    seedCommittedAt: instant(row.seed_committed_at),
    seed: row.seed_revealed_at === null ? null : row.seed,
    seedRevealedAt: instant(row.seed_revealed_at),
    cancelledAt: instant(row.cancelled_at),
    cancellationReason: row.cancellation_reason,
    places: row.places ?? 0,
    withdrawnOffers: row.withdrawn_offers ?? 0,
    rankedOffers: row.ranked_offers ?? 0,
    scoredLearners: row.scored_learners ?? 0,
    applications: row.applications ?? 0,
    run: isManager || row.state === 'published' ? presentRun(row.run) : null,
    version: row.version,
    abilities: abilitiesOf(actor, row, now),
  };
}

/** A round as a row of a list. */
export function presentRoundItem(row: RoundListRow, now: Date): Static<typeof RoundListItem> {
  return commonOf(row, now);
}

function commonOf(row: RoundListRow | RoundRow, now: Date): Static<typeof RoundListItem> {
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark },
    name: row.name,
    term: row.term,
    state: stateAt(row, now),
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    respondBy: instant(row.respond_by),
    publishedAt: instant(row.published_at),
    offers: row.offers ?? 0,
    learners: row.learners ?? 0,
  };
}

/** Instants inside a jsonb object arrive as text of PostgreSQL. */
function presentRun(run: RoundRow['run']): RunView | null {
  if (!run) return null;
  return {
    id: run.id,
    number: run.number,
    state: run.state,
    progress: run.progress,
    error: run.error,
    inputSha256: run.input_sha256,
    isRepeatable: run.is_repeatable,
    startedAt: new Date(run.started_at).toISOString(),
    finishedAt: run.finished_at === null ? null : new Date(run.finished_at).toISOString(),
  };
}

function abilitiesOf(actor: Actor, row: RoundRow, now: Date): RoundView['abilities'] {
  const state = stateAt(row, now);
  const may = (permission: Parameters<typeof roleHas>[1]) => canManageRound(actor, permission, row.organisation_id);
  const isDraft = state === 'draft';
  const isBeforeRun = ['draft', 'open', 'closed'].includes(state);
  const isRunning = row.run?.state === 'running';
  return {
    change: isDraft && may('round:change'),
    collectOffers: isDraft && may('round:change'),
    collectLearners: (isDraft || state === 'open') && may('round:change'),
    score: isBeforeRun && !isRunning && row.ranked_by === 'score' && may('round:change'),
    open: isDraft && may('round:open'),
    run: (state === 'closed' || state === 'review') && !isRunning && may('round:run'),
    cancelRun: isRunning && may('round:run'),
    review: (state === 'review' || state === 'published') && may('round:run'),
    place: state === 'review' && !isRunning && may('round:place'),
    publish: state === 'review' && !isRunning && may('round:publish'),
    cancel: (isBeforeRun || state === 'review') && !isRunning && may('round:cancel'),
    apply:
      state === 'open' && row.opens_at <= now && row.is_invited === true && roleHas(actor.role, 'application:create'),
    rank:
      (state === 'open' || state === 'closed') &&
      row.ranked_by === 'provider_ranking' &&
      row.has_own_offers === true &&
      roleHas(actor.role, 'ranking:change'),
  };
}

function instant(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
