import type { RoundPage } from '@collegium/contract/rounds';
import { roundMachine } from '@collegium/contract/states/round';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Chip, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RoundRow } from './RoundRow.tsx';
import { readRoundsSearch, roundStates } from './search.ts';
import '../rounds.css';

const route = getRouteApi('/open/rounds');

/** Rounds in which the reader takes part, the newest first. */
export function RoundsPage() {
  const { t } = useLingui();
  const session = useSessionOrNull();
  const { state } = route.useSearch();
  const query = useInfiniteQuery(pagesQuery<RoundPage['items'][number]>('/rounds', { state }));
  const rounds = itemsOf(query.data);
  const mayCreate = session?.permissions.includes('round:create') ?? false;
  return (
    <>
      <PageHeader
        title={t`Allocation rounds`}
        lede={t`Places of many offers, given together by one published rule.`}
        actions={mayCreate && <NewRound />}
      />
      <States />
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && rounds.length === 0 && (
        <Empty
          title={t`No round here`}
          why={
            mayCreate
              ? t`Start with a draft; nobody sees it before you open it.`
              : t`A round appears here when you take part in it.`
          }
        />
      )}
      <ul className="rows">
        {rounds.map((round) => (
          <li key={round.id}>
            <RoundRow round={round} isOwn={round.organisation.id === session?.acting.organisation.id} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="search-more">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

function NewRound() {
  return (
    <Button
      className="grow"
      variant="filled"
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/rounds/new" {...props} />}
    >
      <Trans>New round</Trans>
    </Button>
  );
}

function States() {
  const { t } = useLingui();
  const { language } = useFormat();
  const { state = [] } = route.useSearch();
  const navigate = useNavigate();
  return (
    <Chip.Group
      multiple
      value={state}
      onChange={(chosen: string[]) =>
        void navigate({ to: '/rounds', search: readRoundsSearch({ state: chosen }), replace: true })
      }
    >
      <Group gap={6} role="group" aria-label={t`State`} className="round-states">
        {roundStates.map((one) => (
          <Chip key={one} value={one} size="xs">
            {roundMachine.states[one][language]}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
