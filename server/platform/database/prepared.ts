import type { CompiledQuery } from 'kysely';
import type { Database } from './database.ts';

/** What a prepared query is given: a flat record, whose values travel as parameters unless they shape the statement. */
type Given = object;

/**
 * A query that is put together once per network and shape, and from then on only given its values: putting a statement
 * together and compiling it costs Node more than sending it. `shape` names what the text of the statement depends on;
 * whether a value is there, and whether it is null, may always decide. All other values may be placed in the statement and
 * nothing else: during the building they are stand-ins, which refuse to be read as text or number.
 */
export function prepared<G extends Given, Row>(
  shape: readonly (keyof G & string)[],
  build: (db: Database, given: G) => CompiledQuery<Row>,
): (db: Database, given: G) => Promise<Row[]> {
  const known = new WeakMap<Database, Map<string, CompiledQuery<Row>>>();
  return async (db, given) => {
    const statements = known.get(db) ?? new Map<string, CompiledQuery<Row>>();
    known.set(db, statements);
    const key = keyOf(given, shape);
    const statement = statements.get(key) ?? build(db, withStandIns(given, shape));
    statements.set(key, statement);
    const parameters = statement.parameters.map((value) =>
      value instanceof StandIn ? given[value.name as keyof G] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...statement, parameters });
    return rows;
  };
}

/** Takes the place of a value until the statement is sent. */
class StandIn {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(`“${this.name}” shapes the statement, so it must be named as doing so`);
  }

  toJSON(): never {
    return this[Symbol.toPrimitive]();
  }
}

function keyOf<G extends Given>(given: G, shape: readonly (keyof G & string)[]): string {
  let key = '';
  for (const name of shape) key += `${String(given[name])}\n`;
  for (const name in given)
    if (given[name] !== undefined) key += given[name] === null ? `${name} is null\n` : `${name}\n`;
  return key;
}

function withStandIns<G extends Given>(given: G, shape: readonly string[]): G {
  const entries = Object.entries(given).map(([name, value]) => [
    name,
    isAbsent(value) || shape.includes(name) ? value : new StandIn(name),
  ]);
  return Object.fromEntries(entries) as G;
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}
