import type { LocalisedText } from '@collegium/contract/localised-text';
import { pickText } from '@collegium/contract/pick-text';
import { SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { RichText } from '../../ui/RichText.tsx';
import { ownLanguageName } from '../useWords.ts';

/** A description in the reader's language, and in the others in which it was written. */
export function Description({ text }: { text: LocalisedText }) {
  const { t } = useLingui();
  const { language } = useFormat();
  const tags = Object.keys(text);
  const shownFirst = tags.find((tag) => text[tag] === pickText(text, language)) ?? tags[0];
  const [chosen, choose] = useState<string>();
  const tag = chosen !== undefined && tags.includes(chosen) ? chosen : shownFirst;
  if (tag === undefined) return <p className="sub">{t`The provider has not described it yet.`}</p>;
  return (
    <>
      {tags.length > 1 && (
        <SegmentedControl
          className="description-languages"
          aria-label={t`Language of the description`}
          value={tag}
          onChange={choose}
          data={tags.map((one) => ({ value: one, label: ownLanguageName(one) }))}
        />
      )}
      <div lang={tag} dir="auto">
        <RichText text={text[tag] ?? ''} />
      </div>
    </>
  );
}
