import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { Button, Modal, MultiSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import { useStaff } from '../useStaff.ts';
import { signingChanged } from './signing-query.ts';

interface DelegatesProps {
  view: SigningView;
  signatory: SignatoryView;
  onClose: () => void;
}

/** Names who may sign in the person’s place, for instance while they are away. */
export function Delegates({ view, signatory, onClose }: DelegatesProps) {
  const { t } = useLingui();
  const { organisation, person } = signatory;
  const [chosen, setChosen] = useState(() => signatory.delegates.map(({ id }) => id));
  const people = useStaff(organisation.id).filter(({ value }) => value !== person?.id);
  const save = useMutation({
    mutationFn: () => api.put(`/signatories/${signatory.id}/delegates`, { personIds: chosen }),
    onSuccess: async () => {
      onClose();
      void toast(chosen.length > 0 ? t`The delegates may sign from now on.` : t`Nobody else may sign any more.`);
      await signingChanged(view.agreementId);
    },
  });
  const name = person?.name ?? organisation.name;
  return (
    <Modal opened onClose={onClose} title={t`Who may sign for ${name}?`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <MultiSelect
          label={t`Delegates`}
          description={t`One signature suffices: of ${name} or of one of them. Each signs in their own name and function.`}
          searchable
          data={people}
          value={chosen}
          onChange={setChosen}
          maxValues={10}
        />
        <ProblemNote error={save.error} />
        <div className="form-actions">
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t`Name the delegates`}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </div>
      </form>
    </Modal>
  );
}
