import type { PassportView, QualificationView } from '@collegium/contract/sharing/passports';
import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useNow } from '../useNow.ts';

/** Gives somebody the passport, found by mail address. */
export function IssueModal({ qualification, onClose }: { qualification: QualificationView; onClose: () => void }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const today = useNow().toISOString().slice(0, 10);
  const [problem, setProblem] = useState<unknown>();
  const form = useForm({
    initialValues: { email: '', issuedOn: today, expiresOn: '', evidence: '' },
  });
  const issue = useMutation({
    mutationFn: ({ email, issuedOn, expiresOn, evidence }: typeof form.values) =>
      api.post<PassportView>(`/qualifications/${qualification.id}/passports`, {
        email: email.trim(),
        issuedOn,
        evidence,
        ...(expiresOn !== '' && { expiresOn }),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['passports'] });
      onClose();
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Give a passport: ${text(qualification.name)}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form className="form" onSubmit={form.onSubmit((values) => issue.mutate(values))}>
        <TextInput
          data-autofocus
          type="email"
          label={t`Mail address of the person`}
          required
          {...form.getInputProps('email')}
        />
        <FormRow>
          <TextInput type="date" label={t`From`} required {...form.getInputProps('issuedOn')} />
          <TextInput
            type="date"
            label={t`Expires on`}
            description={
              qualification.validMonths === null ? t`Empty: for good` : t`Empty: ${qualification.validMonths} months`
            }
            {...form.getInputProps('expiresOn')}
          />
        </FormRow>
        <TextInput label={t`Evidence`} maxLength={500} {...form.getInputProps('evidence')} />
        <ProblemNote error={problem} />
        <FormActions>
          <Button type="submit" variant="filled" loading={issue.isPending}>
            <Trans>Give passport</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
