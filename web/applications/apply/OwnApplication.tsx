import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { ApplicationActions } from '../ApplicationActions.tsx';
import { ApplicationStatus } from '../ApplicationStatus.tsx';
import { applicationQuery } from '../queries.ts';
import { useNextStep } from '../useNextStep.ts';

/** How the reader's application for this offer stands, with what can be done about it. */
export function OwnApplication({ id }: { id: string }) {
  const nextStep = useNextStep();
  const { data, error, isPending, refetch } = useQuery(applicationQuery(id));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading rows={1} />;
  const tone = data.state === 'accepted' ? 'good' : data.state === 'waiting' ? 'wait' : 'active';
  return (
    <div className="apply" aria-live="polite">
      <Note
        tone={tone}
        action={
          <span className="acts">
            <ApplicationActions application={data} />
          </span>
        }
      >
        <ApplicationStatus state={data.state} />
        <p>{nextStep(data)}</p>
        <Link className="link cap" to="/applications/$applicationId" params={{ applicationId: id }}>
          <Trans>Open my application</Trans>
        </Link>
      </Note>
    </div>
  );
}
