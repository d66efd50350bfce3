import type { AgreementView } from '@collegium/contract/agreements/views';
import type { ClauseReading } from '@collegium/contract/agreements/read-clause';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';

/** With what the words of an agreement's clauses are filled for the reader: the names of its parties. */
export function useReading(view: AgreementView): ClauseReading {
  const { language } = useFormat();
  return useMemo(() => {
    const names = new Map(view.parties.map(({ organisationId, name }) => [organisationId, name]));
    return { language, nameOf: (id) => names.get(id) ?? id };
  }, [language, view.parties]);
}
