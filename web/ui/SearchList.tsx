import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useIsWide } from './useIsWide.ts';

interface SearchListProps {
  /** Names the field: “Search all offers”. */
  label: string;
  words: string;
  /** Called when typing has paused. */
  onWords: (words: string) => void;
  /** `<Facet>`s; left out, the list takes the whole width. */
  facets?: ReactNode;
  /** The result in a sentence: “187 offers from 41 organisations”. Read aloud when it changes. */
  sentence: ReactNode;
  /** At the end of the sentence's line: order, a CSV link. */
  aside?: ReactNode;
  /** Fetches what follows; undefined when everything is shown. */
  onMore?: (() => void) | undefined;
  isLoadingMore?: boolean;
  children: ReactNode;
}

/** A list with words and filters: what one looks for stands above, filters beside it, and no box checked means all. */
export function SearchList({
  label,
  words,
  onWords,
  facets,
  sentence,
  aside,
  onMore,
  isLoadingMore = false,
  children,
}: SearchListProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(words);
  const settle = useDebouncedCallback(onWords, 250);
  const isWide = useIsWide();
  function type(value: string) {
    setTyped(value);
    settle(value);
  }
  return (
    <>
      <div className="search-top" role="search">
        <TextInput
          size="md"
          type="search"
          aria-label={label}
          placeholder={label}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
          rightSection={typed !== '' && <CloseButton size="sm" aria-label={t`Clear`} onClick={() => type('')} />}
        />
      </div>
      <div className={facets ? 'search' : 'search-plain'}>
        {facets && (
          <details className="search-filters" open={isWide || undefined}>
            <summary>
              <IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden />
              <Trans>Filters</Trans>
            </summary>
            <aside className="search-facets" aria-label={t`Filters`}>
              {facets}
            </aside>
          </details>
        )}
        <div className="search-results">
          <div className="search-bar">
            <span role="status">{sentence}</span>
            {aside && <span className="sub">{aside}</span>}
          </div>
          {children}
          {onMore && (
            <div className="search-more">
              <Button onClick={onMore} loading={isLoadingMore}>{t`Show more`}</Button>
            </div>
          )}
        </div>
      </div>
    </>
  );
}
