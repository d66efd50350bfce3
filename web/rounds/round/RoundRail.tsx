import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { Hash } from '../proof/Hash.tsx';
import { TrustChecks } from '../proof/TrustChecks.tsx';
import { VerifyRun } from '../proof/VerifyRun.tsx';
import { resultQuery } from '../queries.ts';
import { useRankedByNames } from '../useRankedByNames.ts';

/** Beside the round: can it be trusted, and its dates. */
export function RoundRail({ round }: { round: RoundView }) {
  return (
    <>
      {round.abilities.review && <RunTrust round={round} />}
      {!round.abilities.review && round.seedCommitment && <Committed round={round} commitment={round.seedCommitment} />}
      {round.abilities.review && <DatesAndRules round={round} />}
    </>
  );
}

function DatesAndRules({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { dateTime, dateRange } = useFormat();
  const rankedBy = useRankedByNames()[round.rankedBy].name;
  return (
    <RailSection title={t`Dates and rules`}>
      <Facts
        items={[
          [t`Window`, dateRange(round.opensAt, round.closesAt)],
          [t`Closes`, dateTime(round.closesAt)],
          [t`Answer by`, round.respondBy && dateTime(round.respondBy)],
          [t`Wishes`, `${round.wishesMinimum}–${round.wishesMaximum}`],
          [t`Offers rank by`, rankedBy],
        ]}
      />
    </RailSection>
  );
}

function RunTrust({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { data: result } = useQuery(resultQuery(round.id, round.version));
  if (!result) return null;
  const isTrusted = Object.values(result.checks).every(({ holds }) => holds);
  return (
    <RailSection
      title={t`Can we trust this run?`}
      aside={
        isTrusted ? (
          <Status tone="good">
            <Trans>Verified</Trans>
          </Status>
        ) : (
          <Status tone="bad">
            <Trans>Look here</Trans>
          </Status>
        )
      }
    >
      <TrustChecks checks={result.checks} />
      <VerifyRun roundId={round.id} />
      <dl className="hash">
        <Hash name={t`Commitment`} value={result.commitment} />
        <Hash name={t`Seed`} value={round.seed} />
        {round.seed === null && (
          <>
            <dt>
              <Trans>Seed</Trans>
            </dt>
            <dd>
              <Trans>published with the result</Trans>
            </dd>
          </>
        )}
        <Hash name={t`Input`} value={result.inputSha256} />
        <dt>
          <Trans>Rule</Trans>
        </dt>
        <dd>
          <Trans>Learner-proposing deferred acceptance</Trans>
        </dd>
      </dl>
      <Link className="link sub" to="/rounds/$roundId/proof" params={{ roundId: round.id }}>
        <Trans>Proof and run file</Trans>
      </Link>
    </RailSection>
  );
}

/** Before the result: the hash that binds the lottery, and after publication the way to the proof. */
function Committed({ round, commitment }: { round: RoundView; commitment: string }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  return (
    <RailSection title={t`Why nobody can choose the lottery`}>
      <p className="sub">
        <Trans>
          Its seed was drawn on {dateTime(round.seedCommittedAt ?? round.opensAt)}. This hash of it is public since
          then; the seed itself is published with the result, so anybody can check that it was not changed.
        </Trans>
      </p>
      <dl className="hash">
        <Hash name={t`Commitment`} value={commitment} />
        <Hash name={t`Seed`} value={round.seed} />
      </dl>
      {round.state === 'published' && (
        <Link className="link sub" to="/rounds/$roundId/proof" params={{ roundId: round.id }}>
          <Trans>Check the result yourself</Trans>
        </Link>
      )}
    </RailSection>
  );
}
