import type { ApplicationView, ClaimInput } from '@collegium/contract/applications.ts';
import { sql } from 'kysely';
import { changeOften } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import type { MemberScope } from '../platform/scope.ts';
import { explainClaim } from './explain-claim.ts';
import { isEligible } from './eligibility.ts';
import { appliableOffers } from './policy.ts';
import { presentApplication } from './present.ts';
import { justMade, withNames } from './queries.ts';

/**
 * Claims a first-come place: a seat while there is one and nobody waits, else the end of the waiting list. Window,
 * audience, conditions and count are decided while the statement holds the offer's row, so the offer is never oversold
 * and nobody is passed over.
 * Throws application.already_made, application.not_eligible, application.statement_needed, application.too_early, application.deadline_passed,
 * application.by_round, application.offer_not_open, offer.not_found.
 */
export async function claimPlace(scope: MemberScope, offerId: string, input: ClaimInput): Promise<ApplicationView> {
  const { actor } = scope;
  const now = scope.clock.now();
  const hasStatement = Boolean(input.statement?.trim());
  const [row] = await changeOften(
    scope,
    (db) =>
      db
        .with('claimed', (qc) =>
          qc
            .updateTable('offer')
            .set({
              places_taken: sql`places_taken + (${isFree})::integer`,
              queue_length: sql`queue_length + (not ${isFree})::integer`,
            })
            .where('offer.id', '=', offerId)
            .where('offer.allocated_by', '=', 'first_come')
            .where((eb) => eb.or([eb('applications_open_at', 'is', null), eb('applications_open_at', '<=', now)]))
            .where((eb) => eb.or([eb('applications_close_at', 'is', null), eb('applications_close_at', '>', now)]))
            .where((eb) => appliableOffers(eb, actor.organisationId, now))
            .where((eb) => isEligible(eb, actor))
            .where((eb) => eb.or([eb('asks_statement', '=', false), eb.val(hasStatement)]))
            .returning(['offer.id', 'offer.queue_length']),
        )
        .with('applied', (qc) =>
          qc
            .insertInto('application')
            .columns([
              'id',
              'person_id',
              'membership_id',
              'organisation_id',
              'offer_id',
              'state',
              'statement',
              'submitted_at',
              'responded_at',
              'created_at',
            ])
            .expression((eb) =>
              eb
                .selectFrom('claimed')
                .select([
                  sql<string>`${newId()}::uuid`.as('id'),
                  sql<string>`${actor.personId}::uuid`.as('person_id'),
                  sql<string>`${actor.membershipId}::uuid`.as('membership_id'),
                  sql<string>`${actor.organisationId}::uuid`.as('organisation_id'),
                  'claimed.id as offer_id',
                  sql<'accepted'>`case when claimed.queue_length = 0 then 'accepted' else 'waiting' end`.as('state'),
                  sql<string>`${input.statement ?? ''}::text`.as('statement'),
                  sql<Date>`${now}::timestamptz`.as('submitted_at'),
                  sql<Date>`case when claimed.queue_length = 0 then ${now}::timestamptz end`.as('responded_at'),
                  sql<Date>`${now}::timestamptz`.as('created_at'),
                ]),
            )
            .returningAll(),
        )
        .with('changed', (qc) =>
          withNames(qc.selectFrom('applied as application'), {
            ...justMade,
            queuePosition: sql<number | null>`(select nullif(queue_length, 0) from claimed)`,
          }),
        )
        .with('seated', (qc) => qc.selectFrom('changed').select('id').where('state', '=', 'accepted'))
        .with('queued', (qc) => qc.selectFrom('changed').select('id').where('state', '=', 'waiting')),
    { action: 'application.accepted', objectType: 'application', of: 'seated', details: { offerId, through: 'claim' } },
    { action: 'application.queued', objectType: 'application', of: 'queued', details: { offerId } },
  );
  return row ? presentApplication(scope, row) : explainClaim(scope, offerId, hasStatement);
}

/** Whoever holds the row's lock sees both columns as they are now, whatever the statement's snapshot says. */
const isFree = sql`(queue_length = 0 and places_taken < places)`;
