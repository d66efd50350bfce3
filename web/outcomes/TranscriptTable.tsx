import type { OutcomeListItem } from '@collegium/contract/outcomes';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Grade } from './Grade.tsx';
import { OutcomeStatus } from './OutcomeStatus.tsx';

/** The lines of a transcript. A grade stands with its scale, as given; what the home organisation made of it beside. */
export function TranscriptTable({ items }: { items: readonly OutcomeListItem[] }) {
  const { t } = useLingui();
  const { text, number, dateRange } = useFormat();
  return (
    <DataTable
      label={t`Transcript`}
      rows={items}
      keyOf={(item) => item.id}
      columns={[
        {
          head: t`What and where`,
          isName: true,
          render: (item) => (
            <>
              <Link className="link" to="/outcomes/$outcomeId" params={{ outcomeId: item.id }}>
                {text(item.offer.title)}
              </Link>
              <br />
              <span className="cap">{item.provider.name}</span>
            </>
          ),
        },
        { head: t`When`, render: (item) => <span className="num">{dateRange(item.startsOn, item.endsOn)}</span> },
        { head: t`Grade as given`, render: (item) => <Grade grade={item.grade} scale={item.gradeScale} /> },
        {
          head: t`Grade at home`,
          render: (item) => <Grade grade={item.gradeRecognised} scale={item.gradeScaleRecognised} />,
        },
        { head: t`State`, render: (item) => <OutcomeStatus state={item.state} /> },
        {
          head: t`Credits (ECTS)`,
          isNumber: true,
          render: (item) => (item.creditsEctsRecognised === null ? '–' : number(item.creditsEctsRecognised)),
        },
      ]}
    />
  );
}
