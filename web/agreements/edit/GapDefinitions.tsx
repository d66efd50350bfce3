import type { Clause, ClauseField, FieldType } from '@collegium/contract/agreements/clause';
import { gapPattern, partsOf } from '@collegium/contract/agreements/unfilled';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';

const typeNames: Record<FieldType, MessageDescriptor> = {
  text: msg`Words`,
  number: msg`A number`,
  date: msg`A day`,
  organisation: msg`A party`,
};
const types = Object.keys(typeNames) as FieldType[];

interface GapDefinitionsProps {
  clause: Clause;
  onChange: (fields: ClauseField[]) => void;
}

/** What each gap of the text is called and holds; a gap that was only written is described first, so that it can be filled. */
export function GapDefinitions({ clause, onChange }: GapDefinitionsProps) {
  const { t } = useLingui();
  const { language } = useFormat();
  const { fields } = clause;
  const written = gapsIn(clause);
  const described = fields.map(({ key }) => key);
  const set = (key: string, change: Partial<ClauseField>) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, ...change } : field)));
  return (
    <>
      {written
        .filter((key) => !described.includes(key))
        .map((key) => (
          <p key={key} className="gap-new">
            <span className="mono">{`{${key}}`}</span>{' '}
            <Button
              size="xs"
              onClick={() => onChange([...fields, { key, type: 'text', label: { [language]: key }, value: null }])}
            >
              <Trans>Say what this gap holds</Trans>
            </Button>
          </p>
        ))}
      {fields.length > 0 && (
        <details className="draft-terms">
          <summary>
            <Plural
              value={fields.length}
              one="# gap: what it is called and holds"
              other="# gaps: what they are called and hold"
            />
          </summary>
          {fields.map(({ key, type, label }) => (
            <div key={key} className="gap-described">
              <LocalisedField
                label={t`What the gap “${key}” is called`}
                value={label}
                onChange={(entered) => set(key, { label: entered })}
              />
              <FormRow>
                <Select
                  label={t`What “${key}” holds`}
                  allowDeselect={false}
                  data={types.map((value) => ({ value, label: t(typeNames[value]) }))}
                  value={type}
                  onChange={(entered) => set(key, { type: types.find((one) => one === entered) ?? type, value: null })}
                />
                {!written.includes(key) && (
                  <Button className="gap-drop" onClick={() => onChange(fields.filter((field) => field.key !== key))}>
                    <Trans>Not in the text: take out</Trans>
                  </Button>
                )}
              </FormRow>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** The words in curly brackets of all languages, without those that the promise or the access fills by itself. */
function gapsIn({ kind, text }: Clause): string[] {
  const own: readonly string[] = partsOf[kind];
  const keys = Object.values(text).flatMap((words) => [...words.matchAll(gapPattern)].map(([, key]) => key ?? ''));
  return [...new Set(keys)].filter((key) => !own.includes(key));
}
