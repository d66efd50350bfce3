import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { unfilledOf } from '@collegium/contract/agreements/unfilled.ts';
import type { DraftFault } from '@collegium/contract/agreements/views.ts';
import { commitmentFaults, grantFaults } from '@collegium/contract/commitments/check.ts';
import { errorSentence } from '@collegium/contract/errors.ts';

interface Draft {
  clauses: readonly Clause[];
  /** Organisations that are parties today. */
  parties: readonly string[];
  authenticLanguage: string;
}

/**
 * Everything in a draft that cannot stand as it is, clause by clause, each with the sentence for the reader. What is only
 * missing is a gap, and not named again.
 */
export function faultsOf({ clauses, parties, authenticLanguage }: Draft, language: string): DraftFault[] {
  const gaps = new Set(unfilledOf(clauses, authenticLanguage).map(placeOf));
  return clauses
    .flatMap(({ key, kind, commitment = {}, access = {} }) => {
      if (kind === 'text') return [];
      const faults = kind === 'commitment' ? commitmentFaults(commitment, parties) : grantFaults(access, parties);
      return faults.map(({ code, field }) => ({
        clauseKey: key,
        part: kind,
        name: field,
        message: errorSentence(code, language),
      }));
    })
    .filter((fault) => !gaps.has(placeOf(fault)));
}

function placeOf({ clauseKey, part, name }: { clauseKey: string; part: string; name: string }): string {
  return `${clauseKey}/${part}/${name}`;
}
