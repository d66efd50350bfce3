import type { TodayView } from '@collegium/contract/today';
import { Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { todayQuery } from '../api/today.ts';
import { numberWord, numberWordFirst } from '../i18n/number-words.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { Changes } from './Changes.tsx';
import { Deadlines } from './Deadlines.tsx';
import { groupByUrgency } from './group-by-urgency.ts';
import { NeedGroups } from './NeedGroups.tsx';
import { Promises } from './Promises.tsx';
import { StartMenu } from './StartMenu.tsx';
import './today.css';

const catalogue: string = '/catalogue';

/** What needs me, what is due, what changed: the first page of every member. */
export function TodayPage() {
  const { t } = useLingui();
  const { permissions } = useSession();
  const { data, error, isPending, refetch, dataUpdatedAt } = useQuery(todayQuery);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const now = new Date(dataUpdatedAt);
  return (
    <>
      <Title view={data} now={now} />
      <Detail
        railLabel={t`Deadlines and news`}
        rail={
          <>
            <Deadlines needs={data.needs} now={now} />
            <RailSection
              title={t`What changed`}
              aside={
                <Link className="link" to="/messages">
                  <Trans>All</Trans>
                </Link>
              }
            >
              <Changes changes={data.changes} />
            </RailSection>
          </>
        }
      >
        {data.needs.length === 0 ? (
          <Empty
            title={t`Nothing waits for you`}
            why={t`What others need from you will stand here, the most urgent first.`}
            action={
              <Link className="link" to={catalogue}>
                <Trans>Look around in the catalogue</Trans>
              </Link>
            }
          />
        ) : (
          <NeedGroups needs={data.needs} now={now} />
        )}
        {permissions.includes('agreement:read') && <Promises />}
      </Detail>
    </>
  );
}

function Title({ view: { needs }, now }: { view: TodayView; now: Date }) {
  const { t } = useLingui();
  const { date, reader } = useFormat();
  const count = needs.length;
  const { overdue, today } = groupByUrgency(needs, now);
  const dueToday = overdue.length + today.length;
  const all = numberWordFirst(count, reader.locale);
  const urgent = numberWord(dueToday, reader.locale);
  const title =
    count === 0
      ? t`Nothing needs you today`
      : dueToday === 0
        ? plural(count, { one: 'One thing needs you', other: `${all} things need you` })
        : plural(count, {
            one: 'One thing needs you today',
            other: `${all} things need you, ${urgent} of them today`,
          });
  return (
    <PageHeader
      crumbs={[{ label: date(now.toISOString(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) }]}
      title={title}
      actions={<StartMenu />}
    />
  );
}
