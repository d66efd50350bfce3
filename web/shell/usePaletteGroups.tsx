import type { SearchView } from '@collegium/contract/search';
import type { Session } from '../api/session.ts';
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconClockHour4, IconFileDescription } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { networkPath } from '../api/network.ts';
import { useCommands } from './commands.ts';
import { useDestinations } from './useDestinations.ts';

/** The palette's three groups. Before anything is typed, the pages come last: the navigation beside it shows them. */
export function usePaletteGroups(session: Session, words: string): SpotlightActionGroupData[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const go = (path: string) => () => history.push(networkPath(path));
  const { data } = useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) => api.get<SearchView>('/search', { query: { q: words }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
    enabled: words.length !== 1,
  });
  const found = (isWaiting: boolean) =>
    (data?.items ?? [])
      .filter((item) => item.isWaiting === isWaiting)
      .map((item) => ({
        id: `found:${item.id}`,
        label: item.title,
        description: item.detail,
        onClick: go(item.path),
        leftSection: isWaiting ? (
          <IconClockHour4 size={18} stroke={1.6} />
        ) : (
          <IconFileDescription size={18} stroke={1.6} />
        ),
      }));
  const destinations = useDestinations(session.acting.role).flatMap((group) => group.destinations);
  const goTo = destinations.map(({ path, label, icon: Icon }) => ({
    id: `go:${path}`,
    label: t(label),
    onClick: go(path),
    leftSection: <Icon size={18} stroke={1.6} />,
  }));
  const toDo = useCommands().map(({ path, label, description, icon: Icon }) => ({
    id: `do:${path}`,
    label: t(label),
    description: t(description),
    onClick: go(path),
    leftSection: <Icon size={18} stroke={1.6} />,
  }));
  const waiting = { group: t`Waiting for you`, actions: found(true) };
  const places = { group: t`Go to`, actions: [...found(false), ...goTo] };
  const acts = { group: t`Do`, actions: toDo };
  const groups = words === '' ? [waiting, acts, places] : [waiting, places, acts];
  return groups.filter((group) => group.actions.length > 0);
}
