import type { PartyInput } from '@collegium/contract/agreements/input.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { holdDraft } from './change-clause.ts';
import { readAgreement } from './get-agreement.ts';
import { actsForParty } from './policy.ts';

/**
 * Brings another organisation into the negotiation of the draft; it is bound once a version with it is in force.
 * Throws agreement.not_found, agreement.no_draft, agreement.party_already, agreement.party_missing,
 * organisation.merged_away, organisation.gone.
 */
export async function addParty(scope: MemberScope, id: string, input: PartyInput): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) =>
          holdDraft(qc, scope, id)
            .where(actsForParty(scope.actor, 'agreement:change'))
            .where(allStand([input.organisationId])),
        )
        .with('added', (qc) =>
          qc
            .insertInto('agreement_party')
            .columns(['agreement_id', 'organisation_id', 'position', 'role'])
            .expression((eb) =>
              eb
                .selectFrom('held')
                .select([
                  'held.id',
                  sql<string>`${input.organisationId}::uuid`.as('organisation_id'),
                  sql<number>`1000 + held.version`.as('position'),
                  sql<'party'>`${input.role ?? 'party'}::text`.as('role'),
                ]),
            )
            .onConflict((oc) =>
              oc
                .columns(['agreement_id', 'organisation_id'])
                .doUpdateSet({ left_on: null, joined_on: null })
                .where('agreement_party.left_on', 'is not', null),
            )
            .returning('agreement_id as id'),
        )
        .with('changed', (qc) => qc.selectFrom('added').select('added.id')),
    {
      action: 'agreement.party_invited',
      objectType: 'agreement',
      details: { organisationId: input.organisationId },
    },
  );
  if (rows.length === 0) await refuse(scope, id, 'agreement.party_already', input.organisationId);
}

/**
 * Takes an organisation that is not bound yet out of the negotiation. Two parties stay at least; a bound one withdraws.
 * Throws agreement.not_found, agreement.no_draft, agreement.parties_too_few.
 */
export async function removeParty(scope: MemberScope, id: string, organisationId: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) =>
          holdDraft(qc, scope, id)
            .where(actsForParty(scope.actor, 'agreement:change'))
            .where((eb) =>
              eb(
                eb
                  .selectFrom('agreement_party as kept')
                  .select(sql<number>`count(*)::integer`.as('count'))
                  .whereRef('kept.agreement_id', '=', 'agreement.id')
                  .where('kept.left_on', 'is', null),
                '>',
                2,
              ),
            ),
        )
        .with('removed', (qc) =>
          qc
            .deleteFrom('agreement_party')
            .using('held')
            .whereRef('agreement_party.agreement_id', '=', 'held.id')
            .where('agreement_party.organisation_id', '=', organisationId)
            .where('agreement_party.joined_on', 'is', null)
            .returning('held.id'),
        )
        .with('changed', (qc) => qc.selectFrom('removed').select('removed.id')),
    { action: 'agreement.party_removed', objectType: 'agreement', details: { organisationId } },
  );
  if (rows.length === 0) await refuse(scope, id, 'agreement.parties_too_few');
}

async function refuse(
  scope: MemberScope,
  id: string,
  otherwise: 'agreement.party_already' | 'agreement.parties_too_few',
  named?: string,
): Promise<never> {
  const row = await readAgreement(scope, id);
  if (!abilitiesOf(scope.actor, row).manage) throw new Problem('agreement.not_found');
  const { open } = row;
  if (open?.state !== versionMachine.moves.edit.to) throw new Problem('agreement.no_draft');
  if (named !== undefined) await refuseWhoIsGone(scope, [named]);
  throw new Problem(otherwise);
}
