import type { OrganisationPage } from '@collegium/contract/organisations';
import { organisationKinds } from '@collegium/contract/organisation-kinds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useSessionOrNull } from '../api/session.ts';
import { Empty } from '../ui/Empty.tsx';
import { Facet } from '../ui/Facet.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { OrganisationRow } from './OrganisationRow.tsx';
import { organisationKindNames } from './organisation-kind-names.ts';
import './organisations.css';

type Item = OrganisationPage['items'][number];
const route = getRouteApi('/open/organisations');

/** The register: everybody with whom one can run something together. */
export function OrganisationsPage() {
  const { t } = useLingui();
  const { words = '', kind = [] } = route.useSearch();
  const navigate = useNavigate({ from: '/organisations' });
  const permissions = useSessionOrNull()?.permissions ?? [];
  const canAdd = permissions.includes('organisation:create');
  const canExplore = permissions.includes('partnership:join');
  const query = useInfiniteQuery(pagesQuery<Item>('/organisations', { words, kind }));
  const items = itemsOf(query.data);
  return (
    <>
      <PageHeader
        title={t`Partners`}
        actions={
          <>
            {permissions.includes('partnership:read') && (
              <Button renderRoot={(props) => <Link {...props} to="/partnerships" />}>
                <Trans>Partnerships</Trans>
              </Button>
            )}
            {canExplore && (
              <Button renderRoot={(props) => <Link {...props} to="/partnerships/suggestions" />}>
                <Trans>Find partners</Trans>
              </Button>
            )}
            {canAdd && (
              <Button
                className="grow"
                variant="filled"
                leftSection={<IconPlus size={16} aria-hidden />}
                renderRoot={(props) => <Link {...props} to="/organisations/new" />}
              >
                <Trans>Add an organisation</Trans>
              </Button>
            )}
          </>
        }
      />
      <SearchList
        label={t`Search all organisations`}
        words={words}
        onWords={(typed) => void navigate({ search: { kind, words: typed || undefined }, replace: true })}
        facets={
          <Facet
            title={t`Kind of organisation`}
            selected={kind}
            options={organisationKinds.map((value) => ({ value, label: t(organisationKindNames[value]) }))}
            onChange={(selected) =>
              void navigate({
                search: { words: words || undefined, kind: organisationKinds.filter((one) => selected.includes(one)) },
                replace: true,
              })
            }
          />
        }
        sentence={
          query.data &&
          (query.hasNextPage ? (
            <Plural value={items.length} other="The first # organisations, by name" />
          ) : (
            <Plural value={items.length} one="# organisation" other="# organisations" />
          ))
        }
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
      >
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        {query.data && items.length === 0 && (
          <Empty title={t`No organisation fits`} why={t`Try fewer words, or another kind of organisation.`} />
        )}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <OrganisationRow item={item} />
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}
