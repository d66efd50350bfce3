import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface GroupModalProps {
  view: PartnershipDetail;
  /** The group to change; a new one without. */
  group?: PartnershipDetail['groups'][number] | undefined;
  onClose: () => void;
}

/** Makes or renames a working group; people are named into it afterwards, each by their own organisation. */
export function GroupModal({ view, group, onClose }: GroupModalProps) {
  const { t } = useLingui();
  const [values, setValues] = useState({ name: group?.name ?? '', purpose: group?.purpose ?? '' });
  const save = useMutation({
    mutationFn: () =>
      group
        ? api.put<PartnershipDetail>(`/partnership-groups/${group.id}`, values, { ifMatch: group.version })
        : api.post<PartnershipDetail>(`/partnerships/${view.id}/groups`, values),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={group ? t`Change ${group.name}` : t`Make a working group`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
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
        <ProblemNote error={save.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {group ? t`Save changes` : t`Make the group`}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}
