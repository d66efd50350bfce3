import type { RankedListInput, RankedListView } from '@collegium/contract/applications.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { isEligible } from './eligibility.ts';
import { explainRefusedList } from './explain-list.ts';
import { appliableOffers } from './policy.ts';
import { presentRankedList } from './ranked-list.ts';
import { findOwnList, roundColumns } from './round-queries.ts';

/**
 * Submits a ranked list (`version` 0) or replaces the one that stands, in one statement. It shares the round's row, so
 * that a list is either taken before the round closes or not at all.
 * Throws round.not_found, application.round_not_open, application.too_early, application.deadline_passed,
 * application.wishes_count, application.wish_elsewhere, application.not_eligible, request.version_stale.
 */
export async function saveRankedList(
  scope: MemberScope,
  roundId: string,
  version: number,
  input: RankedListInput,
): Promise<RankedListView> {
  const { actor } = scope;
  const now = scope.clock.now();
  const { offerIds, statement = '' } = input;
  const details = { roundId, wishes: offerIds.length };
  const [round] = await change(
    scope,
    (db) =>
      db
        .with('wish', (qc) =>
          qc
            .selectFrom(
              sql<{
                offer_id: string;
                rank: number;
              }>`unnest(${offerIds}::uuid[]) with ordinality`.as<'listed'>(sql`listed (offer_id, rank)`),
            )
            .select(['listed.offer_id', sql<number>`listed.rank::integer`.as('rank')]),
        )
        .with('allowed', (qc) =>
          qc
            .selectFrom('wish')
            .innerJoin('round_offer', 'round_offer.offer_id', 'wish.offer_id')
            .innerJoin('offer', 'offer.id', 'wish.offer_id')
            .select('wish.offer_id')
            .where('round_offer.round_id', '=', roundId)
            .where((eb) => appliableOffers(eb, actor.organisationId, now))
            .where((eb) => isEligible(eb, actor)),
        )
        .with(
          (cte) => cte('taking').materialized(),
          (qc) =>
            qc
              .selectFrom('round')
              .innerJoin('round_learner', 'round_learner.round_id', 'round.id')
              .select('round.id')
              .where('round.id', '=', roundId)
              .where('round_learner.membership_id', '=', actor.membershipId)
              .where('round.state', '=', 'open')
              .where('round.opens_at', '<=', now)
              .where('round.closes_at', '>', now)
              .where('round.wishes_minimum', '<=', offerIds.length)
              .where('round.wishes_maximum', '>=', offerIds.length)
              .where(sql<boolean>`(select count(*) from allowed) = ${offerIds.length}::integer`)
              .forShare('round'),
        )
        .with('standing', (qc) =>
          qc
            .selectFrom('application')
            .select('application.id')
            .where('application.round_id', '=', roundId)
            .where('application.person_id', '=', actor.personId)
            .where('application.state', '=', 'submitted')
            .where('application.version', '=', version),
        )
        .with('saved', (qc) =>
          qc
            .insertInto('application')
            .columns([
              'id',
              'person_id',
              'membership_id',
              'organisation_id',
              'round_id',
              'state',
              'statement',
              'submitted_at',
              'created_at',
            ])
            .expression((eb) =>
              eb
                .selectFrom('taking')
                .select([
                  sql<string>`${newId()}::uuid`.as('id'),
                  sql<string>`${actor.personId}::uuid`.as('person_id'),
                  sql<string>`${actor.membershipId}::uuid`.as('membership_id'),
                  sql<string>`${actor.organisationId}::uuid`.as('organisation_id'),
                  'taking.id as round_id',
                  sql<'submitted'>`'submitted'`.as('state'),
                  sql<string>`${statement}::text`.as('statement'),
                  sql<Date>`${now}::timestamptz`.as('submitted_at'),
                  sql<Date>`${now}::timestamptz`.as('created_at'),
                ])
                .where((on) =>
                  on.or([
                    sql<boolean>`${version}::integer = 0`,
                    on.exists(on.selectFrom('standing').select('standing.id')),
                  ]),
                ),
            )
            .onConflict((oc) =>
              oc
                .columns(['round_id', 'person_id'])
                .where(sql<boolean>`state <> 'withdrawn' and round_id is not null`)
                .doUpdateSet((on) => ({
                  statement: on.ref('excluded.statement'),
                  submitted_at: now,
                  version: on('application.version', '+', 1),
                }))
                .where('application.version', '=', version)
                .where('application.state', '=', 'submitted'),
            )
            .returning(['application.id', 'application.version', 'application.round_id']),
        )
        .with('listed', (qc) =>
          qc
            .insertInto('preference')
            .columns(['application_id', 'rank', 'offer_id'])
            .expression((eb) =>
              eb
                .selectFrom('saved')
                .innerJoin('wish', (join) => join.onTrue())
                .select(['saved.id as application_id', 'wish.rank', 'wish.offer_id']),
            )
            .onConflict((oc) =>
              oc
                .columns(['application_id', 'rank'])
                .doUpdateSet((on) => ({ offer_id: on.ref('excluded.offer_id') }))
                .whereRef('preference.offer_id', '<>', 'excluded.offer_id'),
            ),
        )
        .with('shortened', (qc) =>
          qc
            .deleteFrom('preference')
            .using('saved')
            .whereRef('preference.application_id', '=', 'saved.id')
            .where('preference.rank', '>', offerIds.length),
        )
        .with('changed', (qc) =>
          qc
            .selectFrom('saved')
            .innerJoin('round', 'round.id', 'saved.round_id')
            .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
            .select(['saved.id', 'saved.version', ...roundColumns]),
        )
        .with('submitted', (qc) => qc.selectFrom('changed').select('id').where('version', '=', 1))
        .with('altered', (qc) => qc.selectFrom('changed').select('id').where('version', '>', 1)),
    { action: 'application.submitted', objectType: 'application', of: 'submitted', details },
    { action: 'application.changed', objectType: 'application', of: 'altered', details },
  );
  if (!round) return explainRefusedList(scope, roundId, version, offerIds);
  const application = await findOwnList(scope.db, actor, roundId);
  if (!application) throw new Problem('request.conflict');
  return presentRankedList(scope, round, application);
}
