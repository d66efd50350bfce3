import { evaluationGroupings, type EvaluationFigures, type EvaluationQuery } from '@collegium/contract/evaluation.ts';
import { writeCsv } from '../platform/csv/write-csv.ts';
import type { MemberScope } from '../platform/scope.ts';
import { evaluateAll } from './evaluation.ts';

const columns = [
  'offers',
  'places',
  'applied',
  'placed',
  'accepted',
  'started',
  'completed',
  'recognised',
  'fillRate',
  'firstWishRate',
  'topThreeRate',
  'completionRate',
] as const satisfies (keyof EvaluationFigures)[];

/** The same figures as the page, all groups, as CSV. Hidden numbers read “hidden”. */
export async function evaluationCsv(scope: MemberScope, query: EvaluationQuery): Promise<string> {
  const view = await evaluateAll(scope, query);
  const by = evaluationGroupings.find((grouping) => grouping === view.by) ?? 'kind';
  const line = (label: string, figures: EvaluationFigures) => [
    label,
    ...columns.map((column) => figures[column] ?? 'hidden'),
  ];
  return writeCsv(
    [by, ...columns],
    [...view.groups.map((group) => line(group.label, group)), line('total', view.total)],
  );
}
