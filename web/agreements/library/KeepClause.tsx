import { blankClause } from '@collegium/contract/agreements/blank';
import type { Clause } from '@collegium/contract/agreements/clause';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { toast } from '../../ui/toast.ts';
import { clauseLibraryQuery, keepClause, libraryChanged } from './library-query.ts';

/** Keeps a clause of a draft in one's own library, without what was filled in for this agreement. */
export function KeepClause({ clause }: { clause: Clause }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const library = useQuery(clauseLibraryQuery());
  const keep = useMutation({
    mutationFn: () => keepClause(blankClause(clause)),
    onSuccess: async () => {
      setAsking(false);
      void toast(t`The clause is in your library.`);
      await libraryChanged();
    },
  });
  if (!library.data?.abilities.keep) return null;
  const title = text(clause.title);
  return (
    <>
      <Button size="xs" variant="subtle" aria-label={t`Keep in our library: ${title}`} onClick={() => setAsking(true)}>
        <Trans>Keep in our library</Trans>
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t`Keep “${title}” in our library?`}
          consequence={t`Its words, gaps and measure are kept as version 1 for other agreements of your organisation; what was filled in for these parties and days is not. This draft stays as it is.`}
          confirmLabel={t`Keep the clause`}
          onConfirm={() => keep.mutate()}
          onClose={() => setAsking(false)}
          isPending={keep.isPending}
          error={keep.error}
        />
      )}
    </>
  );
}
