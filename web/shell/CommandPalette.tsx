import type { Session } from '../api/session.ts';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useFirstSelected } from './useFirstSelected.ts';
import { usePaletteGroups } from './usePaletteGroups.tsx';

const [store, palette] = createSpotlight();

/** Search and commands in one field: what waits for you, where to go, what to do. `opens` counts how often it was asked for. */
export function CommandPalette({ session, opens }: { session: Session; opens: number }) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [settledWords] = useDebouncedValue(words, 150);
  const label = t`Search or type what you want to do`;
  const groups = usePaletteGroups(session, settledWords);
  const shown = filterGroups(words, groups);
  useFirstSelected(
    store,
    shown.flatMap(({ actions }) => actions.map(({ id }) => id)),
  );
  useEffect(() => {
    if (opens > 0) palette.open();
  }, [opens]);
  return (
    <Spotlight
      store={store}
      actions={shown}
      query={words}
      onQueryChange={setWords}
      filter={(_, actions) => actions}
      title={<span className="vh">{label}</span>}
      shortcut={null}
      lockScroll={false}
      radius="lg"
      scrollable
      maxHeight={520}
      limit={40}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      nothingFound={t`Nothing found. Try the name of an organisation, an offer, a resource or an agreement, or a verb such as “publish”.`}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: label,
        'aria-label': label,
        size: 'md',
      }}
    />
  );
}

/** Found by the server: shown as they are. Others: every word typed occurs in them. */
function filterGroups(query: string, groups: SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return groups
    .map((group) => ({
      ...group,
      actions: group.actions.filter(
        ({ id, label, description }) => id.startsWith('found:') || matches(`${label ?? ''} ${description ?? ''}`),
      ),
    }))
    .filter((group) => group.actions.length > 0);
}
