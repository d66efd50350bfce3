import type { DraftAccess } from '@collegium/contract/agreements/clause';
import type { PartyView } from '@collegium/contract/agreements/views';
import type { GrantField, GrantGroup } from '@collegium/contract/commitments';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { FormRow } from '../../ui/FormRow.tsx';
import { useFieldNotes } from './field-notes.tsx';
import { PartySelect } from './PartySelect.tsx';
import { withField } from './with-field.ts';

const fieldNames: Record<GrantField, MessageDescriptor> = {
  name: msg`Name`,
  email: msg`E-mail address`,
  level: msg`Level`,
  field: msg`Field of education`,
  grades: msg`Grades`,
  languages: msg`Languages`,
  participations: msg`Participations`,
  outcomes: msg`Outcomes`,
};
const groupNames: Record<GrantGroup, MessageDescriptor> = {
  participants: msg`Learners who take part`,
  learners: msg`All learners`,
};
const fields = Object.keys(fieldNames) as GrantField[];
const groups = Object.keys(groupNames) as GrantGroup[];

interface AccessFieldsProps {
  value: DraftAccess;
  /** None for a clause of the library: whose data and until when belongs to an agreement. */
  parties: readonly PartyView[];
  onChange: (value: DraftAccess) => void;
}

/** What is opened about whom, from whom to whom, for which purpose and how long. */
export function AccessFields({ value, parties, onChange }: AccessFieldsProps) {
  const { t } = useLingui();
  const noteOf = useFieldNotes();
  const hasParties = parties.length > 0;
  const set = <K extends keyof DraftAccess>(key: K, entered: DraftAccess[K] | null) =>
    onChange(withField(value, key, entered));
  return (
    <>
      <Textarea
        label={t`For which purpose`}
        {...noteOf('purpose')}
        autosize
        value={value.purpose ?? ''}
        onChange={(event) => set('purpose', event.currentTarget.value)}
      />
      {hasParties && (
        <FormRow>
          <PartySelect
            label={t`Whose data`}
            {...noteOf('from')}
            parties={parties}
            value={value.from}
            canBeAll
            onChange={(entered) => set('from', entered)}
          />
          <PartySelect
            label={t`Who sees it`}
            {...noteOf('to')}
            parties={parties}
            value={value.to}
            canBeAll
            onChange={(entered) => set('to', entered)}
          />
        </FormRow>
      )}
      <MultiSelect
        label={t`Which data`}
        {...noteOf('fields')}
        data={fields.map((one) => ({ value: one, label: t(fieldNames[one]) }))}
        value={value.fields ?? []}
        onChange={(entered) => {
          const chosen = fields.filter((one) => entered.includes(one));
          set('fields', chosen.length > 0 ? chosen : null);
        }}
      />
      <Select
        label={t`About whom`}
        {...noteOf('about')}
        allowDeselect={false}
        data={groups.map((one) => ({ value: one, label: t(groupNames[one]) }))}
        value={value.about ?? null}
        onChange={(entered) =>
          set(
            'about',
            groups.find((one) => one === entered),
          )
        }
      />
      {hasParties && (
        <FormRow>
          <TextInput
            type="date"
            label={t`First day`}
            {...noteOf('start')}
            value={value.start ?? ''}
            onChange={(event) => set('start', event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t`Last day`}
            {...noteOf('end')}
            value={value.end ?? ''}
            onChange={(event) => set('end', event.currentTarget.value)}
          />
        </FormRow>
      )}
    </>
  );
}
