import type { OutcomeListItem } from '@collegium/contract/outcomes';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { OutcomeStatus } from './OutcomeStatus.tsx';

/** One outcome in a list: whose, of what, the grade as given, the credits, and how it stands. */
export function OutcomeRow({ item }: { item: OutcomeListItem }) {
  const { t } = useLingui();
  const { text, number } = useFormat();
  const credits = item.creditsEctsRecognised ?? item.creditsEctsProposed;
  return (
    <div className="row hov outcome-row">
      <PersonMark name={item.learner.name} size={28} />
      <div>
        <div className="row-t">
          <Link to="/outcomes/$outcomeId" params={{ outcomeId: item.id }}>
            {item.learner.name}
          </Link>
        </div>
        <div className="sub">
          {text(item.offer.title)} · {item.provider.name}
        </div>
      </div>
      <div className="sub">
        {item.grade && (
          <>
            {item.grade} <span className="cap">{item.gradeScale}</span>
          </>
        )}
      </div>
      <span className="sub num end">{credits !== null && t`${number(credits)} ECTS`}</span>
      <OutcomeStatus state={item.state} />
    </div>
  );
}
