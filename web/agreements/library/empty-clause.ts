import type { Clause, ClauseKind } from '@collegium/contract/agreements/clause';

/** A clause of a kind in which nothing is written yet but its title. */
export function emptyClause(kind: ClauseKind, title: string, language: string): Clause {
  return {
    key: 'clause',
    kind,
    title: { [language]: title },
    text: {},
    fields: [],
    ...(kind === 'commitment' && { commitment: {} }),
    ...(kind === 'access' && { access: {} }),
  };
}
