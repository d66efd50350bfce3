import { callOrder } from '../methods/call-order.ts';
import type { GroupMinimum } from '../problem.ts';
import { checkMinimums } from './check-offer.ts';
import { checkIds } from './check-ranking.ts';
import { FaultList } from './faults.ts';
import { idOf, listOf, objectOf } from './shapes.ts';

/** A ranking from which a call order is made. */
export interface CallOrder {
  readonly ranking: readonly { readonly id: string; readonly groups?: readonly string[] | undefined }[];
  readonly minimums?: readonly GroupMinimum[] | undefined;
}

/** Checks parsed JSON and returns it as a ranking with minimum rates. Throws `ProblemError` with every fault. */
export function checkCallOrder(value: unknown): CallOrder {
  const faults = new FaultList();
  const file = objectOf(value, '', ['$schema', 'name', 'ranking', 'minimums'], faults);
  if (file) {
    const seen = new Set<string>();
    listOf(file['ranking'], 'ranking', true, faults).forEach((entry, i) => {
      const learner = objectOf(entry, `ranking[${i}]`, ['id', 'groups'], faults);
      const id = learner && idOf(learner['id'], `ranking[${i}].id`, faults);
      if (id === undefined) return;
      if (seen.has(id)) faults.add('duplicate_id', `ranking[${i}].id`, `"${id}" stands in the ranking twice.`);
      seen.add(id);
      checkIds(learner?.['groups'], `ranking[${i}].groups`, undefined, faults);
    });
    checkMinimums(file['minimums'], 'minimums', faults);
  }
  faults.throwIfAny();
  return value as CallOrder;
}

/** The ids in the order of the call. */
export const orderOfCall = ({ ranking, minimums = [] }: CallOrder): string[] =>
  callOrder(
    ranking.map(({ groups = [] }) => groups),
    minimums,
  ).map((rank) => ranking[rank]!.id);
