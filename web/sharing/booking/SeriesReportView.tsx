import type { SeriesReport } from '@collegium/contract/sharing/series';
import { Plural, Trans } from '@lingui/react/macro';
import { Note } from '../../ui/Note.tsx';
import { Status } from '../../ui/Status.tsx';
import { useWhen } from './useWhen.ts';

/** Which occurrences can be had; of the others why not, and the nearest times that can. */
export function SeriesReportView({ report: { occurrences, free, problems } }: { report: SeriesReport }) {
  const when = useWhen();
  return (
    <section aria-live="polite">
      <Note tone={problems.length === 0 ? 'good' : 'wait'}>
        <span className="strong">
          <Plural value={occurrences} one="# time" other="# times" />,{' '}
          <Plural value={free} one="# of them can be had" other="# of them can be had" />
        </span>
        {problems.length > 0 && (
          <p className="sub">
            <Trans>The others are left out when you book.</Trans>
          </p>
        )}
      </Note>
      <ul className="rows series-problems">
        {problems.map((problem) => (
          <li key={problem.startsAt}>
            <div className="row">
              <div>
                <div className="row-t num">{when.own(problem.startsAt, problem.endsAt)}</div>
                <div className="sub">{problem.reasons.join(' ')}</div>
                {problem.alternatives.length > 0 && (
                  <div className="cap">
                    <Trans>
                      Near it: {problem.alternatives.map((one) => when.short(one.startsAt, one.endsAt)).join(' · ')}
                    </Trans>
                  </div>
                )}
              </div>
              <Status tone="wait">
                <Trans>left out</Trans>
              </Status>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
