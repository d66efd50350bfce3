import type { EvaluationSearch } from '../routes/evaluation.ts';

/** The filters in the address as the interface takes them. */
export function evaluationQuery({ by = 'kind', kind, term }: EvaluationSearch): {
  by: string;
  kind?: string;
  term?: string;
} {
  return { by, ...(kind && { kind }), ...(term && { term }) };
}
