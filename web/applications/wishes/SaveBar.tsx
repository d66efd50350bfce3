import type { RankedListView } from '@collegium/contract/applications';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { ApiProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import type { useWishes } from './useWishes.ts';

interface SaveBarProps {
  round: RankedListView['round'];
  wishes: ReturnType<typeof useWishes>;
}

/** Submits the list, takes a step back, and says whether the server has what is seen. */
export function SaveBar({ round, wishes: { draft, step, hasChanges, save, reload } }: SaveBarProps) {
  const { t } = useLingui();
  const missing = round.wishesMinimum - draft.wishes.length;
  const isStale = save.error instanceof ApiProblem && save.error.isStale;
  return (
    <>
      <ProblemNote error={save.error} />
      <div className="save-bar">
        <Button
          className="grow"
          variant="filled"
          disabled={!hasChanges || missing > 0 || isStale}
          loading={save.isPending}
          onClick={() => save.mutate(draft.wishes.map(({ id }) => id))}
        >
          {draft.version === 0 ? t`Submit list` : t`Submit changes`}
        </Button>
        {isStale && (
          <Button onClick={() => void reload()}>
            <Trans>Load the newer list</Trans>
          </Button>
        )}
        <Button
          leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
          disabled={draft.past.length === 0 || save.isPending}
          onClick={() => step({ type: 'undo' })}
        >
          <Trans>Undo</Trans>
        </Button>
        <span className="cap" role="status">
          {missing > 0 ? (
            <Plural value={missing} one="Add # more wish to submit." other="Add # more wishes to submit." />
          ) : (
            <Standing hasChanges={hasChanges} savedAt={save.submittedAt} isSaved={save.isSuccess} />
          )}
        </span>
      </div>
    </>
  );
}

function Standing({ hasChanges, savedAt, isSaved }: { hasChanges: boolean; savedAt: number; isSaved: boolean }) {
  const { time } = useFormat();
  if (hasChanges) return <Trans>Not submitted yet. It stays in this tab until you do.</Trans>;
  if (isSaved) return <Trans>Submitted at {time(new Date(savedAt))}.</Trans>;
  return <Trans>Everything is submitted.</Trans>;
}
