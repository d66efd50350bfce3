import type { OutcomeListItem } from '@collegium/contract/outcomes';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Facts } from '../ui/Facts.tsx';
import { Grade } from './Grade.tsx';
import { OutcomeStatus } from './OutcomeStatus.tsx';

/** The lines of a transcript below one another, for screens on which the table does not fit. */
export function TranscriptList({ items }: { items: readonly OutcomeListItem[] }) {
  const { t } = useLingui();
  const { text, number, dateRange } = useFormat();
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.id} className="transcript-line">
          <div className="row-t">
            <Link to="/outcomes/$outcomeId" params={{ outcomeId: item.id }}>
              {text(item.offer.title)}
            </Link>
          </div>
          <div className="sub">
            {item.provider.name}, {dateRange(item.startsOn, item.endsOn)}
          </div>
          <OutcomeStatus state={item.state} />
          <Facts
            items={[
              [t`Grade as given`, <Grade key="given" grade={item.grade} scale={item.gradeScale} />],
              [
                t`Grade at home`,
                item.gradeRecognised && (
                  <Grade key="home" grade={item.gradeRecognised} scale={item.gradeScaleRecognised} />
                ),
              ],
              [t`Credits (ECTS)`, item.creditsEctsRecognised === null ? null : number(item.creditsEctsRecognised)],
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
