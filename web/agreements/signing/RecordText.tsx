import type { AgreementRecord } from '@collegium/contract/agreements/record';
import { pickText } from '@collegium/contract/pick-text';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { useFormat } from '../../i18n/useFormat.ts';
import { paragraphsOf } from './clause-text.ts';
import './signing.css';

/** The text of a version as it is signed, in the authentic language first. */
export function RecordText({ record }: { record: AgreementRecord }) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { authenticLanguage } = record.terms;
  const [language, setLanguage] = useState(authenticLanguage);
  const languages = [...new Set([authenticLanguage, ...record.clauses.flatMap(({ text }) => Object.keys(text))])];
  const nameOf = (id: string) => record.parties.find(({ organisationId }) => organisationId === id)?.name ?? id;
  const writer = { number: (value: number) => number(value), date: (day: string) => date(day), nameOf };
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
      {record.clauses.map((clause, index) => (
        <section key={clause.key} aria-labelledby={`clause-${clause.key}`}>
          <h3 id={`clause-${clause.key}`}>
            <span className="clause-no">{index + 1}</span> {pickText(clause.title, language)}
          </h3>
          {paragraphsOf(clause, pickText(clause.text, language), writer).map((paragraph) => (
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
