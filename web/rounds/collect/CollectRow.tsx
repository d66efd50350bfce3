import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface CollectRowProps {
  isOutside: boolean;
  onAdd: (() => void) | undefined;
  onDrop: (() => void) | undefined;
  /** Mark, words, figure. */
  children: ReactNode;
}

/** A row of what is in the round, or could be, with the button that adds it or takes it out. */
export function CollectRow({ isOutside, onAdd, onDrop, children }: CollectRowProps) {
  return (
    <div className="row hov collect-row">
      {children}
      {isOutside && onAdd && (
        <Button size="xs" onClick={onAdd}>
          <Trans>Add</Trans>
        </Button>
      )}
      {!isOutside && onDrop && (
        <Button size="xs" variant="subtle" onClick={onDrop}>
          <Trans>Take out</Trans>
        </Button>
      )}
    </div>
  );
}
