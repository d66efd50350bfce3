import type { AccessView, OwnGrantList } from '@collegium/contract/grants';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { GrantRow } from './GrantRow.tsx';
import { useFieldNames } from './useFieldNames.ts';
import './grants.css';

/** Who may see what about the reader under which clause, and who looked. */
export function WhoSeesPage() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['profile', 'grants'],
    queryFn: ({ signal }) => api.get<OwnGrantList>('/profile/grants', { signal }),
  });
  return (
    <>
      <PageHeader
        title={t`Who may see what`}
        crumbs={[{ label: t`Settings`, to: '/settings' }]}
        lede={t`An agreement between organisations may open some of your data, for a purpose and a time. It closes with the clause. What you put into an application is read by whoever you send it to, and by your home organisation.`}
      />
      <Section title={t`Clauses about you`}>
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading />}
        {data?.items.length === 0 && (
          <Empty
            title={t`No clause opens anything about you`}
            why={t`Your home organisation has agreed to nothing that lets others read your data.`}
          />
        )}
        <ul className="rows">
          {data?.items.map((grant) => (
            <GrantRow key={grant.id} grant={grant} />
          ))}
        </ul>
      </Section>
      <Looks />
    </>
  );
}

function Looks() {
  const { t } = useLingui();
  const { dateTime, text, list } = useFormat();
  const fieldNames = useFieldNames();
  const query = useInfiniteQuery(pagesQuery<AccessView>('/profile/accesses', {}));
  const looks = itemsOf(query.data);
  return (
    <Section
      title={t`Who looked?`}
      aside={looks.length > 0 && !query.hasNextPage && <Plural value={looks.length} one="# time" other="# times" />}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isPending && looks.length === 0 && (
        <p className="cap">
          <Trans>Nobody looked so far.</Trans>
        </p>
      )}
      {looks.length > 0 && (
        <ul className="rows" aria-label={t`Who looked at your data`}>
          {looks.map(({ id, reader, organisation, at, fields, clauseTitle }) => (
            <li key={id} className="row look-row">
              <div>
                <div className="row-t">{`${reader}, ${organisation.name}`}</div>
                <div className="sub">{list(fields.map((field) => fieldNames[field]))}</div>
                <div className="cap">{text(clauseTitle)}</div>
              </div>
              <span className="num sub">{dateTime(at)}</span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          <Trans>Show earlier ones</Trans>
        </Button>
      )}
    </Section>
  );
}
