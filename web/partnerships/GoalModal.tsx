import type { GoalView, PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface GoalModalProps {
  view: PartnershipDetail;
  /** The goal to change; a new one without. */
  goal?: GoalView;
  onClose: () => void;
}

/** Sets or changes a goal: what will be true, who of the members sees to it, and by when; or takes it off the page. */
export function GoalModal({ view, goal, onClose }: GoalModalProps) {
  const { t } = useLingui();
  const owners = view.members.filter(({ leftOn }) => leftOn === null).map(({ organisation }) => organisation);
  const [isReached, setReached] = useState(goal?.reachedOn != null);
  const [values, setValues] = useState({
    text: goal?.text ?? '',
    ownerId: goal?.owner.id ?? owners[0]?.id ?? '',
    dueOn: goal?.dueOn ?? '',
  });
  const save = async () => {
    const body = { ...values, dueOn: values.dueOn === '' ? null : values.dueOn };
    const detail = goal
      ? await api.put<PartnershipDetail>(
          `/partnership-goals/${goal.id}`,
          { ...body, reachedOn: isReached ? goal.reachedOn : null },
          { ifMatch: goal.version },
        )
      : await api.post<PartnershipDetail>(`/partnerships/${view.id}/goals`, body);
    partnershipChanged(detail);
  };
  const remove = useMutation({
    mutationFn: (of: GoalView) => api.delete<PartnershipDetail>(`/partnership-goals/${of.id}`, { ifMatch: of.version }),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <FormModal
      title={goal ? t`Change the goal` : t`Set a goal`}
      submit={goal ? t`Save changes` : t`Set the goal`}
      onSubmit={save}
      onClose={onClose}
      error={remove.error}
      more={
        goal && (
          <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(goal)}>
            <Trans>Take it off the page</Trans>
          </Button>
        )
      }
    >
      <TextInput
        required
        withAsterisk={false}
        minLength={3}
        maxLength={1_000}
        data-autofocus
        label={t`Goal`}
        description={t`What will be true when it is reached`}
        value={values.text}
        onChange={(event) => setValues({ ...values, text: event.currentTarget.value })}
      />
      <Select
        label={t`Owner`}
        allowDeselect={false}
        value={values.ownerId}
        data={owners.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ownerId) => setValues({ ...values, ownerId: ownerId ?? '' })}
      />
      <TextInput
        type="date"
        label={t`By`}
        value={values.dueOn}
        onChange={(event) => setValues({ ...values, dueOn: event.currentTarget.value })}
      />
      {goal?.reachedOn && (
        <Checkbox
          label={t`It is reached`}
          checked={isReached}
          onChange={(event) => setReached(event.currentTarget.checked)}
        />
      )}
    </FormModal>
  );
}
