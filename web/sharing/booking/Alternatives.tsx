import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import type { Clash } from '../calendar/clashes.ts';
import { freeTogetherQuery } from '../queries.ts';
import { useNow } from '../useNow.ts';
import { refusalOf } from './refusal.ts';
import { useWhen } from './useWhen.ts';

interface AlternativesProps {
  resourceIds: string[];
  minutes: number;
  from: string;
  /** Why the server refused it. */
  error?: unknown;
  /** What the calendar shows before the server is asked. */
  clash?: Clash | undefined;
  onChoose: (startsAt: string, endsAt: string) => void;
  /** Joins the waiting list. */
  onWait?: () => void;
}

const clashNames: Record<Clash, MessageDescriptor> = {
  over: msg`This time is over.`,
  closed: msg`It is closed at this time.`,
  held: msg`Somebody holds this time.`,
};

const twoWeeks = 14 * 86_400_000;

/** Why a booking was refused, and where another time would do: the next that can be had, or waiting for this one. */
export function Alternatives(wish: AlternativesProps) {
  const { error } = wish;
  const box = useSeen(error);
  if (!error || refusalOf(error) !== 'other') return <OtherTimes {...wish} />;
  return (
    <div ref={box} className="refusal">
      <ProblemNote error={error} />
    </div>
  );
}

/** In a long form a refusal stands below what is seen when the button is pressed; it comes into view when it changes. */
function useSeen(what: unknown) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (what) box.current?.scrollIntoView({ block: 'nearest' });
  }, [what]);
  return box;
}

function OtherTimes({ resourceIds, minutes, from, error, clash, onChoose, onWait }: AlternativesProps) {
  const { t } = useLingui();
  const when = useWhen();
  const now = useNow().getTime();
  const start = new Date(Math.max(Date.parse(from), now)).toISOString();
  const until = new Date(Date.parse(start) + twoWeeks).toISOString();
  const { data: next } = useQuery(
    freeTogetherQuery(resourceIds, { minutes: Math.max(5, Math.round(minutes)), from: start, until }),
  );
  const box = useSeen(next ?? error);
  return (
    <div ref={box} className="refusal" role="alert">
      <Note tone="wait">
        <span className="strong">{error instanceof ApiProblem ? error.title : clash && t(clashNames[clash])}</span>
        {next === null && (
          <p className="sub">
            <Trans>Nothing is free that long in the two weeks after it.</Trans>
          </p>
        )}
        <div className="form-actions alternatives">
          {next && (
            <Button size="xs" onClick={() => onChoose(next.startsAt, next.endsAt)}>
              {t`Take ${when.short(next.startsAt, next.endsAt)}`}
            </Button>
          )}
          {onWait && (error ? refusalOf(error) : clash) === 'held' && (
            <Button size="xs" onClick={onWait}>
              <Trans>Join the waiting list</Trans>
            </Button>
          )}
        </div>
      </Note>
    </div>
  );
}
