import type { AgreementTerms } from '@collegium/contract/agreements/terms';
import type { AgreementMoved, AgreementView } from '@collegium/contract/agreements/views';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { accessionNames, renewalNames, withdrawalNames } from '../words.ts';

/** The terms of the draft: title, days, renewal, joining and leaving. */
export function TermsForm({ view, terms }: { view: AgreementView; terms: AgreementTerms }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(terms);
  const save = useMutation({
    mutationFn: () =>
      api.put<AgreementMoved>(`/agreements/${view.id}/draft/terms`, draft, { ifMatch: view.open?.version ?? 0 }),
    onSuccess: agreementChanged,
  });
  const set = (change: Partial<AgreementTerms>) => setDraft({ ...draft, ...change });
  return (
    <details className="draft-terms">
      <summary>
        <Trans>Terms: title, days, renewal, joining and leaving</Trans>
      </summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <LocalisedField label={t`Title`} value={draft.title} onChange={(title) => set({ title })} />
        <FormRow>
          <TextInput
            type="date"
            label={t`First day`}
            description={t`Empty: with the last signature`}
            value={draft.startsOn ?? ''}
            onChange={(event) => set({ startsOn: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t`Last day`}
            description={t`Empty: until it is terminated`}
            value={draft.endsOn ?? ''}
            onChange={(event) => set({ endsOn: event.currentTarget.value || null })}
          />
        </FormRow>
        <FormRow>
          <Choice
            label={t`Renewal`}
            names={renewalNames}
            value={draft.renewal}
            onChange={(renewal) => set({ renewal })}
          />
          <NumberInput
            label={t`By how many months`}
            min={1}
            max={120}
            value={draft.renewalMonths ?? ''}
            onChange={(value) => set({ renewalMonths: typeof value === 'number' ? value : null })}
          />
        </FormRow>
        <FormRow>
          <Choice
            label={t`Joining`}
            names={accessionNames}
            value={draft.accession}
            onChange={(accession) => set({ accession })}
          />
          <Choice
            label={t`Leaving`}
            names={withdrawalNames}
            value={draft.withdrawal}
            onChange={(withdrawal) => set({ withdrawal })}
          />
        </FormRow>
        <NumberInput
          label={t`Notice in days`}
          min={0}
          max={1830}
          value={draft.noticeDays}
          onChange={(value) => set({ noticeDays: typeof value === 'number' ? value : 0 })}
        />
        <ProblemNote error={save.error} />
        <FormActions>
          <Button type="submit" loading={save.isPending}>
            <Trans>Save terms</Trans>
          </Button>
        </FormActions>
      </form>
    </details>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  names: Record<T, MessageDescriptor>;
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, names, value, onChange }: ChoiceProps<T>) {
  const { t } = useLingui();
  const all = Object.keys(names) as T[];
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={all.map((one) => ({ value: one, label: t(names[one]) }))}
      value={value}
      onChange={(entered) => onChange(all.find((one) => one === entered) ?? value)}
    />
  );
}
