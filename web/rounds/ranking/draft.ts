import type { RankingInput, RankingView } from '@collegium/contract/ranking';

/** A ranking while it is being made: groups of equals from best to worst, those not acceptable, and those not ranked yet. */
export interface RankingDraft {
  groups: string[][];
  unacceptable: string[];
  unranked: string[];
}

export function draftOf({ applicants, groups, unacceptable }: RankingView): RankingDraft {
  const placed = new Set([...groups.flat(), ...unacceptable]);
  return { groups, unacceptable, unranked: applicants.map(({ personId }) => personId).filter((id) => !placed.has(id)) };
}

export function inputOf({ groups, unacceptable }: RankingDraft): RankingInput {
  return { groups, unacceptable };
}

/** Puts somebody at the end of the ranking, as a group of one. */
export function rank(draft: RankingDraft, id: string): RankingDraft {
  const rest = without(draft, id);
  return { ...rest, groups: [...rest.groups, [id]] };
}

/** Says that somebody is not acceptable. */
export function refuse(draft: RankingDraft, id: string): RankingDraft {
  const rest = without(draft, id);
  return { ...rest, unacceptable: [...rest.unacceptable, id] };
}

/** Takes somebody out of ranking and refusals. */
export function forget(draft: RankingDraft, id: string): RankingDraft {
  const rest = without(draft, id);
  return { ...rest, unranked: [...rest.unranked, id] };
}

/** Makes a group equal to the one above it. */
export function tie(draft: RankingDraft, index: number): RankingDraft {
  const above = draft.groups[index - 1];
  const own = draft.groups[index];
  if (!above || !own) return draft;
  return { ...draft, groups: draft.groups.toSpliced(index - 1, 2, [...above, ...own]) };
}

/** Makes groups of one out of a group of equals, in its order. */
export function untie(draft: RankingDraft, index: number): RankingDraft {
  const own = draft.groups[index] ?? [];
  return { ...draft, groups: draft.groups.toSpliced(index, 1, ...own.map((id) => [id])) };
}

/** Reads a CSV of the columns person and position (a number, or empty for not acceptable); undefined when it is not one. */
export function readRankingCsv(text: string, known: ReadonlySet<string>): RankingDraft | undefined {
  const [heading = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const separator = heading.includes(';') ? ';' : heading.includes('\t') ? '\t' : ',';
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  const [person, position] = ['person', 'position'].map((name) => cells(heading.toLowerCase()).indexOf(name));
  if (person === undefined || person < 0 || position === undefined || position < 0) return undefined;
  const rows = lines
    .map(cells)
    .flatMap((row) => (known.has(row[person] ?? '') ? [[row[person] ?? '', row[position] ?? ''] as const] : []));
  const numbered = rows.filter(([, at]) => /^\d+$/.test(at)).toSorted(([, a], [, b]) => Number(a) - Number(b));
  const named = new Set(rows.map(([id]) => id));
  if (named.size < rows.length) return undefined;
  return {
    groups: [...Map.groupBy(numbered, ([, at]) => Number(at)).values()].map((group) => group.map(([id]) => id)),
    unacceptable: rows.filter(([, at]) => at === '').map(([id]) => id),
    unranked: [...known].filter((id) => !named.has(id)),
  };
}

/** The same ranking as CSV, with names for the reader. Cells that a spreadsheet would take for a formula are kept as text. */
export function writeRankingCsv(draft: RankingDraft, nameOf: (id: string) => string): string {
  const line = (id: string, position: string) => `${id},${position},"${safe(nameOf(id)).replaceAll('"', '""')}"`;
  return [
    'person,position,name',
    ...draft.groups.flatMap((group, index) => group.map((id) => line(id, String(index + 1)))),
    ...draft.unacceptable.map((id) => line(id, '')),
    ...draft.unranked.map((id) => line(id, String(draft.groups.length + 1))),
  ].join('\r\n');
}

function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function without(draft: RankingDraft, id: string): RankingDraft {
  const keep = (one: string) => one !== id;
  return {
    groups: draft.groups.map((group) => group.filter(keep)).filter((group) => group.length > 0),
    unacceptable: draft.unacceptable.filter(keep),
    unranked: draft.unranked.filter(keep),
  };
}
