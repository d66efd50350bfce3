import type { CommitmentWord } from '@collegium/contract/commitments/judge';
import type { CommitmentView } from '@collegium/contract/commitments/views';

/** How the promises of a year stand: those whose period ends in it. */
export interface YearOfPromises {
  year: string;
  counts: Record<CommitmentWord, number>;
  total: number;
}

/** Year by year, how many promises were kept and how many not; periods that are not due yet count for no year. */
export function healthByYear(commitments: readonly CommitmentView[]): YearOfPromises[] {
  const years = new Map<string, YearOfPromises>();
  for (const { word, endsOn } of commitments.flatMap(({ figures }) => figures)) {
    if (word === 'not_yet_due') continue;
    const year = endsOn.slice(0, 4);
    const counts = { kept: 0, on_track: 0, at_risk: 0, missed: 0, not_yet_due: 0 };
    const found = years.get(year) ?? { year, counts, total: 0 };
    found.counts[word] += 1;
    found.total += 1;
    years.set(year, found);
  }
  return [...years.values()].toSorted((a, b) => (a.year < b.year ? -1 : 1));
}
