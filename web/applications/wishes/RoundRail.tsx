import type { RankedListView } from '@collegium/contract/applications';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { RailSection } from '../../ui/RailSection.tsx';

/** The rules of the round, and why one need not be tactical about one's wishes. */
export function RoundRail({ round }: { round: RankedListView['round'] }) {
  const { t } = useLingui();
  const { dateTime, number } = useFormat();
  const least = number(round.wishesMinimum);
  const most = number(round.wishesMaximum);
  const rankedBy = {
    provider_ranking: t`each provider’s own ranking`,
    score: t`the published score`,
    lottery: t`a lottery`,
  }[round.rankedBy];
  return (
    <>
      <RailSection title={t`The round`}>
        <Facts
          items={[
            [t`Run by`, round.organisation.name],
            [t`Closes`, dateTime(round.closesAt)],
            [t`Wishes`, t`${least} to ${most}`],
            [t`Decided by`, rankedBy],
            [t`Answer by`, round.respondBy && dateTime(round.respondBy)],
          ]}
        />
      </RailSection>
      <RailSection title={t`How to rank`}>
        <p className="sub">
          <Trans>
            Put first what you want most. You are considered for each wish in turn, and a wish further down never loses
            to somebody only because you ranked it lower.
          </Trans>
        </p>
      </RailSection>
      {round.seedCommitment && (
        <RailSection title={t`Seal of the lottery`}>
          <p className="mono seal">{round.seedCommitment}</p>
          <p className="cap">
            <Trans>Fixed before the round closes. With the result, anybody can check that it was not changed.</Trans>
          </p>
        </RailSection>
      )}
    </>
  );
}
