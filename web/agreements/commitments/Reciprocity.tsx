import type { AgreementCommitments } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../../ui/Section.tsx';
import { flowsByPeriod, stretches, type Stretch } from './flows-by-period.ts';
import { GiveTakeChart } from './GiveTakeChart.tsx';
import { GiveTakeTable } from './GiveTakeTable.tsx';

/** Who gives and who takes over time: places given to learners of the other parties, and places taken up there. */
export function Reciprocity({ view: { parties, flows } }: { view: AgreementCommitments }) {
  const { t } = useLingui();
  const [stretch, setStretch] = useState<Stretch>('year');
  const [isTable, setTable] = useState(false);
  const names: Record<Stretch, string> = { year: t`Years`, half: t`Half years`, quarter: t`Quarters` };
  const shown = parties.map((party) => ({ party, periods: flowsByPeriod(flows, party.id, stretch) }));
  return (
    <Section title={t`Who gives, who takes?`} aside={t`places taken up`}>
      <div className="give-take-choice noprint">
        <SegmentedControl
          size="xs"
          aria-label={t`By which periods?`}
          value={stretch}
          onChange={(value) => setStretch(stretches.find((one) => one === value) ?? 'year')}
          data={stretches.map((value) => ({ value, label: names[value] }))}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={isTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? <Trans>Show as bars</Trans> : <Trans>Show as table</Trans>}
        </Button>
      </div>
      {isTable ? <GiveTakeTable shown={shown} stretch={stretch} /> : <GiveTakeChart shown={shown} stretch={stretch} />}
    </Section>
  );
}
