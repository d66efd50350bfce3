import type { LifeRequestView } from '@collegium/contract/agreements/requests.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import type { Actor } from '../platform/scope.ts';
import type { AgreementRow } from './detail-query.ts';
import { canAnswer, canRecall } from './policy.ts';
import { whoMustAnswer } from './who-must-answer.ts';

/** A request in the life of an agreement, with who has still to answer. */
export function presentRequest(
  request: AgreementRow['requests'][number],
  row: AgreementRow,
  actor: Actor,
): LifeRequestView {
  const answered = request.answers.map((answer) => answer.organisation_id);
  const isBound = agreementMachine.groups.bound.includes(row.state);
  const waitingFor =
    request.state === 'open' ? whoMustAnswer(request, row.parties).filter((id) => !answered.includes(id)) : [];
  return {
    id: request.id,
    kind: request.kind,
    organisation: { id: request.organisation_id, name: request.organisation_name },
    askedFor: request.asked_for,
    askedAt: new Date(request.asked_at).toISOString(),
    askedBy:
      request.asker_id === null || request.asker_name === null
        ? null
        : { id: request.asker_id, name: request.asker_name },
    reason: request.reason,
    effectiveOn: request.effective_on,
    newEndOn: request.new_end_on,
    needs: request.needs,
    state: request.state,
    answers: request.answers.map((answer) => ({
      organisationId: answer.organisation_id,
      organisation: answer.organisation_name,
      decision: answer.decision,
      reason: answer.reason,
      person: { id: answer.person_id, name: answer.person_name },
      at: new Date(answer.at).toISOString(),
      signature:
        answer.version_hash === null
          ? null
          : {
              name: answer.signed_name ?? '',
              office: answer.office ?? '',
              statement: answer.statement ?? '',
              versionHash: answer.version_hash,
            },
    })),
    waitingFor,
    abilities: { answer: isBound && canAnswer(actor, waitingFor), recall: canRecall(actor, request) },
  };
}
