import type { Clause } from '@collegium/contract/agreements/clause';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { agreementChanged } from '../agreement-query.ts';

/** Takes a clause out of the draft, after asking. */
export function RemoveClause({ view, clause, version }: { view: AgreementView; clause: Clause; version: number }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.delete(`/agreements/${view.id}/draft/clauses/${clause.key}`, { ifMatch: version }),
    onSuccess: agreementChanged,
  });
  const title = text(clause.title);
  return (
    <>
      <Button size="xs" variant="subtle" aria-label={t`Take out “${title}”`} onClick={() => setAsking(true)}>
        <Trans>Take out</Trans>
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t`Take “${title}” out of the draft?`}
          consequence={t`All parties see in the changes that it is gone. It can be added again from the library.`}
          confirmLabel={t`Take it out`}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
          isPending={remove.isPending}
          error={remove.error}
        />
      )}
    </>
  );
}
