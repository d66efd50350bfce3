import type { DecisionInput } from '@collegium/contract/agreements/review.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { versionMachine, type VersionState } from '@collegium/contract/states/agreement-version.ts';
import { sql, type RawBuilder } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { yourSteps } from './abilities.ts';
import type { AgreementRow } from './detail-query.ts';
import { readAgreement } from './get-agreement.ts';
import { dueStep } from './review-chain.ts';

const { approve, ask_for_change: askForChange } = versionMachine.moves;

/**
 * Decides a step of one's own party's review of the proposed version. The last approval of the last party makes the version
 * approved; one request for a change returns it. Throws agreement.not_found, agreement.version_not_found,
 * agreement.other_text, agreement.step_not_due, request.reason_needed, request.conflict when somebody decided in the same instant.
 */
export async function decideVersion(
  scope: MemberScope,
  id: string,
  number: number,
  input: DecisionInput,
): Promise<AgreementMoved> {
  const reason = input.reason?.trim() ?? null;
  if (input.decision === 'change_asked' && !reason) throw new Problem('request.reason_needed');
  const row = await readAgreement(scope, id);
  const open = checkDue(scope, row, number, input);
  const isComplete = isLastStep(row, scope.actor.organisationId, input);
  const next: VersionState = input.decision === 'change_asked' ? askForChange.to : isComplete ? approve.to : 'proposed';
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('moved', (qc) =>
          qc
            .updateTable('agreement_version')
            .set((eb) => ({
              state: next,
              version: eb('version', '+', 1),
              approved_at: isComplete ? now : null,
              ...(next === askForChange.to && {
                closed_at: now,
                closed_by: scope.actor.personId,
                close_reason: reason,
              }),
            }))
            .where('id', '=', open.id)
            .where('version', '=', open.version)
            .where('state', '=', 'proposed')
            .returning(['agreement_id', 'id', 'version']),
        )
        .with('decided', (qc) =>
          qc
            .insertInto('version_approval')
            .columns(['agreement_version_id', 'organisation_id', 'step', 'decision', 'reason', 'person_id', 'at'])
            .expression((eb) =>
              eb
                .selectFrom('moved')
                .select([
                  'moved.id',
                  sql<string>`${scope.actor.organisationId}::uuid`.as('organisation_id'),
                  literal(input.step).as('step'),
                  literal(input.decision).as('decision'),
                  sql<string | null>`${reason}::text`.as('reason'),
                  sql<string>`${scope.actor.personId}::uuid`.as('person_id'),
                  sql<Date>`${now}::timestamptz`.as('at'),
                ]),
            ),
        )
        .with('changed', (qc) => qc.selectFrom('moved').select(['moved.agreement_id as id', 'moved.version']))
        .with('complete', (qc) =>
          qc
            .selectFrom('changed')
            .select('changed.id')
            .where(sql<boolean>`${isComplete}::boolean`),
        ),
    {
      action: input.decision === 'approved' ? 'agreement.step_approved' : 'agreement.change_asked',
      objectType: 'agreement',
      reason,
      details: { number, step: input.step, hash: input.hash },
    },
    { action: 'agreement.approved', objectType: 'agreement', of: 'complete', details: { number, hash: input.hash } },
  );
  const [changed] = rows;
  if (!changed) throw new Problem('request.conflict');
  return changed;
}

function checkDue(scope: MemberScope, row: AgreementRow, number: number, input: DecisionInput) {
  const { open } = row;
  if (!open || open.number !== number) {
    if (row.versions.some((version) => version.number === number)) throw new Problem('agreement.step_not_due');
    throw new Problem('agreement.version_not_found', { number });
  }
  if (open.hash !== input.hash) throw new Problem('agreement.other_text');
  if (!yourSteps(scope.actor, row).includes(input.step)) throw new Problem(whyNotYours(scope, row, input));
  return open;
}

/** Whose party has no such step waiting learns that; whoever could never decide it learns nothing. */
function whyNotYours(scope: MemberScope, row: AgreementRow, { step }: DecisionInput) {
  const mine = row.parties.find((party) => party.organisation_id === scope.actor.organisationId);
  const isActing = ['coordinator', 'organisation_administrator'].includes(scope.actor.role);
  if (!mine || !isActing || mine.left_on !== null) return 'agreement.not_found';
  return mine.chain.includes(step) && dueStep(mine) === step ? 'agreement.not_found' : 'agreement.step_not_due';
}

function isLastStep(row: AgreementRow, organisationId: string, { decision, step }: DecisionInput): boolean {
  if (decision !== 'approved') return false;
  return row.parties
    .filter((party) => party.left_on === null)
    .every((party) => {
      const mine = party.organisation_id === organisationId;
      return dueStep(mine ? { ...party, decisions: [...party.decisions, { step, decision }] } : party) === undefined;
    });
}

function literal<T extends string>(value: T): RawBuilder<T> {
  return sql<T>`${value}::text`;
}
