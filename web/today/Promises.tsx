import type { HealthLine, HealthPage } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { CommitmentStatus } from '../ui/promises/CommitmentStatus.tsx';
import { PromiseFigure } from '../ui/promises/PromiseFigure.tsx';
import { useAmount } from '../ui/promises/useAmount.ts';
import { Section } from '../ui/Section.tsx';
import './promises.css';

const shownAtMost = 5;

/** Agreements of one's own organisation, the least kept first, each with its weakest promise. Nothing while nothing is promised. */
export function Promises() {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ['agreements', 'health', shownAtMost],
    queryFn: ({ signal }) => api.get<HealthPage>('/agreement-health', { query: { limit: shownAtMost }, signal }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section
      title={t`Are we keeping our promises?`}
      aside={
        <>
          <span className="key-tick" aria-hidden />
          <Trans>where we should be today</Trans>
          <Link className="link all-agreements" to="/agreements">
            <Trans>All agreements</Trans>
          </Link>
        </>
      }
    >
      <div className="row health th desk-only" aria-hidden>
        <span>
          <Trans>Agreement</Trans>
        </span>
        <span>
          <Trans>Delivered of promised</Trans>
        </span>
        <span>
          <Trans>Weakest promise</Trans>
        </span>
        <span>
          <Trans>Health</Trans>
        </span>
      </div>
      <ul className="rows">
        {data.items.map((line) => (
          <li key={line.agreementId}>
            <HealthRow line={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function HealthRow({ line: { agreementId, title, parties, health, weakest } }: { line: HealthLine }) {
  const { list, text } = useFormat();
  return (
    <div className="row hov health">
      <div className="health-name">
        <div className="row-t">
          <Link to="/agreements/$agreementId" params={{ agreementId }} search={{ tab: 'commitments' }}>
            {text(title)}
          </Link>
        </div>
        <div className="cap">{list(parties.map(({ name }) => name))}</div>
      </div>
      <div className="health-bar">{weakest && <PromiseFigure of={weakest} figure={weakest.figure} />}</div>
      <div className="sub health-weakest">{weakest && <Weakest weakest={weakest} />}</div>
      <span className="health-word">
        <CommitmentStatus word={health.word} />
      </span>
    </div>
  );
}

function Weakest({ weakest }: { weakest: NonNullable<HealthLine['weakest']> }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { amount } = useAmount();
  const { behind, word } = weakest.figure;
  const name = text(weakest.title);
  // Whoever is on track may be a little behind an even pace; that is no news.
  const isSlipping = word === 'at_risk' || word === 'missed';
  return isSlipping && behind >= 0.05 ? t`${name}: ${amount(behind, weakest)} behind` : name;
}
