import type { ResponsibleInput } from '@collegium/contract/agreements/input.ts';
import type { ReviewChainInput } from '@collegium/contract/agreements/review.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { sql, type QueryCreator } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { readAgreement } from './get-agreement.ts';
import { actsForParty } from './policy.ts';

/**
 * Says by which steps the actor's organisation reviews, and who decides a step when it is not the role that does.
 * Throws agreement.not_found, agreement.person_elsewhere.
 */
export async function setReviewChain(scope: MemberScope, id: string, input: ReviewChainInput): Promise<AgreementMoved> {
  const reviewers = input.reviewers.filter(({ step }) => input.chain.includes(step));
  const people = [...new Set(reviewers.map(({ personId }) => personId))];
  const steps = reviewers.map(({ step }) => step);
  const { organisationId } = scope.actor;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) => touch(qc, scope, id, people))
        .with('chained', (qc) =>
          qc
            .updateTable('agreement_party')
            .from('changed')
            .set({ chain: [...input.chain] })
            .whereRef('agreement_party.agreement_id', '=', 'changed.id')
            .where('agreement_party.organisation_id', '=', organisationId),
        )
        .with('gone', (qc) =>
          qc
            .deleteFrom('agreement_reviewer')
            .using('changed')
            .whereRef('agreement_reviewer.agreement_id', '=', 'changed.id')
            .where('agreement_reviewer.organisation_id', '=', organisationId)
            .where('agreement_reviewer.step', '<>', sql<'unit'>`all(${steps}::text[])`),
        )
        .with('named', (qc) =>
          qc
            .insertInto('agreement_reviewer')
            .columns(['agreement_id', 'organisation_id', 'step', 'person_id'])
            .expression((eb) =>
              eb
                .selectFrom([
                  'changed',
                  sql<{
                    step: 'unit';
                    person_id: string;
                  }>`unnest(${steps}::text[], ${reviewers.map(({ personId }) => personId)}::uuid[])`.as<'given'>(
                    sql`given (step, person_id)`,
                  ),
                ])
                .select([
                  'changed.id',
                  sql<string>`${organisationId}::uuid`.as('organisation_id'),
                  'given.step',
                  'given.person_id',
                ]),
            )
            .onConflict((oc) =>
              oc
                .columns(['agreement_id', 'organisation_id', 'step'])
                .doUpdateSet((eb) => ({ person_id: eb.ref('excluded.person_id') })),
            ),
        ),
    { action: 'agreement.chain_changed', objectType: 'agreement', details: { chain: [...input.chain] } },
  );
  return rows[0] ?? refuse(scope, id);
}

/**
 * Hands the responsibility for the agreement in the actor's organisation over to somebody who works there. The note is for
 * them and stands in the history. Throws agreement.not_found, agreement.person_elsewhere.
 */
export async function handOver(scope: MemberScope, id: string, input: ResponsibleInput): Promise<AgreementMoved> {
  const { organisationId } = scope.actor;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) => touch(qc, scope, id, [input.personId]))
        .with('handed', (qc) =>
          qc
            .updateTable('agreement_party')
            .from('changed')
            .set({ responsible_id: input.personId })
            .whereRef('agreement_party.agreement_id', '=', 'changed.id')
            .where('agreement_party.organisation_id', '=', organisationId),
        ),
    {
      action: 'agreement.handed_over',
      objectType: 'agreement',
      reason: input.note?.trim() || null,
      details: { organisationId, personId: input.personId },
    },
  );
  return rows[0] ?? refuse(scope, id);
}

/** Locks the agreement for a setting of the actor's party; everybody named must work for that party. */
function touch(qc: QueryCreator<Tables>, scope: MemberScope, id: string, people: readonly string[]) {
  return qc
    .updateTable('agreement')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('agreement.id', '=', id)
    .where('agreement.state', 'in', [...agreementMachine.groups.open])
    .where(actsForParty(scope.actor, 'agreement:change'))
    .where((eb) =>
      eb(
        eb
          .selectFrom('membership')
          .select(sql<number>`count(distinct membership.person_id)::integer`.as('found'))
          .where('membership.organisation_id', '=', scope.actor.organisationId)
          .where('membership.ended_on', 'is', null)
          .where('membership.role', '<>', 'learner')
          .where('membership.person_id', '=', sql<string>`any(${[...people]}::uuid[])`),
        '=',
        people.length,
      ),
    )
    .returning(['agreement.id', 'agreement.version']);
}

async function refuse(scope: MemberScope, id: string): Promise<never> {
  const row = await readAgreement(scope, id);
  throw new Problem(abilitiesOf(scope.actor, row).manage ? 'agreement.person_elsewhere' : 'agreement.not_found');
}
