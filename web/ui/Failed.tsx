import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { ApiProblem } from '../api/problem.ts';
import { useProblemWords } from './useProblemWords.ts';

/** Something did not work: what, what still holds, and the way to try again. Says the server's own words when there are some. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, why, requestId } = useProblemWords(error);
  // What is not there is not there a second time.
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <div className="state" role="alert">
      <IconAlertTriangle size={22} stroke={1.5} color="var(--c-bad-text)" aria-hidden />
      <div>
        <div className="strong">{title}</div>
        {why && <p className="sub">{why}</p>}
        {requestId && (
          <p className="cap">
            <Trans>
              Number for support: <span className="mono">{requestId}</span>
            </Trans>
          </p>
        )}
        {onRetry && !isGone && (
          <div className="state-action">
            <Button size="xs" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
