import type { Clause } from '@collegium/contract/agreements/clause';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { useFormat } from '../../i18n/useFormat.ts';

/** The words of a clause that belongs to no agreement yet: every gap shows what it wants. */
export function ClausePreview({ clause }: { clause: Clause }) {
  const { language } = useFormat();
  const { paragraphs } = readClause(clause, { language, nameOf: (id) => id });
  return (
    <blockquote className="thread-suggestion">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </blockquote>
  );
}
