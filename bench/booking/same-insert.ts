import { makeBooking } from '../../server/sharing/booking/make-booking.ts';
import { numberedId, numberedIdInSql } from '../product/world.ts';
import { catchStatements, type Statement } from './reference.ts';
import { bookingOf } from './requests.ts';
import { first, firstDay } from './seed.ts';

/**
 * The statement by which the product books, for pgbench: as it was caught, but on a resource and hour at random, and with
 * fresh ids where the application makes fresh ids.
 */
export async function sameInsert(url: string): Promise<string> {
  const known = bookingOf([first.random], new Date(firstDay().getTime() + 20_003 * 3_600_000));
  const statement = (await catchStatements(url, (scope) => makeBooking(scope, known))).at(-1);
  if (!statement) throw new Error('The booking ran no statement');
  const bookingId = /"booking_id":"([0-9a-f-]{36})"/.exec(unquoted(statement))?.[1] ?? '';
  const values = new Map([
    [bookingId, numberedIdInSql(7, ':booking')],
    [numberedId(5, first.random), numberedIdInSql(5, ':resource')],
    [known.starts, instant(':hour::integer')],
    [known.ends, instant('(:hour::integer + 1)')],
  ]);
  const sql = statement.sql.replace(/\$(\d+)/g, (_, index: string) =>
    literal(statement.parameters[Number(index) - 1], values),
  );
  return [
    `\\set resource random(${first.random}, ${first.random + 999})`,
    '\\set hour random(0, 19999)',
    '\\set booking random(1, 1000000000000)',
    `${sql.replaceAll('\n', ' ')};\n`,
  ].join('\n');
}

function instant(hour: string): string {
  const at = `(timestamptz '${firstDay().toISOString()}' + ${hour} * interval '1 hour') at time zone 'UTC'`;
  return `to_char(${at}, ${quoted('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')})`;
}

function unquoted({ parameters }: Statement): string {
  return JSON.stringify(parameters).replaceAll('\\"', '"');
}

/** A value as SQL writes it; the known ones in it, also inside of JSON, are put together anew. */
function literal(value: unknown, values: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return literal(value.toISOString(), values);
  if (Array.isArray(value)) return literal(`{${value.join()}}`, values);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (isFresh(text) && !values.has(text)) return 'gen_random_uuid()::text';
  for (const [part, expression] of values)
    if (text.includes(part))
      return `(${text
        .split(part)
        .map((rest) => literal(rest, values))
        .join(` || (${expression})::text || `)})`;
  return quoted(text);
}

/** Colons are escaped, for pgbench takes what follows one for a variable, also inside of quotes. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\003A');
  return `U&'${escaped}'`;
}

/** Ids that the application makes for each booking: UUIDv7, unlike those of the world. */
function isFresh(text: string): boolean {
  return /^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text) && !text.startsWith('00000000');
}
