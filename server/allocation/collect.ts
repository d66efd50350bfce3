import type { ErrorCode } from '@collegium/contract/errors.ts';
import type { EventDetails } from '@collegium/contract/json.ts';
import type { CollectedView, CollectLearnersInput, CollectOffersInput } from '@collegium/contract/rounds.ts';
import type { RoundState } from '@collegium/contract/states/round.ts';
import { sql, type DeleteQueryBuilder, type InsertQueryBuilder, type QueryCreator } from 'kysely';
import { change, type Changed } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { MemberScope } from '../platform/scope.ts';
import { collectableLearners, collectableOffers } from './collect-queries.ts';
import { refuseMove } from './refuse.ts';

/**
 * Adds offers to a draft: these, or all that match; of the own organisation and of its partners. One statement, however
 * many they are. Throws round.not_found, round.not_draft.
 */
export function collectOffers(scope: MemberScope, id: string, input: CollectOffersInput): Promise<CollectedView> {
  return collect(scope, id, {
    states: ['draft'],
    action: 'round.offers_collected',
    otherwise: 'round.not_draft',
    insert: (qc) =>
      qc
        .insertInto('round_offer')
        .columns(['round_id', 'offer_id'])
        .expression((eb) =>
          eb
            .selectFrom('touched')
            .innerJoin('offer', (join) => join.onTrue())
            .select(['touched.id as round_id', 'offer.id as offer_id'])
            .where('offer.id', 'in', collectableOffers(scope.db, scope.actor.organisationId, scope.clock.now(), input)),
        )
        .onConflict((oc) => oc.doNothing())
        .returning('offer_id as added'),
  });
}

/** Invites learners to a draft or an open round: these memberships, or all that match; of own and partner organisations. */
export function collectLearners(scope: MemberScope, id: string, input: CollectLearnersInput): Promise<CollectedView> {
  return collect(scope, id, {
    states: ['draft', 'open'],
    action: 'round.learners_collected',
    otherwise: 'round.already_run',
    insert: (qc) =>
      qc
        .insertInto('round_learner')
        .columns(['round_id', 'membership_id'])
        .expression((eb) =>
          eb
            .selectFrom('touched')
            .innerJoin('membership', (join) => join.onTrue())
            .select(['touched.id as round_id', 'membership.id as membership_id'])
            .where(
              'membership.id',
              'in',
              collectableLearners(scope.db, scope.actor.organisationId, scope.clock.now(), input),
            ),
        )
        .onConflict((oc) => oc.doNothing())
        .returning('membership_id as added'),
  });
}

/** Takes an offer out of a draft. */
export function dropOffer(scope: MemberScope, id: string, offerId: string): Promise<CollectedView> {
  return collect(scope, id, {
    states: ['draft'],
    action: 'round.offer_dropped',
    otherwise: 'round.not_draft',
    details: { offerId },
    insert: (qc) =>
      qc
        .deleteFrom('round_offer')
        .where('offer_id', '=', offerId)
        .where('round_id', 'in', (eb) => eb.selectFrom('touched').select('id'))
        .returning('offer_id as added'),
  });
}

/** Takes a learner out of a draft. */
export function dropLearner(scope: MemberScope, id: string, membershipId: string): Promise<CollectedView> {
  return collect(scope, id, {
    states: ['draft'],
    action: 'round.learner_dropped',
    otherwise: 'round.not_draft',
    details: { membershipId },
    insert: (qc) =>
      qc
        .deleteFrom('round_learner')
        .where('membership_id', '=', membershipId)
        .where('round_id', 'in', (eb) => eb.selectFrom('touched').select('id'))
        .returning('membership_id as added'),
  });
}

type Touched = QueryCreator<Tables & { touched: { id: string; version: number } }>;
type Rows = RowsOf<'round_offer'> | RowsOf<'round_learner'>;
type RowsOf<Table extends 'round_offer' | 'round_learner'> =
  | InsertQueryBuilder<Tables, Table, { added: string }>
  | DeleteQueryBuilder<Tables, Table, { added: string }>;
type Collected = QueryCreator<{ touched: { id: string; version: number }; collected: { added: string } }>;

interface Collection {
  states: RoundState[];
  action: string;
  otherwise: ErrorCode;
  details?: EventDetails;
  /** Adds or removes rows of the round in the part `touched`, each returned as `added`. */
  insert: (qc: Touched) => Rows;
}

/** Touches the round, so that its readers load it again, and adds or removes rows in the same statement. */
async function collect(scope: MemberScope, id: string, collection: Collection): Promise<CollectedView> {
  const { states, action, otherwise, details = {}, insert } = collection;
  const [row] = await change<Changed<CollectedView>>(
    scope,
    (db) =>
      touch(db, scope, id, states)
        .with('collected', insert)
        .with('changed', (qc) =>
          (qc as unknown as Collected)
            .selectFrom('touched')
            .select(['id', 'version'])
            .select((eb) =>
              eb
                .selectFrom('collected')
                .select(sql<number>`count(*)`.as('n'))
                .$asScalar()
                .$notNull()
                .as('added'),
            ),
        ) as never,
    { action, objectType: 'round', details },
  );
  if (!row) throw await refuseMove(scope, id, { otherwise });
  return { added: row.added, version: row.version };
}

function touch(db: Database, scope: MemberScope, id: string, states: RoundState[]) {
  return db.with('touched', (qc) =>
    qc
      .updateTable('round')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('state', 'in', states)
      .where((eb) => eb.or([eb('state', '<>', 'open'), eb('closes_at', '>', scope.clock.now())]))
      .returning(['id', 'version']),
  );
}
