import type { AccessGrant, Commitment } from '../commitments.ts';
import type { Clause, DraftCommitment } from './clause.ts';

/** What is still missing: a gap of the text, a part of a promise or of what is opened, or the words themselves. */
export interface Unfilled {
  clauseKey: string;
  part: 'field' | 'commitment' | 'access' | 'text';
  /** The key of the gap, the name of the part (`quantity`), or the language of missing words. */
  name: string;
}

/** A promise cannot be measured without these. */
export const neededOfCommitment = [
  'measure',
  'promiser',
  'beneficiary',
  'quantity',
  'unit',
  'periodStart',
  'periodEnd',
  'every',
] as const satisfies readonly (keyof Commitment)[];

/** Nothing can be opened without these. */
export const neededOfAccess = [
  'purpose',
  'fields',
  'from',
  'to',
  'about',
  'start',
  'end',
] as const satisfies readonly (keyof AccessGrant)[];

/** Everything that must be filled before these clauses can be proposed, in the order of the text. */
export function unfilledOf(clauses: readonly Clause[], authenticLanguage: string): Unfilled[] {
  return clauses.flatMap((clause) => unfilledIn(clause, authenticLanguage));
}

function unfilledIn(clause: Clause, language: string): Unfilled[] {
  const missing = (part: Unfilled['part'], names: readonly string[]): Unfilled[] =>
    names.map((name) => ({ clauseKey: clause.key, part, name }));
  const { commitment = {}, access = {} } = clause;
  return [
    ...missing('text', (clause.text[language] ?? '').trim() === '' ? [language] : []),
    ...missing('field', [...gapsOf(clause)]),
    ...missing(
      'commitment',
      clause.kind === 'commitment'
        ? neededOf(commitment).filter((name) => !commitment[name] && commitment[name] !== 0)
        : [],
    ),
    ...missing('access', clause.kind === 'access' ? neededOfAccess.filter((name) => access[name] === undefined) : []),
  ];
}

function neededOf({ unit }: DraftCommitment): readonly (keyof Commitment)[] {
  return unit === 'money' ? [...neededOfCommitment, 'currency'] : neededOfCommitment;
}

/** Fields without a value, and gaps in the words that neither a field nor the promise itself fills. */
function gapsOf(clause: Clause): Set<string> {
  const filled = new Set(clause.fields.filter(({ value }) => value !== null && value !== '').map(({ key }) => key));
  const own: readonly string[] = partsOf[clause.kind];
  const written = Object.values(clause.text)
    .flatMap((text) => [...text.matchAll(gapPattern)].map(([, key]) => key ?? ''))
    .filter((key) => !own.includes(key));
  return new Set([...clause.fields.map(({ key }) => key), ...written].filter((key) => !filled.has(key)));
}

/** The gaps that a clause of a kind fills by itself: `{quantity}` is that of its promise. */
export const partsOf = { text: [], commitment: neededOfCommitment, access: neededOfAccess } as const;

/** `{places}` in a text. */
export const gapPattern = /\{([a-z][A-Za-z0-9]{0,39})\}/g;
