import type { CommitmentView, ContributionInput } from '@collegium/contract/commitments/views';
import { minorUnitsOf } from '@collegium/contract/minor-units';
import { useLingui } from '@lingui/react/macro';
import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { commitmentChanged } from './commitment-query.ts';

/** Records what was given for a promise. */
export function RecordModal({ commitment, onClose }: { commitment: CommitmentView; onClose: () => void }) {
  const { t } = useLingui();
  const isMoney = commitment.unit === 'money';
  const [values, setValues] = useState({ doneOn: '', amount: isMoney ? 0 : 1, description: '', evidenceUrl: '' });
  const record = async () => {
    const { doneOn, description, evidenceUrl, amount } = values;
    const input: ContributionInput = {
      doneOn,
      description,
      amount: isMoney ? Math.round(amount * minorUnitsOf(commitment.currency ?? '')) : amount,
      ...(commitment.currency !== null && { currency: commitment.currency }),
      ...(evidenceUrl !== '' && { evidenceUrl }),
    };
    await api.post(`/commitments/${commitment.id}/contributions`, input);
    await commitmentChanged();
  };
  return (
    <FormModal title={t`Record what was given`} submit={t`Record it`} onSubmit={record} onClose={onClose}>
      <TextInput
        type="date"
        required
        data-autofocus
        label={t`Day`}
        min={commitment.startsOn}
        max={commitment.endsOn}
        value={values.doneOn}
        onChange={(event) => setValues({ ...values, doneOn: event.currentTarget.value })}
      />
      {isMoney && (
        <NumberInput
          required
          label={t`Amount in ${commitment.currency}`}
          min={0}
          decimalScale={2}
          value={values.amount}
          onChange={(value) => setValues({ ...values, amount: Number(value) })}
        />
      )}
      <Textarea
        required
        minLength={3}
        label={t`What was given?`}
        value={values.description}
        onChange={(event) => setValues({ ...values, description: event.currentTarget.value })}
      />
      <TextInput
        type="url"
        required={commitment.measure === 'attested'}
        label={t`Evidence`}
        description={t`The address of a page that shows it`}
        value={values.evidenceUrl}
        onChange={(event) => setValues({ ...values, evidenceUrl: event.currentTarget.value })}
      />
    </FormModal>
  );
}
