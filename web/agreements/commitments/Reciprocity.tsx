import type { AgreementCommitments } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';

interface Year {
  year: string;
  gave: Map<string, number>;
  took: Map<string, number>;
}

/** Who gives and who takes, year by year: places given to learners of the other parties, and places taken up there. */
export function Reciprocity({ view: { parties, flows } }: { view: AgreementCommitments }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const years = yearsOf(flows);
  return (
    <Section title={t`Who gives, who takes?`} aside={t`places taken up`}>
      <DataTable
        label={t`Places given and taken by year`}
        rows={years}
        keyOf={({ year }) => year}
        columns={[
          { head: t`Year`, isName: true, render: ({ year }) => <span className="num">{year}</span> },
          ...parties.map(({ id, shortMark, name }) => ({
            head: <span title={name}>{shortMark}</span>,
            isNumber: true,
            render: ({ gave, took }: Year) => (
              <Trans>
                gave {number(gave.get(id) ?? 0)}, took {number(took.get(id) ?? 0)}
              </Trans>
            ),
          })),
        ]}
      />
    </Section>
  );
}

function yearsOf(flows: AgreementCommitments['flows']): Year[] {
  const years = new Map<string, Year>();
  for (const { month, providerId, homeId, places } of flows) {
    const name = month.slice(0, 4);
    const year = years.get(name) ?? { year: name, gave: new Map(), took: new Map() };
    year.gave.set(providerId, (year.gave.get(providerId) ?? 0) + places);
    year.took.set(homeId, (year.took.get(homeId) ?? 0) + places);
    years.set(name, year);
  }
  return [...years.values()].toSorted((a, b) => (a.year < b.year ? 1 : -1));
}
