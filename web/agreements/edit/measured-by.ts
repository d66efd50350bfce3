import type { DraftCommitment } from '@collegium/contract/agreements/clause';
import type { CommitmentFilters } from '@collegium/contract/commitments';
import {
  commitmentFilterNames,
  measureDefinitions,
  type CommitmentFilterName,
  type Measure,
} from '@collegium/contract/commitments/measures';
import { withField } from './with-field.ts';

/** The promise measured in another way: what only the earlier measure heeded is left out. */
export function measuredBy(value: DraftCommitment, measure: Measure): DraftCommitment {
  const { currency, tolerance, weights, filters, ...common } = value;
  const { unit } = measureDefinitions[measure];
  const kept = heededBy(measure, filters ?? {});
  const isBalance = measure === 'exchange_balance';
  return {
    ...common,
    measure,
    unit,
    ...(Object.keys(kept).length > 0 && { filters: kept }),
    ...(unit === 'money' && currency !== undefined && { currency }),
    ...(isBalance && tolerance !== undefined && { tolerance }),
    ...(isBalance && weights !== undefined && { weights }),
  };
}

function heededBy(measure: Measure, filters: CommitmentFilters): CommitmentFilters {
  const heeded: readonly CommitmentFilterName[] = measureDefinitions[measure].filters;
  return commitmentFilterNames
    .filter((name) => !heeded.includes(name))
    .reduce((kept, name) => withField(kept, name, null), filters);
}
