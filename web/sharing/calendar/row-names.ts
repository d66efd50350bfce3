interface Named {
  id: string;
  name: string;
  owner: string | undefined;
}

/**
 * What each row is called where names must tell rows apart, by id: its name; with its owner when several are called so; and
 * numbered when one owner has several. `join` puts a name and what tells it apart together, in the reader’s language.
 */
export function rowNames(
  rows: readonly Named[],
  join: (name: string, distinction: string) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const withOwner = ({ name, owner }: Named) => (owner === undefined ? name : join(name, owner));
  const count = (of: (row: Named) => string, value: string) => rows.filter((row) => of(row) === value).length;
  const seen = new Map<string, number>();
  for (const row of rows) {
    const owned = withOwner(row);
    if (count(({ name }) => name, row.name) === 1) names.set(row.id, row.name);
    else if (count(withOwner, owned) === 1) names.set(row.id, owned);
    else {
      const number = (seen.get(owned) ?? 0) + 1;
      seen.set(owned, number);
      names.set(row.id, join(owned, String(number)));
    }
  }
  return names;
}
