import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { type Input, InputError } from './input-error.ts';

type Row = Readonly<Record<string, string>> & { readonly line: number };
type Ranked = { id: string; rank: number };
type JsonObject = Record<string, unknown>;

/**
 * Reads a problem from a folder of CSV files with a header line, UTF-8, comma or semicolon:
 * learners (id, groups, places), preferences (learner, offer, rank), offers (id, organisation, capacity, minimum),
 * and where needed priorities (offer, learner, rank or score), reserves and ceilings (offer, group, places),
 * minimums (offer, group, percent), caps (organisation, places), together (group, learner), clashes (clash, offer),
 * fixed (learner, offer, reason), settings (name, value). The same rank twice is a tie.
 */
export function readCsvFolder(folder: string): Input {
  const places = new Map<string, string>();
  const rows = (file: string, required = false): Row[] => readRows(folder, file, required);
  const note = (path: string, file: string, row: Row): void => {
    places.set(path, `${join(folder, `${file}.csv`)}, line ${row.line}`);
  };

  const learners = new Map<string, JsonObject & { wishes: Ranked[] }>();
  const allLearners: (JsonObject & { wishes: Ranked[] })[] = [];
  rows('learners', true).forEach((row, i) => {
    note(`learners[${i}]`, 'learners', row);
    const learner = { id: row['id'], groups: listIn(row['groups']), ...numbersIn(row, ['places']), wishes: [] };
    allLearners.push(learner);
    if (!learners.has(row['id'] ?? '')) learners.set(row['id'] ?? '', learner);
  });
  for (const row of rows('preferences', true)) {
    const learner = learners.get(row['learner'] ?? '');
    if (!learner)
      throw new InputError(
        `${join(folder, 'preferences.csv')}, line ${row.line}: There is no learner "${row['learner']}".`,
      );
    learner.wishes.push({ id: row['offer'] ?? '', rank: Number(row['rank']) });
  }
  const offers = new Map<string, JsonObject>();
  const allOffers: JsonObject[] = [];
  rows('offers', true).forEach((row, i) => {
    note(`offers[${i}]`, 'offers', row);
    const organisation = row['organisation'] ? { organisation: row['organisation'] } : {};
    const offer = { id: row['id'], ...organisation, ...numbersIn(row, ['capacity', 'minimum']) };
    allOffers.push(offer);
    if (!offers.has(row['id'] ?? '')) offers.set(row['id'] ?? '', offer);
  });
  addPriorities(folder, rows('priorities'), offers);
  for (const file of ['reserves', 'ceilings', 'minimums'] as const) {
    for (const row of rows(file)) {
      const list = (ofOffer(folder, file, row, offers)[file] ??= []) as JsonObject[];
      list.push({ group: row['group'], ...numbersIn(row, file === 'minimums' ? ['percent'] : ['places']) });
    }
  }
  const value = {
    ...Object.fromEntries(rows('settings').map((row) => [row['name'] ?? '', row['value']])),
    learners: allLearners.map(({ wishes, ...learner }) => ({ ...learner, preferences: ranking(wishes) })),
    offers: allOffers,
    caps: rows('caps').map((row) => ({ organisation: row['organisation'], ...numbersIn(row, ['places']) })),
    together: grouped(rows('together'), 'group', 'learner'),
    clashes: grouped(rows('clashes'), 'clash', 'offer'),
    fixed: rows('fixed').map((row) => [row['learner'], row['offer'], ...(row['reason'] ? [row['reason']] : [])]),
  };
  return { value, placeOf: (path) => placeOf(path, places, folder) };
}

function readRows(folder: string, name: string, required: boolean): Row[] {
  const file = join(folder, `${name}.csv`);
  if (!existsSync(file)) {
    if (required)
      throw new InputError(`${file} is missing; a folder needs learners.csv, preferences.csv and offers.csv.`);
    return [];
  }
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(readFileSync(file), {
      columns: true,
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      delimiter: [',', ';'],
    });
    return rows.map(({ record, info }) => Object.assign(record, { line: info.lines }) as unknown as Row);
  } catch (error) {
    const { lines = '?', message } = error as CsvError & { lines?: number };
    throw new InputError(`${file}, line ${lines}: ${message}.`);
  }
}

const listIn = (text: string | undefined): string[] => (text ? text.split('|').map((item) => item.trim()) : []);

/** The named cells as numbers where they are numbers, as text where not, for the check to name; empty cells are left out. */
function numbersIn(row: Row, names: readonly string[]): JsonObject {
  const cells = names.filter((name) => row[name] !== undefined && row[name] !== '');
  return Object.fromEntries(
    cells.map((name) => [name, Number.isNaN(Number(row[name])) ? row[name] : Number(row[name])]),
  );
}

function ranking(wishes: readonly Ranked[]): (string | string[])[] {
  const tiers = new Map<number, string[]>();
  for (const { id, rank } of wishes) tiers.set(rank, [...(tiers.get(rank) ?? []), id]);
  return [...tiers].sort(([a], [b]) => a - b).map(([, ids]) => (ids.length === 1 ? ids[0]! : ids));
}

function addPriorities(folder: string, rows: readonly Row[], offers: ReadonlyMap<string, JsonObject>): void {
  const ranked = new Map<JsonObject, Ranked[]>();
  for (const row of rows) {
    const offer = ofOffer(folder, 'priorities', row, offers);
    const learner = row['learner'] ?? '';
    if (row['score']) {
      const { scores } = (offer['priorities'] ??= { scores: {} }) as { scores: JsonObject };
      Object.assign(scores, { [learner]: numbersIn(row, ['score'])['score'] });
    } else {
      ranked.set(offer, [...(ranked.get(offer) ?? []), { id: learner, rank: Number(row['rank']) }]);
    }
  }
  for (const [offer, wishes] of ranked) offer['priorities'] = ranking(wishes);
}

function ofOffer(folder: string, file: string, row: Row, offers: ReadonlyMap<string, JsonObject>): JsonObject {
  const offer = offers.get(row['offer'] ?? '');
  if (!offer)
    throw new InputError(`${join(folder, `${file}.csv`)}, line ${row.line}: There is no offer "${row['offer']}".`);
  return offer;
}

function grouped(rows: readonly Row[], by: string, member: string): string[][] {
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(row[by] ?? '', [...(groups.get(row[by] ?? '') ?? []), row[member] ?? '']);
  return [...groups.values()];
}

function placeOf(path: string, places: ReadonlyMap<string, string>, folder: string): string {
  const entry = /^\w+\[\d+\]/.exec(path)?.[0];
  return `${(entry && places.get(entry)) ?? folder}, ${path}`;
}
