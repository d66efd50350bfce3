import type { ClauseField } from '@collegium/contract/agreements/clause';
import type { PartyView } from '@collegium/contract/agreements/views';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useFormat } from '../../i18n/useFormat.ts';
import { useFieldNotes } from './field-notes.tsx';

interface GapFieldsProps {
  fields: readonly ClauseField[];
  parties: readonly PartyView[];
  onChange: (fields: ClauseField[]) => void;
}

/** The gaps of a clause, each with the field that fits what it holds. */
export function GapFields({ fields, parties, onChange }: GapFieldsProps) {
  const fill = (key: string, value: ClauseField['value']) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, value } : field)));
  return fields.map((field) => (
    <GapField key={field.key} field={field} parties={parties} onFill={(value) => fill(field.key, value)} />
  ));
}

interface GapFieldProps {
  field: ClauseField;
  parties: readonly PartyView[];
  onFill: (value: ClauseField['value']) => void;
}

function GapField({ field, parties, onFill }: GapFieldProps) {
  const { text } = useFormat();
  const note = useFieldNotes()(field.key);
  const { type, value } = field;
  const label = text(field.label);
  const written = value === null ? '' : String(value);
  if (type === 'number')
    return (
      <NumberInput
        label={label}
        {...note}
        value={value ?? ''}
        onChange={(next) => onFill(typeof next === 'number' ? next : null)}
      />
    );
  if (type === 'organisation')
    return (
      <Select
        label={label}
        {...note}
        clearable
        data={parties
          .filter(({ leftOn }) => leftOn === null)
          .map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
        value={written || null}
        onChange={onFill}
      />
    );
  return (
    <TextInput
      type={type === 'date' ? 'date' : 'text'}
      label={label}
      {...note}
      value={written}
      onChange={(event) => onFill(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}
