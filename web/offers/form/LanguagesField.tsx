import { MultiSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo, type ReactNode } from 'react';
import { useWords } from '../useWords.ts';

/** Languages in which partners teach, most spoken first; any other that an import brought stays. */
const tags =
  'en zh-CN es fr de pt ar ru ja ko it nl pl tr sv da nb fi cs sk hu ro bg el uk sr hr sl lt lv et is ga ca eu he fa hi id ms vi th'.split(
    ' ',
  );

interface LanguagesFieldProps {
  value: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** The languages of instruction. */
export function LanguagesField({ value, onChange, error }: LanguagesFieldProps) {
  const { t } = useLingui();
  const { languageName } = useWords();
  const data = useMemo(
    () => [...new Set([...tags, ...value])].map((tag) => ({ value: tag, label: languageName(tag) })),
    [languageName, value],
  );
  return <MultiSelect label={t`Languages`} searchable data={data} value={value} onChange={onChange} error={error} />;
}
