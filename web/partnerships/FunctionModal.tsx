import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface FunctionModalProps {
  view: PartnershipDetail;
  person: PartnershipDetail['people'][number];
  onClose: () => void;
}

/** Says anew what somebody of own organisation does in the partnership. */
export function FunctionModal({ view, person, onClose }: FunctionModalProps) {
  const { t } = useLingui();
  const [value, setValue] = useState(person.function);
  const save = useMutation({
    mutationFn: () =>
      api.put<PartnershipDetail>(`/partnerships/${view.id}/people/${person.id}`, { function: value.trim() }),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={person.name} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          data-autofocus
          maxLength={200}
          label={t`Function`}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <ProblemNote error={save.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending}>
            <Trans>Save changes</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}
