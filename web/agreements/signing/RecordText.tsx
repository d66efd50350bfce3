import type { AgreementRecord } from '@collegium/contract/agreements/record';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import './signing.css';

/** The text of a version as it is signed, in the authentic language first. */
export function RecordText({ record }: { record: AgreementRecord }) {
  const { t } = useLingui();
  const { authenticLanguage } = record.terms;
  const [language, setLanguage] = useState(authenticLanguage);
  const languages = [...new Set([authenticLanguage, ...record.clauses.flatMap(({ text }) => Object.keys(text))])];
  const nameOf = (id: string) => record.parties.find(({ organisationId }) => organisationId === id)?.name ?? id;
  const clauses = record.clauses.map((clause) => readClause(clause, { language, nameOf }));
  return (
    <article className="signed-text" lang={language} aria-label={t`The text`}>
      {languages.length > 1 && (
        <SegmentedControl
          aria-label={t`Language of the text`}
          value={language}
          onChange={setLanguage}
          data={languages.map((tag) => ({ value: tag, label: labelOf(tag, authenticLanguage, t`authentic`) }))}
        />
      )}
      {clauses.map(({ key, title, paragraphs }, index) => (
        <section key={key} aria-labelledby={`clause-${key}`}>
          <h3 id={`clause-${key}`}>
            <span className="clause-no">{index + 1}</span> {title}
          </h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </article>
  );
}

function labelOf(tag: string, authentic: string, word: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return tag === authentic ? `${name} (${word})` : name;
}
