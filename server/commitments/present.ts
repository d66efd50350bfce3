import { judge } from '@collegium/contract/commitments/judge.ts';
import { measureDefinitions, type Measure } from '@collegium/contract/commitments/measures.ts';
import type { CommitmentView, FigureView, HealthLine, HealthView } from '@collegium/contract/commitments/views.ts';
import type { CommitmentWord } from '@collegium/contract/commitments/judge.ts';
import type { Actor } from '../platform/scope.ts';
import { canDispute, canRecord, type PromiseFacts } from './policy.ts';
import type { CommitmentRow, HealthRow } from './queries.ts';

/** A promise as its readers see it on a day. */
export function presentCommitment(actor: Actor, row: CommitmentRow, today: string): CommitmentView {
  const measure = row.measure as Measure;
  const facts = factsOf(row);
  const figures = row.figures.map((figure) => presentFigure({ ...figure, measure, tolerance: row.tolerance }, today));
  return {
    id: row.id,
    agreementId: row.agreement_id,
    clauseKey: row.clause_key,
    position: row.position,
    title: row.title,
    measure,
    unit: measureDefinitions[measure].unit,
    currency: row.currency,
    promiser: { id: row.promiser_id, name: row.promiser_name, shortMark: row.promiser_mark },
    beneficiary:
      row.beneficiary_id === null
        ? null
        : { id: row.beneficiary_id, name: row.beneficiary_name ?? '', shortMark: row.beneficiary_mark ?? '' },
    every: row.terms.every,
    filters: row.terms.filters ?? {},
    tolerance: row.tolerance,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    closedOn: row.closed_on,
    current: currentPeriod(figures, today),
    figures,
    abilities: {
      record: measureDefinitions[measure].source === 'record' && canRecord(actor, facts),
      dispute: canDispute(actor, facts),
    },
  };
}

export function factsOf(row: {
  promiser_id: string;
  beneficiary_id: string | null;
  closed_on: string | null;
  is_bound: boolean;
}): PromiseFacts {
  return {
    promiserId: row.promiser_id,
    beneficiaryId: row.beneficiary_id,
    isBound: row.is_bound,
    isClosed: row.closed_on !== null,
  };
}

interface FigureRow {
  measure: Measure;
  tolerance: number;
  period: number;
  starts_on: string;
  ends_on: string;
  promised: number;
  delivered: number;
  base: number;
  entries: number;
  disputes?: number | null;
}

function presentFigure(row: FigureRow, today: string): FigureView {
  const { period, starts_on: startsOn, ends_on: endsOn, promised, delivered, base, entries } = row;
  const { measure, tolerance } = row;
  const judged = judge({ measure, promised, delivered, base, tolerance, startsOn, endsOn }, today);
  return { period, startsOn, endsOn, promised, base, entries, ...judged, disputes: row.disputes ?? 0 };
}

function currentPeriod(figures: readonly FigureView[], today: string): number {
  const current =
    figures.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ??
    figures.findLast(({ endsOn }) => endsOn < today);
  return current?.period ?? 1;
}

interface HealthColumns {
  word: CommitmentWord | null;
  kept: number | null;
  on_track: number | null;
  at_risk: number | null;
  missed: number | null;
  not_yet_due: number | null;
  judged_at: Date | null;
}

/** Null while nothing was ever promised in a way that can be measured. */
export function presentHealth(row: HealthColumns): HealthView | null {
  if (row.word === null || row.judged_at === null) return null;
  return {
    word: row.word,
    kept: row.kept ?? 0,
    onTrack: row.on_track ?? 0,
    atRisk: row.at_risk ?? 0,
    missed: row.missed ?? 0,
    notYetDue: row.not_yet_due ?? 0,
    judgedAt: row.judged_at.toISOString(),
  };
}

/** One line of the list of agreements by health. */
export function presentHealthLine(row: HealthRow, today: string): HealthLine {
  const { commitment_id: commitmentId, commitment_title: title, promiser_id: promiserId, period } = row;
  const measure = row.measure as Measure | null;
  const hasWeakest =
    commitmentId !== null && title !== null && promiserId !== null && measure !== null && period !== null;
  return {
    agreementId: row.id,
    title: row.title,
    parties: row.parties,
    health: presentHealth(row) as HealthView,
    weakest: hasWeakest
      ? {
          commitmentId,
          title,
          measure,
          unit: measureDefinitions[measure].unit,
          currency: row.currency,
          promiserId,
          figure: presentFigure(
            {
              measure,
              period,
              tolerance: row.tolerance ?? 0,
              starts_on: row.starts_on ?? '',
              ends_on: row.ends_on ?? '',
              promised: row.promised ?? 0,
              delivered: row.delivered ?? 0,
              base: row.base ?? 0,
              entries: row.entries ?? 0,
            },
            today,
          ),
        }
      : null,
  };
}
