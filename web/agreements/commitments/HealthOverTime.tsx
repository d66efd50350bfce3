import type { CommitmentWord } from '@collegium/contract/commitments/judge';
import type { CommitmentView } from '@collegium/contract/commitments/views';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { commitmentTones } from '../../ui/promises/CommitmentStatus.tsx';
import { Section } from '../../ui/Section.tsx';
import { healthByYear, type YearOfPromises } from './health-by-year.ts';

const words = ['kept', 'on_track', 'at_risk', 'missed'] as const satisfies readonly CommitmentWord[];

/** Whether the agreement was kept, year by year: a bar of its promises, with the counts beside. */
export function HealthOverTime({ commitments }: { commitments: readonly CommitmentView[] }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const years = healthByYear(commitments);
  if (years.length < 2) return null;
  return (
    <Section title={t`Was it kept over the years?`} aside={t`promises by the year in which they were due`}>
      <DataTable
        label={t`Promises kept and missed by year`}
        rows={years}
        keyOf={({ year }) => year}
        columns={[
          { head: t`Year`, isName: true, render: ({ year }) => <span className="num">{year}</span> },
          { head: <span className="vh">{t`Shares`}</span>, render: (year) => <Shares year={year} /> },
          ...words.map((word) => ({
            head: t(commitmentTones[word].name),
            isNumber: true,
            render: ({ counts }: YearOfPromises) => number(counts[word]),
          })),
        ]}
      />
    </Section>
  );
}

/** A drawing of what stands in the row as numbers. */
function Shares({ year: { counts, total } }: { year: YearOfPromises }) {
  return (
    <span className="health-shares" aria-hidden>
      {words.map(
        (word) => counts[word] > 0 && <i key={word} className={word} style={{ flexGrow: counts[word] / total }} />,
      )}
    </span>
  );
}
