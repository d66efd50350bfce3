import { checkFiles, readRows, Row, type Table } from './csv-rows.ts';
import type { Input } from './input-error.ts';

type JsonObject = Record<string, unknown>;
interface Ranked {
  readonly id: string;
  readonly rank: number;
  readonly row: Row;
}
/** Where the parts of the problem stand, by path; a ranking has the rows of its tiers. */
type Places = Map<string, Row | readonly (readonly Ranked[])[]>;

/**
 * Reads a problem from a folder of CSV files with a header line, UTF-8, comma or semicolon:
 * learners (id, groups, places), preferences (learner, offer, rank), offers (id, organisation, capacity, minimum),
 * and where needed priorities (offer, learner, rank or score), reserves and ceilings (offer, group, places),
 * minimums (offer, group, percent), caps (organisation, places), together (group, learner), clashes (clash, offer),
 * fixed (learner, offer, reason), settings (name, value). The same rank twice is a tie.
 */
export function readCsvFolder(folder: string): Input {
  checkFiles(folder);
  const places: Places = new Map();
  const rows = (table: Table): Row[] => readRows(folder, table);
  const learners = readLearners(rows, places);
  const offers = readOffers(rows, places);
  const value = {
    ...settingsIn(rows('settings')),
    learners,
    offers,
    caps: noted(rows('caps'), 'caps', places, (row) =>
      withValues(row, { organisation: row.text('organisation') }, ['places']),
    ),
    together: grouped(rows('together'), 'group', 'learner', 'together', places),
    clashes: grouped(rows('clashes'), 'clash', 'offer', 'clashes', places),
    fixed: noted(rows('fixed'), 'fixed', places, (row) => {
      const reason = row.text('reason');
      return [row.text('learner'), row.text('offer'), ...(reason === '' ? [] : [reason])];
    }),
  };
  return { value, placeOf: (path) => placeOf(path, places, folder) };
}

type Rows = (table: Table) => Row[];

function readLearners(rows: Rows, places: Places): JsonObject[] {
  const wishes = new Map<string, Ranked[]>();
  const learners = noted(rows('learners'), 'learners', places, (row) => {
    const groups = row
      .text('groups')
      .split('|')
      .map((group) => group.trim());
    // Of two learners with one id the check tells; the wishes go to the first.
    if (!wishes.has(row.text('id'))) wishes.set(row.text('id'), []);
    return withValues(row, { id: row.text('id'), groups: row.text('groups') === '' ? [] : groups }, ['places']);
  });
  for (const row of rows('preferences'))
    known(wishes, 'learner', row).push({ id: row.text('offer'), rank: row.number('rank'), row });
  learners.forEach((learner, i) => {
    learner['preferences'] = ranking(wishes.get(learner['id'] as string)!, `learners[${i}].preferences`, places);
    wishes.set(learner['id'] as string, []);
  });
  return learners;
}

function readOffers(rows: Rows, places: Places): JsonObject[] {
  const index = new Map<string, number>();
  const offers = noted(rows('offers'), 'offers', places, (row, i): JsonObject => {
    if (!index.has(row.text('id'))) index.set(row.text('id'), i);
    const organisation = row.text('organisation');
    const named = { id: row.text('id'), ...(organisation === '' ? {} : { organisation }) };
    return withValues(row, named, ['capacity', 'minimum']);
  });
  addPriorities(rows('priorities'), offers, index, places);
  for (const table of ['reserves', 'ceilings', 'minimums'] as const) {
    for (const row of rows(table)) {
      const i = known(index, 'offer', row);
      const list = (offers[i]![table] ??= []) as JsonObject[];
      places.set(`offers[${i}].${table}[${list.length}]`, row);
      list.push(withValues(row, { group: row.text('group') }, [table === 'minimums' ? 'percent' : 'places']));
    }
  }
  return offers;
}

