import type { RoundQuery } from '@collegium/contract/rounds.ts';
import { sql, type ExpressionBuilder } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Actor } from '../platform/scope.ts';
import { hasOwnOffers, isInvited, visibleRounds } from './policy.ts';

/** A round with its figures and latest run, if this actor may see it; one round trip. Worst case: counts of its 20,000 lists. */
export function findRound(db: Database, actor: Actor, id: string) {
  return roundSeenBy(db, actor, id).executeTakeFirst();
}
export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRound>>>;

/** The query behind `findRound`, for those who need to know more in the same round trip. */
export function roundSeenBy(db: Database, actor: Actor, id: string) {
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .selectAll('round')
    .select(['organisation.name as organisation_name', 'organisation.short_mark'])
    .select((eb) => [
      ...countsOf(eb),
      jsonObjectFrom(latestRun(eb)).as('run'),
      isInvited(eb, actor).as('is_invited'),
      hasOwnOffers(eb, actor).as('has_own_offers'),
    ])
    .where('round.id', '=', id)
    .where(visibleRounds(actor));
}

/** Rounds that this actor may see, the newest first, `limit + 1` of them. */
export function listRounds(db: Database, actor: Actor, query: RoundQuery & { limit: number }, now: Date) {
  const after = decodeCursor(query.cursor, 2);
  const states = query.state ?? [];
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .selectAll('round')
    .select(['organisation.name as organisation_name', 'organisation.short_mark'])
    .select((eb) => [offerCount(eb).as('offers'), learnerCount(eb).as('learners')])
    .where(visibleRounds(actor))
    .$if(states.length > 0, (q) => q.where(stateNow(now), 'in', states))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(round.created_at, round.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('round.created_at', 'desc')
    .orderBy('round.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
export type RoundListRow = Awaited<ReturnType<typeof listRounds>>[number];

/** The state as the clock has it: an open round whose window has ended is closed, whether or not the job came by. */
export function stateNow(now: Date) {
  return sql<string>`case when round.state = 'open' and round.closes_at <= ${now}::timestamptz then 'closed' else round.state end`;
}

/** Whether a run of the round is going on at this moment. */
export function isRunning(eb: ExpressionBuilder<Tables, 'round'>) {
  return eb.exists(
    eb.selectFrom('run').select('run.id').whereRef('run.round_id', '=', 'round.id').where('run.state', '=', 'running'),
  );
}

function countsOf(eb: ExpressionBuilder<Tables, 'round'>) {
  const offers = eb
    .selectFrom('round_offer')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .whereRef('round_offer.round_id', '=', 'round.id');
  const learners = eb.selectFrom('round_learner').whereRef('round_id', '=', 'round.id');
  return [
    offerCount(eb).as('offers'),
    offers
      .select(sql<number>`coalesce(sum(offer.places) filter (where offer.state <> 'withdrawn'), 0)`.as('n'))
      .as('places'),
    offers.select(sql<number>`count(*) filter (where offer.state = 'withdrawn')`.as('n')).as('withdrawn_offers'),
    offers.select(sql<number>`count(round_offer.ranked_at)`.as('n')).as('ranked_offers'),
    learnerCount(eb).as('learners'),
    learners.select(sql<number>`count(score)`.as('n')).as('scored_learners'),
    eb
      .selectFrom('application')
      .select(sql<number>`count(*)`.as('n'))
      .whereRef('round_id', '=', 'round.id')
      .where('state', '<>', 'withdrawn')
      .as('applications'),
  ];
}

function offerCount(eb: ExpressionBuilder<Tables, 'round'>) {
  return eb
    .selectFrom('round_offer')
    .select(sql<number>`count(*)`.as('n'))
    .whereRef('round_id', '=', 'round.id');
}

function learnerCount(eb: ExpressionBuilder<Tables, 'round'>) {
  return eb
    .selectFrom('round_learner')
    .select(sql<number>`count(*)`.as('n'))
    .whereRef('round_id', '=', 'round.id');
}

function latestRun(eb: ExpressionBuilder<Tables, 'round'>) {
  return eb
    .selectFrom('run')
    .select([
      'run.id',
      'run.number',
      'run.state',
      'progress',
      'error',
      'input_sha256',
      'is_repeatable',
      'started_at',
      'finished_at',
    ])
    .whereRef('round_id', '=', 'round.id')
    .orderBy('number', 'desc')
    .limit(1);
}
