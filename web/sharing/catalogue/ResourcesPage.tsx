import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCalendarWeek, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useSessionOrNull } from '../../api/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { resourceFacetsQuery, resourcesQuery } from '../queries.ts';
import type { ResourceSearch } from '../search.ts';
import { FreeWhen } from './FreeWhen.tsx';
import { ResourceFacets } from './ResourceFacets.tsx';
import { ResourceRow } from './ResourceRow.tsx';
import '../sharing.css';

const route = getRouteApi('/open/resources');

/** Everything that partners share. Words, filters and “free when I need it” live in the address. */
export function ResourcesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(resourcesQuery(search));
  const { data: counts } = useQuery(resourceFacetsQuery(search));
  const choose = (change: ResourceSearch) =>
    void navigate({ to: '/resources', search: { ...search, ...change }, replace: true, resetScroll: false });
  const resources = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={t`Labs and equipment`} facts={<More />} actions={<Actions />} />
      <FreeWhen search={search} onChoose={choose} />
      <SearchList
        label={t`Search all that is shared`}
        words={search.words ?? ''}
        onWords={(words) => choose({ words: words.trim() === '' ? undefined : words })}
        facets={<ResourceFacets search={search} counts={counts} onChoose={choose} />}
        sentence={
          counts && (
            <b className="num">
              <Plural value={counts.resources} one="# resource" other="# resources" />
            </b>
          )
        }
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
      >
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Loading rows={8} />}
        {!list.error && !list.isPending && resources.length === 0 && <Nothing search={search} />}
        <ul className="rows">
          {resources.map((resource) => (
            <li key={resource.id}>
              <ResourceRow resource={resource} />
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}

function Actions() {
  const session = useSessionOrNull();
  if (!session) return null;
  return (
    <>
      {session.permissions.includes('resource:create') && (
        <Button
          className="desk"
          leftSection={<IconPlus size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/resources/new" {...props} />}
        >
          <Trans>Share a resource</Trans>
        </Button>
      )}
      <Button className="desk" renderRoot={(props) => <Link to="/bookings" {...props} />}>
        <Trans>My bookings</Trans>
      </Button>
      <Button
        className="grow"
        variant="filled"
        leftSection={<IconCalendarWeek size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/calendar" {...props} />}
      >
        <Trans>Open the calendar</Trans>
      </Button>
    </>
  );
}

/** The ways to what is done less often. */
function More() {
  const session = useSessionOrNull();
  if (!session) return null;
  return (
    <>
      {session.permissions.includes('resource:create') && (
        <Link className="link mob-only" to="/resources/new">
          <Trans>Share a resource</Trans>
        </Link>
      )}
      <Link className="link" to="/calendar/find">
        <Trans>Find a time</Trans>
      </Link>
      <Link className="link" to="/passports">
        <Trans>Training passports</Trans>
      </Link>
      {session.permissions.includes('sharing:report') && (
        <Link className="link" to="/use">
          <Trans>Use and cost</Trans>
        </Link>
      )}
    </>
  );
}

function Nothing({ search }: { search: ResourceSearch }) {
  const { t } = useLingui();
  if (Object.values(search).every((value) => value === undefined))
    return (
      <Empty
        title={t`Nothing is shared yet`}
        why={t`Laboratories, instruments, rooms and people’s hours that partners share appear here.`}
      />
    );
  return (
    <Empty
      title={t`No resource fits`}
      why={t`Use fewer words or filters, or another time.`}
      action={
        <Link className="link" to="/resources" search={{}}>
          <Trans>Show all resources</Trans>
        </Link>
      }
    />
  );
}
