import type { ResultView } from '@collegium/contract/allocation';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Check } from './Check.tsx';

/** What the server checked of a run, each with its figures. */
export function TrustChecks({ checks }: { checks: ResultView['checks'] }) {
  const { t } = useLingui();
  const { number, day } = useFormat();
  const { seedMatches, unchangedSinceClosing, repeatable, noBlockingPairs } = checks;
  return (
    <ul className="checks">
      <Check holds={seedMatches.holds} title={t`Seed matches the commitment`}>
        {seedMatches.committedAt && <Trans>published {day(seedMatches.committedAt)}, before the deadline</Trans>}
      </Check>
      <Check holds={unchangedSinceClosing.holds} title={t`Nothing changed after closing`}>
        <Trans>
          {number(unchangedSinceClosing.lists)} lists, {number(unchangedSinceClosing.preferences)} preferences
        </Trans>
      </Check>
      <Check holds={repeatable.holds} title={t`Same result when run again`}>
        {repeatable.at && <Trans>by the server, {day(repeatable.at)}</Trans>}
      </Check>
      <Check holds={noBlockingPairs.holds} title={t`No one would rather swap`}>
        <Plural value={noBlockingPairs.pairs} one="# blocking pair found" other="# blocking pairs found" />
      </Check>
    </ul>
  );
}
