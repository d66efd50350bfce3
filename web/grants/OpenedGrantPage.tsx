import type { GrantView } from '@collegium/contract/grants';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Status } from '../ui/Status.tsx';
import { grantsQuery } from './grant-query.ts';
import { LookFirst } from './LookFirst.tsx';
import { OpenedLearners } from './OpenedLearners.tsx';
import { useDataNames } from './useDataNames.ts';
import './grants.css';

const route = getRouteApi('/open/member/opened-data/$grantId');

/** What one clause opens: for what, which fields, about whom, until when; and, once one chooses to look, the learners. */
export function OpenedGrantPage() {
  const { t } = useLingui();
  const { grantId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(grantsQuery());
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const grant = data.items.find(({ id }) => id === grantId);
  if (grant) return <OpenedGrant grant={grant} />;
  return (
    <>
      <PageHeader
        title={t`Nothing is opened here`}
        crumbs={[{ label: t`Learners’ data opened to you`, to: '/opened-data' }]}
      />
      <Empty
        title={t`This clause opens nothing to your organisation today`}
        why={t`It has not begun, has ended, or its agreement no longer binds both organisations.`}
      />
    </>
  );
}

function OpenedGrant({ grant }: { grant: GrantView }) {
  const { t } = useLingui();
  const { text, list, dateRange } = useFormat();
  const { fields, groups } = useDataNames();
  const [isLooking, setLooking] = useState(false);
  return (
    <>
      <PageHeader
        title={text(grant.clauseTitle)}
        crumbs={[{ label: t`Learners’ data opened to you`, to: '/opened-data' }]}
        status={<Status tone="active" soft>{t`Open to you today`}</Status>}
        facts={<span className="num">{dateRange(grant.startsOn, grant.endsOn)}</span>}
      />
      <Facts
        items={[
          [t`Agreement`, text(grant.agreementTitle)],
          [t`Purpose`, grant.purpose],
          [t`Whose learners`, grant.from?.name ?? t`every other party`],
          [t`About whom`, groups[grant.about]],
          [t`Which data`, list(grant.fields.map((field) => fields[field]))],
        ]}
      />
      {isLooking ? (
        <OpenedLearners grant={grant} />
      ) : (
        <LookFirst agreementId={grant.agreementId} onLook={() => setLooking(true)} />
      )}
    </>
  );
}
