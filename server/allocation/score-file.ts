import type { ScoresInput } from '@collegium/contract/rounds.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../platform/problem/problem.ts';

/** A score and whom it is for: one of the three names is given, the others are null. */
export interface ScoreRow {
  membership: string | null;
  person: string | null;
  email: string | null;
  score: number;
}

/** The rows of the input, whichever way they were sent. Throws round.scores_unreadable with the row and what is wrong. */
export function readScores(input: ScoresInput): ScoreRow[] {
  if (input.csv !== undefined) return readCsv(input.csv);
  return (input.scores ?? []).map(({ membershipId, personId, email, score }, index) => {
    if (!membershipId && !personId && !email) throw unreadable(index + 1, 'it names nobody');
    return { membership: membershipId ?? null, person: personId ?? null, email: email?.toLowerCase() ?? null, score };
  });
}

/** Comma, semicolon or tab; a byte order mark and empty lines do no harm. Row numbers count the heading, as spreadsheets do. */
function readCsv(text: string): ScoreRow[] {
  const heading = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const delimiter = [',', ';', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0];
  return parseRows(text, delimiter ?? ',').map((row, index) => readRow(row, index + 2));
}

function parseRows(text: string, delimiter: string): Record<string, string>[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      columns: (names: string[]) => names.map((name) => name.toLowerCase().replace(/_?id$/, '')),
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(Number(error['lines'] ?? 1), error.message.slice(0, 200));
    throw error;
  }
}

function readRow(row: Record<string, string>, number: number): ScoreRow {
  const { membership, person, email, score = '' } = row;
  const value = Number(score.replace(',', '.'));
  if (score === '' || !Number.isFinite(value)) throw unreadable(number, `“${score.slice(0, 40)}” is no number`);
  const wrong = [membership, person].find((id) => id && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  if (wrong) throw unreadable(number, `“${wrong.slice(0, 40)}” is no identifier`);
  if (!membership && !person && !email) throw unreadable(number, 'it names nobody');
  return { membership: membership || null, person: person || null, email: email?.toLowerCase() || null, score: value };
}

function unreadable(row: number, problem: string): Problem {
  return new Problem('round.scores_unreadable', { row, problem });
}
