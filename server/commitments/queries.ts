import type { HealthQuery } from '@collegium/contract/commitments/views.ts';
import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { visibleAgreements } from '../agreements/policy.ts';
import type { Database } from '../platform/database/database.ts';
import { prepared } from '../platform/database/prepared.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Actor } from '../platform/scope.ts';
import { isBoundToday } from './policy.ts';

/** Promises with their parties and figures, of agreements that the actor may see. */
export function selectCommitments(db: Database, actor: Actor) {
  return db
    .selectFrom('commitment')
    .innerJoin('agreement', 'agreement.id', 'commitment.agreement_id')
    .innerJoin('organisation as promiser', 'promiser.id', 'commitment.promiser_id')
    .leftJoin('organisation as beneficiary', 'beneficiary.id', 'commitment.beneficiary_id')
    .selectAll('commitment')
    .select([
      'agreement.title as agreement_title',
      'promiser.name as promiser_name',
      'promiser.short_mark as promiser_mark',
      'beneficiary.name as beneficiary_name',
      'beneficiary.short_mark as beneficiary_mark',
    ])
    .select((eb) => [figuresOf(eb).as('figures'), isBoundToday(actor).as('is_bound')])
    .where(visibleAgreements(actor));
}
export type CommitmentRow = Awaited<ReturnType<ReturnType<typeof selectCommitments>['execute']>>[number];

/** The health of one agreement with its parties and what moved between them since the month; undefined when not visible. */
export function findAgreementHealth(db: Database, actor: Actor, agreementId: string, since: string) {
  return db
    .selectFrom('agreement')
    .leftJoin('agreement_health', 'agreement_health.agreement_id', 'agreement.id')
    .select(['agreement.id', ...healthColumns])
    .select((eb) => [
      partiesOf(eb).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('cooperation_flow as flow')
          .innerJoin('agreement_party as gives', 'gives.organisation_id', 'flow.provider_id')
          .innerJoin('agreement_party as takes', 'takes.organisation_id', 'flow.home_id')
          .select(['flow.month', 'flow.provider_id as providerId', 'flow.home_id as homeId', 'flow.places'])
          .whereRef('gives.agreement_id', '=', 'agreement.id')
          .whereRef('takes.agreement_id', '=', 'agreement.id')
          .where('flow.month', '>=', since)
          .where('flow.places', '<>', 0)
          .orderBy('flow.month')
          .orderBy('flow.provider_id')
          .orderBy('flow.home_id')
          .limit(5_000),
      ).as('flows'),
    ])
    .where('agreement.id', '=', agreementId)
    .where(visibleAgreements(actor))
    .executeTakeFirst();
}

const rankOfWord = sql<number>`array_position(array['missed', 'at_risk', 'on_track', 'kept', 'not_yet_due'], agreement_health.word)`;

/** Agreements of the actor's organisation, the least kept first, each with its weakest promise; `limit + 1` of them. */
export function listHealth(db: Database, actor: Actor, query: HealthQuery & { limit: number }) {
  const after = decodeCursor(query.cursor, 2);
  return healthRows(db, {
    organisationId: actor.organisationId,
    words: query.word?.length ? query.word : undefined,
    afterRank: after?.[0],
    afterId: after?.[1],
    rows: query.limit + 1,
  });
}

interface HealthAsked {
  organisationId: string | null;
  words: HealthQuery['word'];
  afterRank: string | number | undefined;
  afterId: string | number | undefined;
  rows: number;
}

/** Put together once: it is on the first page of every coordinator. */
const healthRows = prepared([], (db, asked: HealthAsked) =>
  db
    .selectFrom('agreement_health')
    .innerJoin('agreement', 'agreement.id', 'agreement_health.agreement_id')
    .innerJoin('agreement_party as ours', 'ours.agreement_id', 'agreement.id')
    .leftJoin('commitment', 'commitment.id', 'agreement_health.weakest_commitment_id')
    .leftJoin('commitment_figure', (join) =>
      join
        .onRef('commitment_figure.commitment_id', '=', 'agreement_health.weakest_commitment_id')
        .onRef('commitment_figure.period', '=', 'agreement_health.weakest_period'),
    )
    .select(['agreement.id', 'agreement.title', ...healthColumns, rankOfWord.as('rank')])
    .select([
      'commitment.id as commitment_id',
      'commitment.title as commitment_title',
      'commitment.measure',
      'commitment.currency',
      'commitment.promiser_id',
      'commitment.tolerance',
      'commitment_figure.period',
      'commitment_figure.starts_on',
      'commitment_figure.ends_on',
      'commitment_figure.promised',
      'commitment_figure.delivered',
      'commitment_figure.base',
      'commitment_figure.entries',
    ])
    .select((eb) => partiesOf(eb).as('parties'))
    .where('ours.organisation_id', '=', asked.organisationId)
    .where('ours.left_on', 'is', null)
    .where('agreement.state', 'in', ['in_force', 'suspended'])
    .$if(asked.words !== undefined, (q) => q.where(sql<boolean>`agreement_health.word = any(${asked.words}::text[])`))
    .$if(asked.afterId !== undefined, (q) =>
      q.where(sql<boolean>`(${rankOfWord}, agreement.id) > (${asked.afterRank}::int, ${asked.afterId}::uuid)`),
    )
    .orderBy(rankOfWord)
    .orderBy('agreement.id')
    .limit(sql<number>`${asked.rows}::int`)
    .compile(),
);
export type HealthRow = Awaited<ReturnType<typeof listHealth>>[number];

const healthColumns = [
  'agreement_health.word',
  'agreement_health.kept',
  'agreement_health.on_track',
  'agreement_health.at_risk',
  'agreement_health.missed',
  'agreement_health.not_yet_due',
  'agreement_health.judged_at',
] as const;

function figuresOf(eb: ExpressionBuilder<Tables, 'commitment'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('commitment_figure as figure')
      .select([
        'figure.period',
        'figure.starts_on',
        'figure.ends_on',
        'figure.promised',
        'figure.delivered',
        'figure.base',
      ])
      .select('figure.entries')
      .select((of) =>
        of
          .selectFrom('figure_dispute as dispute')
          .select((count) => count.fn.countAll<number>().as('n'))
          .whereRef('dispute.commitment_id', '=', 'figure.commitment_id')
          .whereRef('dispute.period', '=', 'figure.period')
          .where('dispute.state', '=', 'open')
          .as('disputes'),
      )
      .whereRef('figure.commitment_id', '=', 'commitment.id')
      .orderBy('figure.period'),
  );
}

function partiesOf(eb: ExpressionBuilder<Tables, 'agreement'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement_party as party')
      .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
      .select(['organisation.id', 'organisation.name', 'organisation.short_mark as shortMark'])
      .whereRef('party.agreement_id', '=', 'agreement.id')
      .where('party.joined_on', 'is not', null)
      .where('party.left_on', 'is', null)
      .orderBy('party.position'),
  );
}
