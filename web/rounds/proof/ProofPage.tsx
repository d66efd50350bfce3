import type { ProofView } from '@collegium/contract/allocation';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { apiUrl } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Section } from '../../ui/Section.tsx';
import { proofQuery } from '../queries.ts';
import { Hash } from './Hash.tsx';
import { VerifyRun } from './VerifyRun.tsx';
import '../rounds.css';

const route = getRouteApi('/open/rounds/$roundId/proof');

/** The public page on which anybody, signed in or not, checks a published result. */
export function ProofPage() {
  const { t } = useLingui();
  const { text } = useFormat();
  const { roundId } = route.useParams();
  const { data: proof, error, isPending, refetch } = useQuery(proofQuery(roundId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const name = text(proof.round.name);
  return (
    <>
      <PageHeader
        title={t`Was this round fair?`}
        crumbs={[
          { label: t`Allocation rounds`, to: '/rounds' },
          { label: name, to: '/rounds/$roundId', params: { roundId } },
        ]}
        lede={t`Everything that is needed to run the allocation again, without anybody’s name.`}
      />
      <Detail rail={<CheckIt roundId={roundId} />} railLabel={t`Check it`}>
        <HowItWorks proof={proof} />
        <Numbers proof={proof} />
        <ByHand proof={proof} />
      </Detail>
    </>
  );
}

function CheckIt({ roundId }: { roundId: string }) {
  const { t } = useLingui();
  return (
    <RailSection title={t`Check it yourself`}>
      <VerifyRun roundId={roundId} />
      <ul className="files">
        <li>
          <a className="link sub csv" href={apiUrl(`/rounds/${roundId}/problem.json`)} download>
            <IconDownload size={15} stroke={1.7} aria-hidden />
            <Trans>Problem file (JSON)</Trans>
          </a>
        </li>
        <li>
          <a className="link sub csv" href={apiUrl(`/rounds/${roundId}/proof/result`)} download="result.json">
            <IconDownload size={15} stroke={1.7} aria-hidden />
            <Trans>Result file (JSON)</Trans>
          </a>
        </li>
      </ul>
    </RailSection>
  );
}

function HowItWorks({ proof }: { proof: ProofView }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  return (
    <Section title={t`Why nobody could choose the result`}>
      <ol className="richtext steps">
        <li>
          <Trans>
            {dateTime(proof.committedAt)}: the seed of the lottery was drawn, and its hash published. A hash gives
            nothing away, but fits one seed only.
          </Trans>
        </li>
        <li>
          <Trans>{dateTime(proof.round.closesAt)}: the round closed; from then on no list could change.</Trans>
        </li>
        <li>
          <Trans>
            {dateTime(proof.ranAt)}: the lists were frozen under pseudonyms and solved (run {proof.runNumber}).
          </Trans>
        </li>
        <li>
          {proof.revealedAt ? (
            <Trans>{dateTime(proof.revealedAt)}: the result and the seed were published.</Trans>
          ) : (
            <Trans>The result is not published yet; only its coordinators read this page.</Trans>
          )}
        </li>
      </ol>
      <dl className="hash">
        <Hash name={t`Commitment`} value={proof.commitment} isWhole />
        <Hash name={t`Seed`} value={proof.seed} isWhole />
        <Hash name={t`Input`} value={proof.inputSha256} isWhole />
      </dl>
    </Section>
  );
}

function Numbers({ proof: { statistics, problemBytes } }: { proof: ProofView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  return (
    <Section title={t`The run in figures`}>
      <Facts
        items={[
          [t`Rule`, t`Learner-proposing deferred acceptance`],
          [t`Learners`, number(statistics.learners)],
          [t`Placed`, number(statistics.placed)],
          [t`Places`, number(statistics.places)],
          [t`Places left`, number(statistics.unfilled)],
          [
            t`Size of the problem file`,
            number(problemBytes / 1_000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }),
          ],
        ]}
      />
    </Section>
  );
}

function ByHand({ proof: { placedByHand } }: { proof: ProofView }) {
  const { t } = useLingui();
  return (
    <Section title={t`Changed by hand afterwards`}>
      <p className="sub">
        <Plural
          value={placedByHand.length}
          _0="Nobody. The run’s result stands as it came out."
          one="# place was changed by hand after the run. The learner reads the reason; the file names the pseudonym."
          other="# places were changed by hand after the run. The learners read the reasons; the file names the pseudonyms."
        />
      </p>
    </Section>
  );
}
