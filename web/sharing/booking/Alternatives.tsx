import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Note } from '../../ui/Note.tsx';
import { freeTimesQuery } from '../queries.ts';
import { useWhen } from './useWhen.ts';
import { useNow } from '../useNow.ts';

interface AlternativesProps {
  resourceId: string;
  minutes: number;
  from: string;
  onChoose: (startsAt: string, endsAt: string) => void;
  /** Joins the waiting list. */
  onWait?: () => void;
}

const twoWeeks = 14 * 86_400_000;

/** What can be had instead of a time that is taken: the next time here, the same elsewhere, or waiting. */
export function Alternatives({ resourceId, minutes, from, onChoose, onWait }: AlternativesProps) {
  const { t } = useLingui();
  const when = useWhen();
  const now = useNow().getTime();
  const start = new Date(Math.max(Date.parse(from), now)).toISOString();
  const until = new Date(Date.parse(start) + twoWeeks).toISOString();
  const { data } = useQuery(
    freeTimesQuery({ resourceIds: [resourceId], minutes: Math.max(5, Math.round(minutes)), from: start, until }),
  );
  const next = data?.items[0];
  return (
    <Note tone="wait">
      <span className="strong">
        <Trans>This time is taken or closed.</Trans>
      </span>
      <div className="form-actions alternatives">
        {next && (
          <Button size="xs" onClick={() => onChoose(next.startsAt, next.endsAt)}>
            {t`Take ${when.short(next.startsAt, next.endsAt)}`}
          </Button>
        )}
        {onWait && (
          <Button size="xs" onClick={onWait}>
            <Trans>Join the waiting list</Trans>
          </Button>
        )}
      </div>
    </Note>
  );
}
