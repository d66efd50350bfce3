import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { MemberScope } from '../platform/scope.ts';
import { holdOffers, standingResult, standingTally } from './publish-queries.ts';
import { isRunning, type RoundRow } from './queries.ts';
import { resultingRun } from './result-queries.ts';

export interface Publication {
  id: string;
  version: number;
  respondBy: Date;
  /** Ids for the events of the learners, at least as many as there are. */
  eventIds: string[];
}

/** How the round and its offers stand at the moment of publication. */
export interface Verdict {
  id: string;
  state: RoundRow['state'];
  version: number;
  is_running: boolean;
  /** Offers that cannot keep what the result gives: withdrawn since, or with fewer free places. */
  withdrawn: number;
  full: number;
}

/**
 * The parts of the statement that publishes a result: it holds the round and its offers, judges them in `verdict`, and
 * only then takes `changed`, the round, without which nothing else happens.
 */
export function publication(db: Database, scope: MemberScope, { id, version, respondBy, eventIds }: Publication) {
  const now = scope.clock.now();
  const { actor } = scope;
  return db
    .with(
      (cte) => cte('held_round').materialized(),
      (qc) =>
        qc
          .selectFrom('round')
          .select(['id', 'state', 'version'])
          .select((eb) => isRunning(eb).$castTo<boolean>().as('is_running'))
          .where('id', '=', id)
          .where('organisation_id', '=', actor.organisationId)
          .forNoKeyUpdate(),
    )
    .with(
      (cte) => cte('held_offers').materialized(),
      () => holdOffers(scope.db, id),
    )
    .with(
      (cte) => cte('blocked').materialized(),
      (qc) =>
        qc
          .selectFrom('held_offers as held')
          .innerJoin(standingTally(scope.db, id).as('given'), 'given.offer_id', 'held.id')
          .select([
            sql<number>`count(*) filter (where held.state <> 'published')`.as('withdrawn'),
            sql<number>`count(*) filter (where held.state = 'published' and given.n > held.free)`.as('full'),
          ]),
    )
    .with(
      (cte) => cte('verdict').materialized(),
      (qc) =>
        qc
          .selectFrom('held_round')
          .selectAll()
          // Asked for beside the round, so only when it is held: every publication takes the rows in the same order.
          .select((eb) => [
            eb.selectFrom('blocked').select('blocked.withdrawn').$asScalar().$notNull().as('withdrawn'),
            eb.selectFrom('blocked').select('blocked.full').$asScalar().$notNull().as('full'),
          ]),
    )
    .with('changed', (qc) =>
      qc
        .updateTable('round')
        .from('verdict')
        .set((eb) => ({
          state: 'published',
          published_at: now,
          published_by: actor.personId,
          published_run_id: resultingRun(scope.db, id),
          seed_revealed_at: now,
          respond_by: respondBy,
          version: eb('round.version', '+', 1),
        }))
        .whereRef('round.id', '=', 'verdict.id')
        .where('verdict.state', '=', 'review')
        .where('verdict.version', '=', version)
        .where('verdict.is_running', '=', false)
        .where('verdict.withdrawn', '=', 0)
        .where('verdict.full', '=', 0)
        .returning('round.id'),
    )
    .with('free', (qc) =>
      qc
        .updateTable('round_offer')
        .from('changed')
        .set({ running_since: null })
        .whereRef('round_offer.round_id', '=', 'changed.id'),
    )
    .with('decided', (qc) =>
      qc
        .updateTable('application')
        .from(standingResult(scope.db, id).as('standing'))
        .innerJoin('changed', (join) => join.onTrue())
        .set((eb) => ({
          state: sql<'offered'>`case when standing.offer_id is null then 'unplaced' else 'offered' end`,
          offer_id: eb.ref('standing.offer_id'),
          respond_by: sql<Date | null>`case when standing.offer_id is null then null else ${respondBy}::timestamptz end`,
          version: eb('application.version', '+', 1),
        }))
        .whereRef('application.id', '=', 'standing.application_id')
        .where('application.state', '=', 'submitted')
        .returning(['application.id', 'application.offer_id', 'standing.rank']),
    )
    .with('taken', (qc) =>
      qc
        .updateTable('offer')
        .from((eb) =>
          eb
            .selectFrom('decided')
            .select(['decided.offer_id', sql<number>`count(*)`.as('n')])
            .where('decided.offer_id', 'is not', null)
            .groupBy('decided.offer_id')
            .as('given'),
        )
        .set({ places_taken: sql<number>`offer.places_taken + given.n` })
        .whereRef('offer.id', '=', 'given.offer_id'),
    )
    .with('told', (qc) =>
      qc
        .insertInto('audit_event')
        .columns([
          'id',
          'at',
          'account_id',
          'person_id',
          'membership_id',
          'organisation_id',
          'action',
          'object_type',
          'object_id',
          'details',
          'request_id',
        ])
        .expression((eb) =>
          eb
            .selectFrom((from) =>
              from
                .selectFrom('decided')
                .select(['decided.id', 'decided.offer_id', 'decided.rank'])
                .select(sql<number>`row_number() over ()`.as('number'))
                .as('learner'),
            )
            .select([
              sql<string>`(${eventIds}::uuid[])[learner.number]`.as('id'),
              sql<Date>`${now}::timestamptz`.as('at'),
              sql<string>`${actor.accountId}::uuid`.as('account_id'),
              sql<string>`${actor.personId}::uuid`.as('person_id'),
              sql<string>`${actor.membershipId}::uuid`.as('membership_id'),
              sql<string>`${actor.organisationId}::uuid`.as('organisation_id'),
              sql<string>`case when learner.offer_id is null then 'application.not_placed' else 'application.offered' end`.as(
                'action',
              ),
              sql<string>`'application'`.as('object_type'),
              'learner.id as object_id',
              sql<object>`jsonb_build_object('roundId', ${id}::text, 'offerId', learner.offer_id, 'rank', learner.rank)`.as(
                'details',
              ),
              sql<string>`${scope.requestId}::text`.as('request_id'),
            ]),
        ),
    );
}
