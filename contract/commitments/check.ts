import type { DraftAccess, DraftCommitment } from '../agreements/clause.ts';
import type { CommitmentErrorCode } from '../errors/commitments.ts';
import { measureDefinitions } from './measures.ts';

/** What is wrong with a promise, and in which of its fields. */
export interface CommitmentFault {
  code: CommitmentErrorCode;
  field: string;
}

const counted = new Set(['places', 'learners', 'mentors', 'reports', 'meetings', 'times', 'money']);

/**
 * Everything that is wrong with what a commitment says so far, among these parties. What is not said yet is no fault: when
 * nothing is missing either, it can be measured.
 */
export function commitmentFaults(commitment: DraftCommitment, parties: readonly string[]): CommitmentFault[] {
  const faults: CommitmentFault[] = [];
  const { measure, promiser, beneficiary, quantity, unit, currency, filters, weights, tolerance } = commitment;
  const { periodStart, periodEnd } = commitment;
  const found = (isWrong: boolean, code: CommitmentErrorCode, field: string) => {
    if (isWrong) faults.push({ code, field });
  };
  found(isStranger(promiser, parties), 'commitment.not_a_party', 'promiser');
  found(isStranger(beneficiary, parties), 'commitment.not_a_party', 'beneficiary');
  found(promiser !== undefined && promiser === beneficiary, 'commitment.promised_to_itself', 'beneficiary');
  found(isReversed(periodStart, periodEnd), 'commitment.ends_before_it_begins', 'periodEnd');
  if (unit !== undefined) found((unit === 'money') !== Boolean(currency), 'commitment.currency_unfitting', 'currency');
  if (quantity !== undefined && measure !== 'exchange_balance') {
    found(quantity <= 0, 'commitment.quantity_missing', 'quantity');
    found(
      unit !== undefined &&
        ((counted.has(unit) && !Number.isInteger(quantity)) || (unit === 'percent' && quantity > 100)),
      'commitment.quantity_unfitting',
      'quantity',
    );
  }
  if (measure === undefined) return faults;
  const definition = measureDefinitions[measure];
  found(unit !== undefined && unit !== definition.unit, 'commitment.unit_differs', 'unit');
  found(measure === 'answers_within_days' && filters?.days === undefined, 'commitment.days_missing', 'filters/days');
  found(
    measure !== 'exchange_balance' && (weights !== undefined || tolerance !== undefined),
    'commitment.weights_unfitting',
    'weights',
  );
  const heeded: readonly string[] = definition.filters;
  for (const name of Object.keys(filters ?? {}))
    found(name !== 'underAgreement' && !heeded.includes(name), 'commitment.filter_unfitting', `filters/${name}`);
  return faults;
}

/** Everything that is wrong with what a clause would open, as far as it is said. */
export function grantFaults({ from, to, start, end }: DraftAccess, parties: readonly string[]): CommitmentFault[] {
  const faults: CommitmentFault[] = [];
  if (isStranger(from, parties)) faults.push({ code: 'commitment.not_a_party', field: 'from' });
  if (isStranger(to, parties)) faults.push({ code: 'commitment.not_a_party', field: 'to' });
  if (from !== undefined && from !== 'all' && from === to)
    faults.push({ code: 'commitment.opened_to_itself', field: 'to' });
  if (isReversed(start, end)) faults.push({ code: 'commitment.ends_before_it_begins', field: 'end' });
  return faults;
}

function isStranger(party: string | undefined, parties: readonly string[]): boolean {
  return party !== undefined && party !== 'all' && !parties.includes(party);
}

function isReversed(first: string | undefined, last: string | undefined): boolean {
  return first !== undefined && last !== undefined && last < first;
}
