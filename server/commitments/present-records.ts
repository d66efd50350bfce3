import type { ContributionView, DisputeView } from '@collegium/contract/commitments/views.ts';
import type { Actor } from '../platform/scope.ts';
import { canAnswerDispute, canCountersign, canDispute, canRecord, type PromiseFacts } from './policy.ts';
import type { ContributionRow, DisputeRow } from './record-queries.ts';

/** A record of contribution with what this actor may do next. */
export function presentContribution(actor: Actor, promise: PromiseFacts, row: ContributionRow): ContributionView {
  const isOpen = row.withdrawn_at === null && row.countersigned_at === null;
  return {
    id: row.id,
    commitmentId: row.commitment_id,
    organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark },
    doneOn: row.done_on,
    amount: row.amount,
    currency: row.currency,
    description: row.description,
    evidenceUrl: row.evidence_url,
    file: row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? '' },
    recordedAt: row.recorded_at ?? '',
    recordedBy: row.recorded_by,
    countersignedAt: row.countersigned_at,
    countersignedBy: row.countersigned_by,
    withdrawnAt: row.withdrawn_at,
    withdrawalReason: row.withdrawal_reason,
    version: row.version,
    abilities: { countersign: isOpen && canCountersign(actor, promise), withdraw: isOpen && canRecord(actor, promise) },
  };
}

/** A dispute with what this actor may do next. */
export function presentDispute(actor: Actor, promise: PromiseFacts, row: DisputeRow): DisputeView {
  const isOpen = row.state === 'open';
  const isOwn = row.raised_for === actor.organisationId;
  return {
    id: row.id,
    commitmentId: row.commitment_id,
    period: row.period,
    sourceId: row.source_id,
    raisedFor: { id: row.raised_for, name: row.raiser_name, shortMark: row.raiser_mark },
    raisedAt: row.raised_at ?? '',
    raisedBy: row.raised_by,
    reason: row.reason,
    state: row.state,
    answeredFor:
      row.answered_for === null
        ? null
        : { id: row.answered_for, name: row.answerer_name ?? '', shortMark: row.answerer_mark ?? '' },
    answeredAt: row.answered_at,
    answer: row.answer,
    version: row.version,
    abilities: {
      answer: isOpen && canAnswerDispute(actor, promise, row.raised_for),
      withdraw: isOpen && isOwn && canDispute(actor, promise),
    },
  };
}
