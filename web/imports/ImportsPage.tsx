import type { ImportItem } from '@collegium/contract/import-views';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ImportStatus } from './ImportStatus.tsx';
import { importKindNames } from './names.ts';
import './imports.css';

/** The files that were read into the network, the latest first. */
export function ImportsPage() {
  const { t } = useLingui();
  const query = useInfiniteQuery(pagesQuery<ImportItem>('/imports', {}));
  const items = itemsOf(query.data);
  return (
    <>
      <PageHeader title={t`Imports`} crumbs={[{ label: t`Settings`, to: '/settings' }]} />
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={5} />}
      {query.data && items.length === 0 && (
        <Empty
          title={t`Nothing was imported yet`}
          why={t`Whoever runs this server reads files with “collegium import”; what came of each stands here. Trial runs leave no record.`}
        />
      )}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <ImportRow item={item} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button mt={16} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          <Trans>Show earlier imports</Trans>
        </Button>
      )}
    </>
  );
}

function ImportRow({ item }: { item: ImportItem }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  return (
    <Link className="row hov import-row" to="/imports/$importId" params={{ importId: item.id }}>
      <span>
        <span className="row-t">{item.fileName}</span>
        <span className="sub">
          {t(importKindNames[item.kind])}
          {' · '}
          {dateTime(item.startedAt)}
          {item.person && ` · ${item.person.name}`}
        </span>
      </span>
      <span className="num end">
        <Plural value={item.rowsCreated} one="# added" other="# added" />
      </span>
      <span className="num end">
        {item.rowsFaulty > 0 && <Plural value={item.rowsFaulty} one="# faulty row" other="# faulty rows" />}
      </span>
      <ImportStatus item={item} />
    </Link>
  );
}
