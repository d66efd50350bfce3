import { publicFields, type PublicField } from '@collegium/contract/partnerships/terms';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';

/** Chooses field by field what people outside the partnership read, and whether organisations may apply. */
export function PublicFaceModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<string[]>(view.publicFields);
  const [isOpen, setOpen] = useState(view.isOpen);
  const names: Record<PublicField, string> = {
    purpose: t`Purpose`,
    goals: t`Goals`,
    members: t`Members`,
    offers: t`What they offer and look for`,
    agreements: t`Titles and states of agreements`,
    contacts: t`Whom to ask`,
  };
  const save = useMutation({
    mutationFn: () => {
      const members = view.members.filter(({ leftOn }) => leftOn === null);
      const { name, model, purpose } = view;
      const organisationIds = members.map(({ organisation }) => organisation.id);
      const chosen = publicFields.filter((field) => shown.includes(field));
      return api.put(
        `/partnerships/${view.id}`,
        { name, model, purpose, organisationIds, publicFields: chosen, isOpen },
        { ifMatch: view.version },
      );
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['partnerships', view.id] });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`What may others see?`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Checkbox.Group
          label={t`Everybody may read`}
          description={t`Nothing chosen: to people outside, this partnership has no page.`}
          value={shown}
          onChange={setShown}
        >
          <div className="choices">
            {publicFields.map((field) => (
              <Checkbox key={field} value={field} label={names[field]} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox
          label={t`Organisations may apply to join`}
          checked={isOpen}
          onChange={(event) => setOpen(event.currentTarget.checked)}
        />
        <ProblemNote error={save.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending}>
            <Trans>Save the choice</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
