import type { GrantView } from '@collegium/contract/grants';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { OrgMark } from '../ui/OrgMark.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { grantsQuery } from './grant-query.ts';
import { useDataNames } from './useDataNames.ts';
import './grants.css';

/** Clauses that open data about learners of others to one's own organisation today. */
export function OpenedPage() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery(grantsQuery());
  return (
    <>
      <PageHeader
        title={t`Learners’ data opened to you`}
        crumbs={[{ label: t`Agreements`, to: '/agreements' }]}
        lede={t`A clause of an agreement opens some data about learners of another organisation, for a purpose and a time. Each look is written down, and the learner reads who looked.`}
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data?.items.length === 0 && (
        <Empty
          title={t`No clause opens anything to your organisation today`}
          why={t`Access begins with the first day of a clause in force and ends with its last.`}
        />
      )}
      <ul className="rows">
        {data?.items.map((grant) => (
          <OpenedRow key={grant.id} grant={grant} />
        ))}
      </ul>
    </>
  );
}

function OpenedRow({ grant }: { grant: GrantView }) {
  const { t } = useLingui();
  const { text, list, date } = useFormat();
  const { fields, groups } = useDataNames();
  const whose = grant.from?.name ?? t`every other party`;
  const data = list(grant.fields.map((field) => fields[field]));
  return (
    <li className="row hov opened-row">
      {grant.from ? <OrgMark text={grant.from.shortMark} /> : <span />}
      <div>
        <div className="row-t">
          <Link to="/opened-data/$grantId" params={{ grantId: grant.id }}>
            {text(grant.clauseTitle)}
          </Link>
        </div>
        <div className="sub">
          <Trans>
            Of {whose}, {groups[grant.about]}: {data}. Purpose: {grant.purpose}
          </Trans>
        </div>
        <div className="cap">{text(grant.agreementTitle)}</div>
      </div>
      <span className="num sub">{t`until ${date(grant.endsOn)}`}</span>
    </li>
  );
}
