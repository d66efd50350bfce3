import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { AllocationQuery } from '@collegium/contract/allocation.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import { escapeLike } from './collect-queries.ts';

/** The run whose result holds: the latest that finished. */
export function resultingRun(db: Database, roundId: string) {
  return db.selectFrom('run').select('run.id').where('run.round_id', '=', roundId).where('run.state', '=', 'finished');
}

/** The result in figures with what is needed to check it; one round trip. Worst case: a scan of the run's 20,000 allocations. */
export function findResult(db: Database, roundId: string) {
  return db
    .selectFrom('run')
    .innerJoin('round', 'round.id', 'run.round_id')
    .innerJoin('setting', (join) => join.onTrue())
    .select(['run.id', 'run.number', 'run.statistics', 'run.input_sha256', 'run.is_repeatable', 'run.finished_at'])
    .select(['round.seed', 'round.seed_commitment', 'round.seed_committed_at', 'round.closes_at'])
    .select('setting.small_group_threshold')
    .select((eb) => [
      sql<boolean>`encode(sha256(convert_to(run.input, 'UTF8')), 'hex') = run.input_sha256`.as('is_input_intact'),
      eb.exists(changesAfterClosing(eb)).as('has_late_changes'),
      preferenceCount(eb).as('preferences'),
      jsonArrayFrom(byOrganisation(eb)).as('by_organisation'),
      jsonArrayFrom(byRank(eb)).as('by_rank'),
    ])
    .where('run.round_id', '=', roundId)
    .where('run.state', '=', 'finished')
    .executeTakeFirst();
}
export type ResultRow = NonNullable<Awaited<ReturnType<typeof findResult>>>;

/** Allocations of the result by name, `limit + 1` of them. */
export function listAllocations(db: Database, roundId: string, query: AllocationQuery & { limit: number }) {
  const after = decodeCursor(query.cursor, 2);
  const words = query.words?.trim();
  return db
    .selectFrom('allocation')
    .innerJoin('application', 'application.id', 'allocation.application_id')
    .innerJoin('person', 'person.id', 'application.person_id')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('offer', 'offer.id', 'allocation.offer_id')
    .select(['allocation.application_id', 'person.name', 'allocation.rank', 'allocation.placed_by_hand_at'])
    .select(['organisation.id as organisation_id', 'organisation.name as organisation_name', 'organisation.short_mark'])
    .select(['offer.id as offer_id', 'offer.title'])
    .where('allocation.run_id', 'in', resultingRun(db, roundId))
    .where('application.state', '<>', 'withdrawn')
    .$if(query.outcome === 'placed', (q) => q.where('allocation.offer_id', 'is not', null))
    .$if(query.outcome === 'unplaced', (q) => q.where('allocation.offer_id', 'is', null))
    .$if(query.outcome === 'by_hand', (q) => q.where('allocation.placed_by_hand_at', 'is not', null))
    .$if(Boolean(words), (q) => q.where('person.name', 'ilike', `%${escapeLike(words ?? '')}%`))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(person.name, allocation.application_id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('person.name')
    .orderBy('allocation.application_id')
    .limit(query.limit + 1)
    .execute();
}
export type AllocationRow = Awaited<ReturnType<typeof listAllocations>>[number];

/** What one learner got in the result and why, with the titles of all wishes; one round trip. */
export function findAllocation(db: Database, roundId: string, whose: { applicationId: string } | { personId: string }) {
  return db
    .selectFrom('allocation')
    .innerJoin('application', 'application.id', 'allocation.application_id')
    .innerJoin('person', 'person.id', 'application.person_id')
    .innerJoin('round', 'round.id', 'application.round_id')
    .select(['application.id', 'application.state', 'application.version', 'application.respond_by', 'person.name'])
    .select(['allocation.offer_id', 'allocation.rank', 'allocation.explanation'])
    .select(['allocation.placed_by_hand_at', 'allocation.hand_reason', 'round.pseudonym_salt'])
    .select((eb) => jsonArrayFrom(offersOf(eb)).as('offers'))
    .where('allocation.run_id', 'in', resultingRun(db, roundId))
    .$if('applicationId' in whose, (q) =>
      q.where('application.id', '=', 'applicationId' in whose ? whose.applicationId : ''),
    )
    .$if('personId' in whose, (q) => q.where('application.person_id', '=', 'personId' in whose ? whose.personId : ''))
    .orderBy('application.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
export type LearnerAllocationRow = NonNullable<Awaited<ReturnType<typeof findAllocation>>>;

/** Offers of the learner's list and the one where the learner is placed. */
function offersOf(eb: ExpressionBuilder<Tables, 'allocation' | 'application' | 'person' | 'round'>) {
  return eb
    .selectFrom('offer')
    .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .select(['offer.id', 'offer.title', 'organisation.name as provider'])
    .where((where) =>
      where.or([
        where('offer.id', '=', where.ref('allocation.offer_id')),
        where(
          'offer.id',
          'in',
          sql<string>`(select (wish ->> 'offerId')::uuid from jsonb_array_elements(allocation.explanation) wish)`,
        ),
      ]),
    );
}

type Run = ExpressionBuilder<Tables, 'run' | 'round' | 'setting'>;

/** Lists that were sent or changed when the round was closed already: there must be none. */
function changesAfterClosing(eb: Run) {
  return eb
    .selectFrom('application')
    .innerJoin('audit_event', 'audit_event.object_id', 'application.id')
    .select('application.id')
    .whereRef('application.round_id', '=', 'run.round_id')
    .where('audit_event.object_type', '=', 'application')
    .where('audit_event.action', 'in', ['application.submitted', 'application.changed'])
    .whereRef('audit_event.at', '>=', 'round.closes_at');
}

function preferenceCount(eb: Run) {
  return eb
    .selectFrom('allocation')
    .select(sql<number>`coalesce(sum(jsonb_array_length(allocation.explanation)), 0)`.as('n'))
    .whereRef('allocation.run_id', '=', 'run.id')
    .$asScalar()
    .$notNull();
}

/** By home organisation: how many learners, and how many of them are placed. */
function byOrganisation(eb: Run) {
  return eb
    .selectFrom('allocation')
    .innerJoin('application', 'application.id', 'allocation.application_id')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select(['organisation.name', sql<number>`count(*)`.as('learners')])
    .select(sql<number>`count(allocation.offer_id)`.as('placed'))
    .whereRef('allocation.run_id', '=', 'run.id')
    .where('application.state', '<>', 'withdrawn')
    .groupBy(['organisation.id', 'organisation.name'])
    .orderBy('organisation.name');
}

/** By the rank of the place: how many got it, and how many of these by hand. A null rank is no place, or one that was not wished for. */
function byRank(eb: Run) {
  return eb
    .selectFrom('allocation')
    .innerJoin('application', 'application.id', 'allocation.application_id')
    .select(['allocation.rank', sql<boolean>`allocation.offer_id is not null`.as('isPlaced')])
    .select([sql<number>`count(*)`.as('learners'), sql<number>`count(allocation.placed_by_hand_at)`.as('byHand')])
    .whereRef('allocation.run_id', '=', 'run.id')
    .where('application.state', '<>', 'withdrawn')
    .groupBy(['allocation.rank', sql`allocation.offer_id is not null`]);
}
