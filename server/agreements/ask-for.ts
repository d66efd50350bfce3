import type { LifeRequestInput, RequestNeeds } from '@collegium/contract/agreements/requests.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { sql } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import type { AgreementRow } from './detail-query.ts';
import { readAgreement } from './get-agreement.ts';
import { ended } from './next-version.ts';
import { actsForParty } from './policy.ts';
import { whoMustAnswer } from './who-must-answer.ts';

const { suspend, resume } = agreementMachine.moves;
const dayMs = 86_400_000;

/**
 * Asks for something in the life of an agreement that is in force, or gives notice. What nobody must agree to is agreed at
 * once and takes effect on its day. Throws agreement.not_found, request.move_not_allowed, agreement.request_not_allowed,
 * agreement.notice_too_short, agreement.day_passed, agreement.party_already, agreement.request_open,
 * organisation.merged_away, organisation.gone.
 */
export async function askFor(scope: MemberScope, id: string, input: LifeRequestInput): Promise<{ id: string }> {
  const row = await readAgreement(scope, id);
  if (!agreementMachine.groups.bound.includes(row.state)) throw ended(scope, row.state);
  if (!abilitiesOf(scope.actor, row).ask) throw new Problem('agreement.not_found');
  const needs = whatItNeeds(scope, row, input);
  const { organisationId: own } = scope.actor;
  const concerned = input.kind === 'accession' ? (input.organisationId ?? own) : own;
  const asked = { kind: input.kind, organisation_id: concerned, asked_for: own, needs };
  const isAgreed = whoMustAnswer(asked, row.parties).length === 0;
  const now = scope.clock.now();
  const requestId = newId();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('agreement')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('agreement.id', '=', id)
            .where('agreement.version', '=', row.version)
            .where('agreement.state', 'in', [...agreementMachine.groups.bound])
            .where(actsForParty(scope.actor, 'agreement:decide'))
            .where(input.kind === 'accession' ? allStand([concerned]) : sql<boolean>`true`)
            .returning('agreement.id'),
        )
        .with('asked', (qc) =>
          qc
            .insertInto('agreement_request')
            .columns(columns)
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  sql<string>`${requestId}::uuid`.as('id'),
                  'changed.id as agreement_id',
                  sql<typeof input.kind>`${input.kind}::text`.as('kind'),
                  sql<string>`${concerned}::uuid`.as('organisation_id'),
                  sql<string>`${own}::uuid`.as('asked_for'),
                  sql<Date>`${now}::timestamptz`.as('asked_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('asked_by'),
                  sql<string>`${input.reason.trim()}::text`.as('reason'),
                  sql<string>`${input.effectiveOn}::date`.as('effective_on'),
                  sql<string | null>`${input.kind === 'renewal' ? (input.newEndOn ?? null) : null}::date`.as(
                    'new_end_on',
                  ),
                  sql<RequestNeeds>`${needs}::text`.as('needs'),
                  sql<'open'>`${isAgreed ? 'agreed' : 'open'}::text`.as('state'),
                  sql<Date | null>`${isAgreed ? now : null}::timestamptz`.as('agreed_at'),
                ]),
            ),
        )
        .with('settled', (qc) =>
          qc
            .selectFrom('changed')
            .select('changed.id')
            .where(sql<boolean>`${isAgreed}::boolean`),
        ),
    {
      action: needs === 'notice' ? 'agreement.notice_given' : 'agreement.asked_for',
      objectType: 'agreement',
      reason: input.reason.trim(),
      details: { requestId, kind: input.kind, organisationId: concerned, effectiveOn: input.effectiveOn },
    },
    {
      action: 'agreement.request_agreed',
      objectType: 'agreement',
      of: 'settled',
      details: { requestId, kind: input.kind },
    },
  );
  if (rows.length > 0) return { id: requestId };
  await refuseWhoIsGone(scope, [concerned]);
  throw new Problem('request.conflict');
}

const columns = [
  'id',
  'agreement_id',
  'kind',
  'organisation_id',
  'asked_for',
  'asked_at',
  'asked_by',
  'reason',
  'effective_on',
  'new_end_on',
  'needs',
  'state',
  'agreed_at',
] as const;

/** Who must agree, by the terms in force. Throws the sentence that applies when the terms do not provide for it. */
function whatItNeeds(scope: MemberScope, row: AgreementRow, input: LifeRequestInput): RequestNeeds {
  if (input.effectiveOn < row.today) throw new Problem('agreement.day_passed');
  const notAllowed = new Problem('agreement.request_not_allowed');
  switch (input.kind) {
    case 'renewal':
      if (row.renewal === 'none' || row.ends_on === null) throw notAllowed;
      if (input.newEndOn === undefined || input.newEndOn <= row.ends_on) throw new Problem('agreement.dates_reversed');
      return 'all';
    case 'non_renewal':
      if (row.renewal !== 'automatic' || row.ends_on === null) throw notAllowed;
      checkNotice(row, row.ends_on);
      return 'notice';
    case 'accession':
      return accessionNeeds(row, input, notAllowed);
    case 'withdrawal':
      if (row.withdrawal === 'by_notice') checkNotice(row, input.effectiveOn);
      return row.withdrawal === 'by_notice' ? 'notice' : 'all';
    case 'suspension':
      if (!suspend.from.includes(row.state)) throw ended(scope, row.state);
      return 'all';
    case 'resumption':
      if (!resume.from.includes(row.state)) throw ended(scope, row.state);
      return 'all';
    case 'termination':
      if (input.byNotice) checkNotice(row, input.effectiveOn);
      return input.byNotice ? 'notice' : 'all';
  }
}

function accessionNeeds(row: AgreementRow, input: LifeRequestInput, notAllowed: Problem): RequestNeeds {
  if (row.accession === 'all_sign') throw notAllowed;
  if (input.organisationId === undefined) throw new Problem('agreement.party_missing');
  if (row.parties.some((party) => party.organisation_id === input.organisationId && party.left_on === null))
    throw new Problem('agreement.party_already');
  return row.accession === 'lead_approves' ? 'lead' : 'all';
}

function checkNotice(row: AgreementRow, effectiveOn: string): void {
  const earliest = new Date(Date.parse(row.today) + row.notice_days * dayMs).toISOString().slice(0, 10);
  if (effectiveOn < earliest) throw new Problem('agreement.notice_too_short', { days: row.notice_days, earliest });
}
