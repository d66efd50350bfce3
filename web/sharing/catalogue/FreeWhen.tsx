import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import type { ResourceSearch } from '../search.ts';

/** Free when I need it: from when to when, in the reader’s own time. */
export function FreeWhen({ search, onChoose }: { search: ResourceSearch; onChoose: (change: ResourceSearch) => void }) {
  const { t } = useLingui();
  const [from, setFrom] = useState(search.freeFrom ?? '');
  const [until, setUntil] = useState(search.freeUntil ?? '');
  const isSpan = from !== '' && until !== '' && from < until;
  const isChosen = search.freeFrom !== undefined;
  return (
    <form
      className="free-when"
      aria-label={t`Free when I need it`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSpan) onChoose({ freeFrom: from, freeUntil: until });
      }}
    >
      <DateTimeField label={t`Free from`} value={from} onChange={setFrom} size="sm" />
      <DateTimeField
        label={t`Free until`}
        value={until}
        onChange={setUntil}
        size="sm"
        error={from !== '' && until !== '' && from >= until ? t`Enter a time after the first.` : undefined}
      />
      <span className="form-actions">
        <Button type="submit" disabled={!isSpan}>
          <Trans>Show what is free</Trans>
        </Button>
        {isChosen && (
          <Button
            variant="subtle"
            onClick={() => {
              setFrom('');
              setUntil('');
              onChoose({ freeFrom: undefined, freeUntil: undefined });
            }}
          >
            <Trans>At any time</Trans>
          </Button>
        )}
      </span>
    </form>
  );
}
