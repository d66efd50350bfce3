import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { libraryChanged } from './library-query.ts';

interface RetireProps {
  /** Of the interface: `/clause-templates/…`. */
  path: string;
  name: string;
}

/** Takes a template or a clause out of use, after asking. */
export function Retire({ path, name }: RetireProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const retire = useMutation({
    mutationFn: () => api.delete(path),
    onSuccess: async () => {
      await navigate({ to: '/agreements/library' });
      await libraryChanged();
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Trans>Retire</Trans>
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t`Retire “${name}”?`}
          consequence={t`Nobody of your organisation can choose it any more, in none of its versions. Agreements and drafts that were made from it keep their text.`}
          confirmLabel={t`Retire it`}
          onConfirm={() => retire.mutate()}
          onClose={() => setAsking(false)}
          isPending={retire.isPending}
          error={retire.error}
        />
      )}
    </>
  );
}
