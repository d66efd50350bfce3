import type { AccessGrant, Commitment } from '../commitments.ts';
import type { CommitmentErrorCode } from '../errors/commitments.ts';
import { measureDefinitions } from './measures.ts';

/** What is wrong with a promise, and in which of its fields. */
export interface CommitmentFault {
  code: CommitmentErrorCode;
  field: string;
}

const counted = new Set(['places', 'learners', 'mentors', 'reports', 'meetings', 'times', 'money']);

/** Everything that is wrong with a commitment that fits its schema, among these parties; nothing when it can be measured. */
export function commitmentFaults(commitment: Commitment, parties: readonly string[]): CommitmentFault[] {
  const faults: CommitmentFault[] = [];
  const { measure, promiser, beneficiary, quantity, unit, currency, filters, weights, tolerance } = commitment;
  const definition = measureDefinitions[measure];
  const found = (isWrong: boolean, code: CommitmentErrorCode, field: string) => {
    if (isWrong) faults.push({ code, field });
  };
  found(!parties.includes(promiser), 'commitment.not_a_party', 'promiser');
  found(beneficiary !== 'all' && !parties.includes(beneficiary), 'commitment.not_a_party', 'beneficiary');
  found(promiser === beneficiary, 'commitment.promised_to_itself', 'beneficiary');
  found(unit !== definition.unit, 'commitment.unit_differs', 'unit');
  found((unit === 'money') !== (currency !== undefined), 'commitment.currency_unfitting', 'currency');
  found(commitment.periodEnd < commitment.periodStart, 'commitment.ends_before_it_begins', 'periodEnd');
  found(quantity <= 0 && measure !== 'exchange_balance', 'commitment.quantity_missing', 'quantity');
  found(
    (counted.has(unit) && measure !== 'exchange_balance' && !Number.isInteger(quantity)) ||
      (unit === 'percent' && quantity > 100),
    'commitment.quantity_unfitting',
    'quantity',
  );
  found(measure === 'answers_within_days' && filters?.days === undefined, 'commitment.days_missing', 'filters');
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

/** Everything that is wrong with what a clause would open. */
export function grantFaults(grant: AccessGrant, parties: readonly string[]): CommitmentFault[] {
  const faults: CommitmentFault[] = [];
  if (grant.from !== 'all' && !parties.includes(grant.from))
    faults.push({ code: 'commitment.not_a_party', field: 'from' });
  if (grant.to !== 'all' && !parties.includes(grant.to)) faults.push({ code: 'commitment.not_a_party', field: 'to' });
  if (grant.from !== 'all' && grant.from === grant.to)
    faults.push({ code: 'commitment.promised_to_itself', field: 'to' });
  if (grant.end < grant.start) faults.push({ code: 'commitment.ends_before_it_begins', field: 'end' });
  return faults;
}
