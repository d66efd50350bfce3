import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { partnershipChanged } from './partnership-query.ts';

/** Makes a working group; people are named into it afterwards, each by their own organisation. */
export function GroupModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const [values, setValues] = useState({ name: '', purpose: '' });
  const make = useMutation({
    mutationFn: () => api.post<PartnershipDetail>(`/partnerships/${view.id}/groups`, values),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Make a working group`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextInput
          required
          withAsterisk={false}
          data-autofocus
          maxLength={200}
          label={t`Name`}
          value={values.name}
          onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={2_000}
          label={t`What is it for?`}
          value={values.purpose}
          onChange={(event) => setValues({ ...values, purpose: event.currentTarget.value })}
        />
        <ProblemNote error={make.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={make.isPending}>
            <Trans>Make the group</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
