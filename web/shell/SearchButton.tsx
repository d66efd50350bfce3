import { Trans } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { openPalette } from './palette-state.ts';

/** Opens the command palette; says with which keys it opens too. */
export function SearchButton() {
  return (
    <button
      type="button"
      className="plainbtn searchbtn"
      onClick={openPalette}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K /"
    >
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <Trans>Search or do</Trans>
      <kbd aria-hidden>Ctrl K</kbd>
    </button>
  );
}
