import type { LifeAnswerInput, RequestState } from '@collegium/contract/agreements/requests.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canRead } from './abilities.ts';
import { selectAgreement, type AgreementRow } from './detail-query.ts';
import { readAgreement } from './get-agreement.ts';
import { ended } from './next-version.ts';
import { signatureOfWhoJoins } from './signing/accession.ts';
import { isFreshSignIn } from './signing/fresh.ts';
import { whoMustAnswer } from './who-must-answer.ts';

/**
 * Answers a request for one's own organisation: a party, or the one that is asked to join, which signs the text in force
 * (`signInToken` is that of the browser's cookie). The last consent makes it agreed, one refusal refuses it.
 * Throws agreement.not_found, agreement.request_not_found, request.reason_needed, request.conflict, and those of
 * `signatureOfWhoJoins`.
 */
export async function answerRequest(
  scope: MemberScope,
  id: string,
  requestId: string,
  input: LifeAnswerInput & { signInToken: string | undefined },
): Promise<AgreementMoved> {
  const reason = input.reason?.trim() || null;
  if (input.decision === 'refused' && !reason) throw new Problem('request.reason_needed');
  const row = await readForSigner(scope, id, input.signInToken);
  if (!agreementMachine.groups.bound.includes(row.state)) throw ended(scope, row.state);
  const request = waitingRequest(scope, row, requestId);
  const { organisationId, personId } = scope.actor;
  const isJoining = request.kind === 'accession' && request.organisation_id === organisationId;
  const signature =
    isJoining && input.decision === 'agreed' ? signatureOfWhoJoins(row, request, input.signature) : undefined;
  const answered = [...request.answers.map((answer) => answer.organisation_id), organisationId];
  const isComplete = whoMustAnswer(request, row.parties).every((one) => answered.includes(one));
  const state: RequestState = input.decision === 'refused' ? 'refused' : isComplete ? 'agreed' : 'open';
  const now = scope.clock.now();
  const details = {
    requestId,
    kind: request.kind,
    organisationId,
    ...(signature && { name: signature.name, versionHash: signature.hash }),
  };
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
            .returning(['agreement.id', 'agreement.version']),
        )
        .with('moved', (qc) =>
          qc
            .updateTable('agreement_request')
            .from('changed')
            .set({ state, agreed_at: state === 'agreed' ? now : null })
            .where('agreement_request.id', '=', requestId)
            .where('agreement_request.state', '=', 'open')
            .returning('agreement_request.agreement_id as id'),
        )
        .with('answered', (qc) =>
          qc
            .insertInto('agreement_request_answer')
            .columns(columns)
            .expression((eb) =>
              eb
                .selectFrom('moved')
                .select([
                  sql<string>`${requestId}::uuid`.as('agreement_request_id'),
                  sql<string>`${organisationId}::uuid`.as('organisation_id'),
                  sql<'agreed'>`${input.decision}::text`.as('decision'),
                  sql<string | null>`${reason}::text`.as('reason'),
                  sql<string>`${personId}::uuid`.as('person_id'),
                  sql<Date>`${now}::timestamptz`.as('at'),
                  sql<string | null>`${signature?.name ?? null}::text`.as('signed_name'),
                  sql<string | null>`${signature?.office ?? null}::text`.as('office'),
                  sql<string | null>`${signature?.hash ?? null}::text`.as('version_hash'),
                  sql<string | null>`${signature?.statement ?? null}::text`.as('statement'),
                ]),
            ),
        )
        .with('settled', (qc) =>
          qc
            .selectFrom('moved')
            .select('moved.id')
            .where(sql<boolean>`${state === 'agreed'}::boolean`),
        ),
    {
      action: input.decision === 'agreed' ? 'agreement.request_consented' : 'agreement.request_refused',
      objectType: 'agreement',
      of: 'moved',
      reason,
      details,
    },
    { action: 'agreement.request_agreed', objectType: 'agreement', of: 'settled', details },
  );
  const [changed] = rows;
  if (!changed) throw new Problem('request.conflict');
  return changed;
}

/** The agreement, with who is about to answer, and whether this browser signed in anew; in one round trip. */
async function readForSigner({ db, clock, actor }: MemberScope, id: string, token: string | undefined) {
  const now = clock.now();
  const row = await selectAgreement(db, id, now)
    .select((eb) => [
      eb.selectFrom('person').select('person.name').where('person.id', '=', actor.personId).as('signer_name'),
      isFreshSignIn(actor.accountId, token, now).as('is_fresh'),
    ])
    .executeTakeFirst();
  if (!row || !canRead(actor, row)) throw new Problem('agreement.not_found');
  return row;
}

const columns = [
  'agreement_request_id',
  'organisation_id',
  'decision',
  'reason',
  'person_id',
  'at',
  'signed_name',
  'office',
  'version_hash',
  'statement',
] as const;

/** Takes back what one's own organisation asked for, while it has not taken effect. Throws agreement.request_not_found. */
export async function recallRequest(scope: MemberScope, id: string, requestId: string, reason: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('recalled', (qc) =>
          qc
            .updateTable('agreement_request')
            .set({ state: 'recalled' })
            .where('id', '=', requestId)
            .where('agreement_id', '=', id)
            .where('asked_for', '=', scope.actor.organisationId)
            .where('state', 'in', ['open', 'agreed'])
            .returning('agreement_id as id'),
        )
        .with('changed', (qc) => qc.selectFrom('recalled').select('recalled.id')),
    { action: 'agreement.request_recalled', objectType: 'agreement', reason, details: { requestId } },
  );
  if (rows.length > 0) return;
  await readAgreement(scope, id);
  throw new Problem('agreement.request_not_found');
}

function waitingRequest(scope: MemberScope, row: AgreementRow, requestId: string) {
  const { organisationId } = scope.actor;
  const request = row.requests.find((one) => one.id === requestId && one.state === 'open');
  const isMine =
    request !== undefined &&
    whoMustAnswer(request, row.parties).includes(organisationId) &&
    !request.answers.some((answer) => answer.organisation_id === organisationId);
  if (!isMine) throw new Problem('agreement.request_not_found');
  return request;
}
