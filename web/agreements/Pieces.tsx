import type { Piece } from '@collegium/contract/agreements/redline/index';
import { Trans } from '@lingui/react/macro';

/** Text with its changes: deleted words struck through, inserted ones underlined, both announced. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ kind, text }, index) => {
    if (kind === 'same') return <span key={index}>{text}</span>;
    if (kind === 'inserted')
      return (
        <ins key={index}>
          <span className="vh">
            <Trans>Inserted:</Trans>{' '}
          </span>
          {text}
        </ins>
      );
    return (
      <del key={index}>
        <span className="vh">
          <Trans>Deleted:</Trans>{' '}
        </span>
        {text}
      </del>
    );
  });
}
