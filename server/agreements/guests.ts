import type { GuestInput } from '@collegium/contract/agreements/input.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { actsForParty } from './policy.ts';

/** Invites somebody to the negotiation, or changes what they may do there. Throws agreement.not_found, agreement.person_missing. */
export async function inviteGuest(scope: MemberScope, id: string, input: GuestInput): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .selectFrom('agreement')
            .select('agreement.id')
            .where('agreement.id', '=', id)
            .where('agreement.state', 'in', [...agreementMachine.groups.open])
            .where(actsForParty(scope.actor, 'agreement:change')),
        )
        .with('invited', (qc) =>
          qc
            .insertInto('agreement_guest')
            .columns(['agreement_id', 'person_id', 'may', 'invited_at', 'invited_by', 'invited_for'])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  'changed.id',
                  sql<string>`${input.personId}::uuid`.as('person_id'),
                  sql<'edit'>`${input.may}::text`.as('may'),
                  sql<Date>`${scope.clock.now()}::timestamptz`.as('invited_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('invited_by'),
                  sql<string>`${scope.actor.organisationId}::uuid`.as('invited_for'),
                ]),
            )
            .onConflict((oc) =>
              oc.columns(['agreement_id', 'person_id']).doUpdateSet((eb) => ({ may: eb.ref('excluded.may') })),
            ),
        ),
    {
      action: 'agreement.guest_invited',
      objectType: 'agreement',
      details: { personId: input.personId, may: input.may },
    },
  );
  if (rows.length === 0) throw new Problem('agreement.not_found');
}

/** Ends somebody's invitation. Throws agreement.not_found, also when they were not invited. */
export async function removeGuest(scope: MemberScope, id: string, personId: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('removed', (qc) =>
          qc
            .deleteFrom('agreement_guest')
            .using('agreement')
            .whereRef('agreement.id', '=', 'agreement_guest.agreement_id')
            .where('agreement.id', '=', id)
            .where('agreement_guest.person_id', '=', personId)
            .where(actsForParty(scope.actor, 'agreement:change'))
            .returning('agreement_guest.agreement_id as id'),
        )
        .with('changed', (qc) => qc.selectFrom('removed').select('removed.id')),
    { action: 'agreement.guest_removed', objectType: 'agreement', details: { personId } },
  );
  if (rows.length === 0) throw new Problem('agreement.not_found');
}
