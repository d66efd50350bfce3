import type { AppliedOffer, AppliedRound, ApplicationView, Wish } from '@collegium/contract/applications.ts';
import { applicationMachine } from '@collegium/contract/states/application.ts';
import { canMove } from '@collegium/contract/states/machine.ts';
import type { Scope } from '../platform/scope.ts';
import { canSeeWholeList } from './policy.ts';
import type { ApplicationRow } from './queries.ts';

/** An application as its reader sees it, with what this actor may do next. */
export function presentApplication({ actor, clock }: Scope, row: ApplicationRow): ApplicationView {
  const now = clock.now();
  const isOwn = row.person_id === actor.personId;
  const isWhole = canSeeWholeList(actor, { personId: row.person_id, organisationId: row.organisation_id });
  const wishes = isWhole ? row.wishes : row.wishes.filter((wish) => wish.provider_id === actor.organisationId);
  const mayAnswer = isOwn && canMove(applicationMachine, 'accept', row.state) && !isPast(row.respond_by, now);
  return {
    id: row.id,
    state: row.state,
    person: { id: row.person_id, name: row.person_name },
    home: { id: row.organisation_id, name: row.home_name, shortMark: row.home_short_mark },
    offer: presentOffer(row),
    round: presentRound(row),
    wishes: wishes.map((wish) => presentWish(wish, isWhole)),
    queuePosition: row.queue_position,
    statement: row.statement,
    submittedAt: row.submitted_at.toISOString(),
    respondBy: row.respond_by?.toISOString() ?? null,
    respondedAt: row.responded_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    reason: row.withdrawal_reason ?? row.decline_reason,
    version: row.version,
    abilities: {
      change: isOwn && row.round_id !== null && row.state === 'submitted' && isRoundOpen(row, now),
      accept: mayAnswer,
      decline: mayAnswer,
      withdraw: isOwn && canMove(applicationMachine, 'withdraw', row.state) && !row.has_begun,
    },
  };
}

function isPast(instant: Date | null, now: Date): boolean {
  return instant !== null && instant <= now;
}

/** Lists are taken from the second a round opens until the second before it closes. */
export function isRoundOpen(
  round: Pick<ApplicationRow, 'round_state' | 'round_opens_at' | 'round_closes_at'>,
  now: Date,
) {
  const { round_state, round_opens_at, round_closes_at } = round;
  return round_state === 'open' && isPast(round_opens_at, now) && !isPast(round_closes_at, now);
}

function presentOffer(row: ApplicationRow): AppliedOffer | null {
  if (row.offer_id === null || row.offer_kind === null || row.offer_state === null || row.provider_id === null)
    return null;
  return {
    id: row.offer_id,
    kind: row.offer_kind,
    state: row.offer_state,
    title: row.offer_title ?? {},
    provider: {
      id: row.provider_id,
      name: row.provider_name ?? '',
      shortMark: row.provider_short_mark ?? '',
    },
    city: row.offer_city,
    country: row.offer_country,
    startsOn: row.offer_starts_on,
    endsOn: row.offer_ends_on,
  };
}

function presentRound(row: ApplicationRow): AppliedRound | null {
  if (row.round_id === null || row.round_state === null || row.round_closes_at === null) return null;
  return {
    id: row.round_id,
    name: row.round_name ?? {},
    state: row.round_state,
    closesAt: row.round_closes_at.toISOString(),
  };
}

function presentWish(wish: ApplicationRow['wishes'][number], isRankShown: boolean): Wish {
  return {
    rank: isRankShown ? wish.rank : null,
    offer: {
      id: wish.id,
      kind: wish.kind,
      state: wish.state,
      title: wish.title,
      provider: { id: wish.provider_id, name: wish.provider_name, shortMark: wish.provider_short_mark },
      city: wish.city,
      country: wish.country,
      startsOn: wish.starts_on,
      endsOn: wish.ends_on,
    },
  };
}
