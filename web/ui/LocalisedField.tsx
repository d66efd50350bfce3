import type { LocalisedText } from '@collegium/contract/localised-text';
import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactNode } from 'react';
import { languages, matchLanguage, type Language } from '../i18n/languages.ts';

interface LocalisedFieldProps {
  label: string;
  hint?: string;
  value: LocalisedText;
  onChange: (value: LocalisedText) => void;
  error?: ReactNode;
  /** More than one line. */
  isLong?: boolean;
  isRequired?: boolean;
}

/** A text per language: one is shown at a time, and which are written is said on the switch. An emptied text is left out. */
export function LocalisedField({
  label,
  hint,
  value,
  onChange,
  error,
  isLong = false,
  isRequired = false,
}: LocalisedFieldProps) {
  const { i18n, t } = useLingui();
  const id = useId();
  const [language, setLanguage] = useState<Language>(matchLanguage([i18n.locale]));
  const Field = isLong ? Textarea : TextInput;
  function write(text: string) {
    const { [language]: _, ...others } = value;
    onChange(text === '' ? others : { ...others, [language]: text });
  }
  return (
    <div className="localised">
      <div className="localised-h">
        <label htmlFor={id}>{label}</label>
        <SegmentedControl
          aria-label={t`Language of “${label}”`}
          value={language}
          onChange={(tag) => setLanguage(matchLanguage([tag]))}
          data={languages.map(({ tag, name }) => ({ value: tag, label: value[tag] ? name : t`${name}, empty` }))}
        />
      </div>
      <Field
        id={id}
        lang={language}
        description={hint}
        required={isRequired}
        value={value[language] ?? ''}
        error={error}
        onChange={(event: { currentTarget: { value: string } }) => write(event.currentTarget.value)}
      />
    </div>
  );
}
