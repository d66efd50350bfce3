import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/useFormat.ts';
import { RailSection } from '../../ui/RailSection.tsx';
import { CommitmentStatus } from '../../ui/promises/CommitmentStatus.tsx';
import { commitmentsQuery } from './commitment-query.ts';
import { PromiseFigure } from '../../ui/promises/PromiseFigure.tsx';
import './commitments.css';

const shownAtMost = 6;

/** Beside the text: promised and delivered, clause by clause. Nothing while nothing is measured. */
export function PromisesRail({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { data } = useQuery(commitmentsQuery(agreementId));
  const open = data?.commitments.filter(({ closedOn }) => closedOn === null) ?? [];
  if (open.length === 0) return null;
  return (
    <RailSection title={t`Promised and delivered`} aside={t`now`}>
      <ul className="promises">
        {open.slice(0, shownAtMost).map((commitment) => {
          const figure = commitment.figures.find(({ period }) => period === commitment.current);
          return (
            figure && (
              <li key={commitment.id}>
                <span className="sub">
                  <span className="num cap">{commitment.position + 1}</span> {text(commitment.title)}
                </span>
                <PromiseFigure of={commitment} figure={figure} />
                {(figure.word === 'at_risk' || figure.word === 'missed') && <CommitmentStatus word={figure.word} />}
              </li>
            )
          );
        })}
      </ul>
      {open.length > shownAtMost && (
        <p className="cap">
          <Trans>{open.length - shownAtMost} more under Commitments</Trans>
        </p>
      )}
    </RailSection>
  );
}
