import { Trans } from '@lingui/react/macro';

/** Says that nobody here exists, above every page of the sample network. */
export function SampleBanner() {
  return (
    <aside className="sample noprint">
      <span>
        <Trans>Sample world: all organisations and people are fictitious.</Trans>
      </span>
    </aside>
  );
}