/** Each offer's rows carry a rank each, or a score each. */
function addPriorities(
  rows: readonly Row[],
  offers: JsonObject[],
  index: ReadonlyMap<string, number>,
  places: Places,
): void {
  const ranked = new Map<number, Ranked[]>();
  const scored = new Map<number, JsonObject>();
  for (const row of rows) {
    const i = known(index, 'offer', row);
    const learner = row.text('learner');
    if ((row.text('score') === '') === (row.text('rank') === ''))
      throw row.fault('A rank or a score is needed here, one of the two.');
    if ((row.text('score') === '' ? scored : ranked).has(i))
      throw row.fault(`"${row.text('offer')}" has ranks in some lines and scores in others.`);
    if (row.text('score') === '') {
      if (!ranked.has(i)) ranked.set(i, []);
      ranked.get(i)!.push({ id: learner, rank: row.number('rank'), row });
    } else {
      // Without a prototype, a learner whose id is "__proto__" is a learner like any other.
      if (!scored.has(i)) scored.set(i, Object.create(null) as JsonObject);
      const scores = scored.get(i)!;
      if (learner in scores) throw row.fault(`"${learner}" has two scores in "${row.text('offer')}".`);
      scores[learner] = row.number('score');
      places.set(`offers[${i}].priorities.scores[${JSON.stringify(learner)}]`, row);
    }
  }
  for (const [i, wishes] of ranked) offers[i]!['priorities'] = ranking(wishes, `offers[${i}].priorities`, places);
  for (const [i, scores] of scored) offers[i]!['priorities'] = { scores };
}

/** The members in the order of their ranks, those of one rank as a tie. */
function ranking(members: readonly Ranked[], path: string, places: Places): (string | string[])[] {
  const tiers = new Map<number, Ranked[]>();
  for (const member of members) {
    const tier = tiers.get(member.rank);
    if (tier) tier.push(member);
    else tiers.set(member.rank, [member]);
  }
  const sorted = [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier);
  places.set(path, sorted);
  return sorted.map((tier) => (tier.length === 1 ? tier[0]!.id : tier.map(({ id }) => id)));
}

/** One entry per row, whose places are noted under `path`. */
function noted<T>(rows: readonly Row[], path: string, places: Places, entry: (row: Row, i: number) => T): T[] {
  return rows.map((row, i) => {
    places.set(`${path}[${i}]`, row);
    return entry(row, i);
  });
}

function withValues(row: Row, entry: JsonObject, columns: readonly string[]): JsonObject {
  for (const column of columns) if (row.value(column) !== undefined) entry[column] = row.value(column);
  return entry;
}

function known<T>(entries: ReadonlyMap<string, T>, column: 'learner' | 'offer', row: Row): T {
  const entry = entries.get(row.text(column));
  if (entry === undefined) throw row.fault(`There is no ${column} "${row.text(column)}".`);
  return entry;
}

const SETTINGS = ['name', 'method', 'seed', 'ties', 'objective'];

function settingsIn(rows: readonly Row[]): JsonObject {
  const settings: JsonObject = {};
  for (const row of rows) {
    const name = row.text('name');
    if (!SETTINGS.includes(name)) throw row.fault(`"${name}" is not a setting; known are ${SETTINGS.join(', ')}.`);
    if (Object.hasOwn(settings, name)) throw row.fault(`"${name}" is set twice.`);
    settings[name] = row.text('value');
  }
  return settings;
}

function grouped(rows: readonly Row[], by: string, member: string, path: string, places: Places): string[][] {
  const groups = new Map<string, string[]>();
  const index = new Map<string, number>();
  for (const row of rows) {
    const group = groups.get(row.text(by)) ?? [];
    if (group.length === 0) {
      index.set(row.text(by), groups.size);
      groups.set(row.text(by), group);
      places.set(`${path}[${index.get(row.text(by))}]`, row);
    }
    places.set(`${path}[${index.get(row.text(by))}][${group.length}]`, row);
    group.push(row.text(member));
  }
  return [...groups.values()];
}

/** The line of the longest part of the path that a line stands for. */
function placeOf(path: string, places: Places, folder: string): string {
  for (let part = path; part !== ''; part = part.replace(LAST_STEP, '')) {
    const place = places.get(part);
    if (place === undefined) continue;
    const [, tier = -1, member = 0] = /^\[(\d+)\](?:\[(\d+)\])?/.exec(path.slice(part.length)) ?? [];
    const row = place instanceof Row ? place : place[Number(tier)]?.[Number(member)]?.row;
    if (row !== undefined) return `${row.place}, ${path}`;
  }
  return `${folder}, ${path}`;
}

const LAST_STEP = /(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\]|\.?[^.[\]]+)$/;
