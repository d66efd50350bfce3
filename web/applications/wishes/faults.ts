import { ApiProblem } from '../../api/problem.ts';

/** What the server said against single wishes of the list that was sent: its sentences by the offer they are about. */
export function faultsByWish(error: unknown, offerIds: readonly string[]): Map<string, string[]> {
  const faults = new Map<string, string[]>();
  if (!(error instanceof ApiProblem)) return faults;
  for (const { path, detail } of error.fields) {
    const id = offerIds[Number(/^offerIds\.(\d+)$/.exec(path)?.[1] ?? -1)];
    if (id !== undefined) faults.set(id, [...(faults.get(id) ?? []), detail]);
  }
  return faults;
}
