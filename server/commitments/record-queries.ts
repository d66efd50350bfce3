import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { visibleAgreements } from '../agreements/policy.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';
import { isBoundToday } from './policy.ts';

const shownAtMost = 200;

/** The newest records of contribution of a promise. */
export function contributionsOf(eb: ExpressionBuilder<Tables, 'commitment'>) {
  return jsonArrayFrom(
    selectContributions(eb)
      .whereRef('contribution.commitment_id', '=', 'commitment.id')
      .orderBy('contribution.done_on', 'desc')
      .orderBy('contribution.id', 'desc')
      .limit(shownAtMost),
  );
}

/** The newest disputes of a promise. */
export function disputesOf(eb: ExpressionBuilder<Tables, 'commitment'>) {
  return jsonArrayFrom(
    selectDisputes(eb)
      .whereRef('dispute.commitment_id', '=', 'commitment.id')
      .orderBy('dispute.raised_at', 'desc')
      .orderBy('dispute.id', 'desc')
      .limit(shownAtMost),
  );
}

/** One record with what decides who may act on it, if the actor may see it. */
export function findContribution(db: Database, actor: Actor, id: string) {
  return about(db, actor)
    .select((eb) => jsonObjectFrom(selectContributions(eb).where('contribution.id', '=', id)).as('contribution'))
    .where('commitment.id', '=', (eb) =>
      eb.selectFrom('contribution').select('contribution.commitment_id').where('contribution.id', '=', id),
    )
    .executeTakeFirst();
}

/** One dispute with what decides who may act on it, if the actor may see it. */
export function findDispute(db: Database, actor: Actor, id: string) {
  return about(db, actor)
    .select((eb) => jsonObjectFrom(selectDisputes(eb).where('dispute.id', '=', id)).as('dispute'))
    .where('commitment.id', '=', (eb) =>
      eb.selectFrom('figure_dispute as dispute').select('dispute.commitment_id').where('dispute.id', '=', id),
    )
    .executeTakeFirst();
}

/** A promise with what decides who may act on it, if the actor may see it. */
export function findPromise(db: Database, actor: Actor, id: string) {
  return about(db, actor)
    .select(['commitment.measure', 'commitment.currency', 'commitment.starts_on', 'commitment.ends_on'])
    .where('commitment.id', '=', id)
    .executeTakeFirst();
}

function about(db: Database, actor: Actor) {
  return db
    .selectFrom('commitment')
    .innerJoin('agreement', 'agreement.id', 'commitment.agreement_id')
    .select(['commitment.promiser_id', 'commitment.beneficiary_id', 'commitment.closed_on'])
    .select(isBoundToday(actor).as('is_bound'))
    .where(visibleAgreements(actor));
}

type Selecting = Pick<ExpressionBuilder<Tables, 'commitment'>, 'selectFrom'>;

function selectContributions(eb: Selecting) {
  return eb
    .selectFrom('contribution')
    .innerJoin('organisation', 'organisation.id', 'contribution.organisation_id')
    .leftJoin('person as recorder', 'recorder.id', 'contribution.recorded_by')
    .leftJoin('person as signer', 'signer.id', 'contribution.countersigned_by')
    .leftJoin('file', 'file.id', 'contribution.file_id')
    .select([
      'contribution.id',
      'contribution.commitment_id',
      'contribution.organisation_id',
      'contribution.done_on',
      'contribution.amount',
      'contribution.currency',
      'contribution.description',
      'contribution.evidence_url',
      'contribution.file_id',
      'contribution.withdrawal_reason',
      'contribution.version',
      'organisation.name as organisation_name',
      'organisation.short_mark',
      'recorder.name as recorded_by',
      'signer.name as countersigned_by',
      'file.name as file_name',
      instant('contribution.recorded_at').as('recorded_at'),
      instant('contribution.countersigned_at').as('countersigned_at'),
      instant('contribution.withdrawn_at').as('withdrawn_at'),
    ]);
}
export type ContributionRow = Awaited<ReturnType<ReturnType<typeof selectContributions>['execute']>>[number];

function selectDisputes(eb: Selecting) {
  return eb
    .selectFrom('figure_dispute as dispute')
    .innerJoin('organisation as raiser', 'raiser.id', 'dispute.raised_for')
    .leftJoin('organisation as answerer', 'answerer.id', 'dispute.answered_for')
    .leftJoin('person', 'person.id', 'dispute.raised_by')
    .select([
      'dispute.id',
      'dispute.commitment_id',
      'dispute.period',
      'dispute.source_id',
      'dispute.reason',
      'dispute.state',
      'dispute.answer',
      'dispute.version',
      'dispute.raised_for',
      'raiser.name as raiser_name',
      'raiser.short_mark as raiser_mark',
      'dispute.answered_for',
      'answerer.name as answerer_name',
      'answerer.short_mark as answerer_mark',
      'person.name as raised_by',
      instant('dispute.raised_at').as('raised_at'),
      instant('dispute.answered_at').as('answered_at'),
    ]);
}
export type DisputeRow = Awaited<ReturnType<ReturnType<typeof selectDisputes>['execute']>>[number];

function instant(column: string) {
  return sql<string | null>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
