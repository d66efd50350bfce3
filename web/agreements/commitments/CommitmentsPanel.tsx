import type { AgreementCommitments } from '@collegium/contract/commitments/views';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Section } from '../../ui/Section.tsx';
import { CommitmentRow } from './CommitmentRow.tsx';
import { CommitmentStatus } from '../../ui/promises/CommitmentStatus.tsx';
import { commitmentsQuery } from './commitment-query.ts';
import { OffersUnder } from '../offers/OffersUnder.tsx';
import { HealthOverTime } from './HealthOverTime.tsx';
import { Reciprocity } from './Reciprocity.tsx';
import './commitments.css';

/** What the agreement promises, whether it is kept, and who gives and takes. */
export function CommitmentsPanel({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery(commitmentsQuery(view.id));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const open = data.commitments.filter(({ closedOn }) => closedOn === null);
  const closed = data.commitments.filter(({ closedOn }) => closedOn !== null);
  return (
    <>
      <Section title={t`Is it kept?`} aside={data.health && <CommitmentStatus word={data.health.word} />}>
        {data.commitments.length === 0 ? (
          <Empty
            title={t`Nothing is measured yet`}
            why={t`Promises are measured from the day on which a version with commitment clauses is in force.`}
          />
        ) : (
          <>
            {data.health && <HealthSentence health={data.health} />}
            <ul className="rows">
              {open.map((commitment) => (
                <CommitmentRow key={commitment.id} commitment={commitment} />
              ))}
            </ul>
          </>
        )}
      </Section>
      <HealthOverTime commitments={data.commitments} />
      {data.flows.length > 0 && <Reciprocity view={data} />}
      <OffersUnder view={view} />
      {closed.length > 0 && (
        <Section
          title={t`Promises of earlier versions`}
          aside={<Plural value={closed.length} one="# promise" other="# promises" />}
        >
          <ul className="rows">
            {closed.map((commitment) => (
              <CommitmentRow key={commitment.id} commitment={commitment} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function HealthSentence({ health }: { health: NonNullable<AgreementCommitments['health']> }) {
  const { t } = useLingui();
  const counted = health.kept + health.onTrack + health.atRisk + health.missed;
  const fine = health.kept + health.onTrack;
  const sentence = () => {
    if (counted === 0) return t`Nothing is due yet.`;
    if (counted === 1)
      return fine === 1
        ? t`The one promise that is due is kept or on track.`
        : t`The one promise that is due is neither kept nor on track.`;
    if (fine === 0) return t`None of the ${counted} promises that are due is kept or on track.`;
    return plural(fine, {
      one: `# of the ${counted} promises that are due is kept or on track.`,
      other: `# of the ${counted} promises that are due are kept or on track.`,
    });
  };
  return (
    <p className="sub commitment-health">
      {sentence()} {counted > 0 && <Trans>The tick on a bar is where we should be today.</Trans>}
    </p>
  );
}
