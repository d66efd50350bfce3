import type { StartSigningInput } from '@collegium/contract/agreements/signing.ts';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Database, jsonb } from '../../platform/database/database.ts';
import type { Actor } from '../../platform/scope.ts';
import { actsForParty } from '../policy.ts';
import { today } from '../today.ts';

/** The open version of an agreement for whose party the actor acts, and which of the signatories are no members. */
export function findApproved(
  db: Database,
  actor: Actor,
  agreementId: string,
  { signatories }: Pick<StartSigningInput, 'signatories'>,
  now: Date,
) {
  const named = signatories
    .filter(({ personId }) => personId)
    .map(({ personId, organisationId }) => ({ person_id: personId, organisation_id: organisationId }));
  return db
    .selectFrom('agreement')
    .leftJoin('agreement_version', (join) =>
      join
        .onRef('agreement_version.agreement_id', '=', 'agreement.id')
        .on('agreement_version.state', 'in', ['draft', 'proposed', 'returned', 'approved', 'signing']),
    )
    .select([
      sql<string>`agreement_version.id`.as('id'),
      'agreement_version.state',
      'agreement_version.hash',
      'agreement_version.number',
      today(now).as('today'),
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party')
          .innerJoin('organisation', 'organisation.id', 'agreement_party.organisation_id')
          .select(['organisation.id', 'organisation.name'])
          .whereRef('agreement_party.agreement_id', '=', 'agreement.id')
          .where('agreement_party.left_on', 'is', null)
          .orderBy('agreement_party.position'),
      ).as('parties'),
      jsonArrayFrom(strangers(db, named, now)).as('strangers'),
    ])
    .where('agreement.id', '=', agreementId)
    .where(actsForParty(actor, 'agreement:sign'))
    .executeTakeFirst();
}

/** Of people named for organisations, those who are no current members there. */
export function strangers(
  db: Database,
  named: readonly { person_id: string | null | undefined; organisation_id: string }[],
  now: Date,
) {
  return db
    .selectFrom(
      sql<{ person_id: string; organisation_id: string }>`jsonb_to_recordset(${jsonb(named)})`.as<'named'>(
        sql`named (person_id uuid, organisation_id uuid)`,
      ),
    )
    .select('named.person_id')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.person_id', '=', 'named.person_id')
            .whereRef('membership.organisation_id', '=', 'named.organisation_id')
            .where((m) =>
              m.or([m('membership.ended_on', 'is', null), m('membership.ended_on', '>', sql<string>`${now}::date`)]),
            ),
        ),
      ),
    );
}
