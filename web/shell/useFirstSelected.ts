import { useSpotlight, type SpotlightStore } from '@mantine/spotlight';
import { useEffect } from 'react';

/**
 * Keeps the first entry selected whenever the palette opens or its entries change, so that Enter goes there. By itself
 * the palette selects when something is typed, before the answer of the server has replaced the entries.
 */
export function useFirstSelected(store: SpotlightStore, entries: readonly string[]): void {
  const { opened } = useSpotlight(store);
  const key = entries.join(' ');
  useEffect(() => {
    if (!opened || key === '') return undefined;
    // The entries of a palette that opens are on the page two frames later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => selectFirst(store));
    });
    return () => cancelAnimationFrame(frame);
  }, [store, opened, key]);
}

function selectFirst(store: SpotlightStore): void {
  for (const [index, entry] of document.querySelectorAll('.mantine-Spotlight-action').entries())
    if (index === 0) entry.setAttribute('data-selected', 'true');
    else entry.removeAttribute('data-selected');
  store.updateState((state) => ({ ...state, selected: 0 }));
}
