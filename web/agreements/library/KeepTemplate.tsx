import { blankTemplate } from '@collegium/contract/agreements/blank';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { clauseLibraryQuery, keepTemplate, keyOf, libraryChanged } from './library-query.ts';

/** Keeps the text of an agreement as a template of one's own, without parties and days. */
export function KeepTemplate({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const library = useQuery(clauseLibraryQuery());
  const text = view.inForce ?? view.open;
  const keep = useMutation({
    mutationFn: () => {
      if (text === null) throw new Error('an agreement without a text keeps nothing');
      return keepTemplate(blankTemplate(text.terms, text.clauses));
    },
    onSuccess: async (kept) => {
      await libraryChanged();
      await navigate({ to: '/agreements/library/templates/$templateKey/edit', params: { templateKey: keyOf(kept) } });
    },
  });
  if (text === null || text.clauses.length === 0 || !library.data?.abilities.keep) return null;
  return (
    <>
      <UnstyledButton className="link cap noprint" onClick={() => setAsking(true)}>
        <Trans>Keep this text as a template</Trans>
      </UnstyledButton>
      {isAsking && (
        <ConfirmModal
          title={t`Keep this text as a template?`}
          consequence={t`Terms and clauses of version ${text.number} become a template of your organisation; parties, days and what was filled in stay here. You say next what the template is for.`}
          confirmLabel={t`Keep as template`}
          onConfirm={() => keep.mutate()}
          onClose={() => setAsking(false)}
          isPending={keep.isPending}
          error={keep.error}
        />
      )}
    </>
  );
}
