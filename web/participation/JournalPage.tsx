import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { JournalForm } from './JournalForm.tsx';
import { JournalList } from './JournalList.tsx';
import { participationQuery } from './participation-query.ts';
import { ParticipationStatus } from './ParticipationStatus.tsx';
import { useHours } from './useHours.ts';
import { useListTitle } from './useListTitle.ts';
import './participation.css';
import './plan-and-journal.css';

const route = getRouteApi('/open/member/participations/$participationId/journal');

/** The journal of a participation: the learner writes, the provider confirms. */
export function JournalPage() {
  const { participationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(participationQuery(participationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Journal view={data} />;
}

function Journal({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { text, date } = useFormat();
  const hours = useHours();
  const { minutes, confirmedMinutes } = view.journal;
  const params = { participationId: view.id };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: useListTitle(), to: '/participations' },
          { label: text(view.offer.title), to: '/participations/$participationId', params },
        ]}
        title={view.myParties.includes('learner') ? t`My journal` : t`Journal of ${view.learner.name}`}
        status={<ParticipationStatus view={view} today={view.today} soft />}
        facts={
          <>
            <span className="num">{t`${hours.number(minutes)} hours written`}</span>
            <span className="num">{t`${hours.number(confirmedMinutes)} confirmed`}</span>
          </>
        }
      />
      {view.abilities.writeJournal && (
        <Section title={t`What did you do?`}>
          <JournalForm view={view} />
        </Section>
      )}
      {view.myParties.includes('learner') && view.state === 'agreed' && view.startsOn && (
        <Note>{t`You can write from the first day on, ${date(view.startsOn)}.`}</Note>
      )}
      <Section title={t`Entries`}>
        <JournalList view={view} />
      </Section>
    </>
  );
}
