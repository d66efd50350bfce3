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
  const counted = health.kept + health.onTrack + health.atRisk + health.missed;
  const fine = health.kept + health.onTrack;
  if (counted === 0)
    return (
      <p className="sub commitment-health">
        <Trans>Nothing is due yet.</Trans>
      </p>
    );
  return (
    <p className="sub commitment-health">
      {plural(counted, {
        one: `${fine} of # promise that is due is kept or on track. The tick on its bar is where we should be today.`,
        other: `${fine} of # promises that are due are kept or on track. The tick on each bar is where we should be today.`,
      })}
    </p>
  );
}
