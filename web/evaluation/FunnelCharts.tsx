import type { EvaluationView } from '@collegium/contract/evaluation';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { BarList } from '../ui/BarList.tsx';
import { Section } from '../ui/Section.tsx';
import { useStepNames } from './useStepNames.ts';

/** How many got how far, and which wish the placed ones got; each a chart with its table. */
export function FunnelCharts({ view: { total, rankProfile } }: { view: EvaluationView }) {
  const { t } = useLingui();
  const { share } = useFormat();
  const steps = useStepNames();
  return (
    <div className="evaluation-charts">
      <Section title={t`How far did people get?`}>
        <BarList
          label={t`How far people got`}
          nameHead={t`Step`}
          valueHead={t`Applications`}
          bars={steps.map(({ step, name }) => {
            const value = total[step];
            return { name, value, ...(value !== null && total.applied && { note: share(value / total.applied) }) };
          })}
        />
      </Section>
      {rankProfile.length > 0 && (
        <Section title={t`Which wish did people get?`}>
          <BarList
            label={t`Which wish people got`}
            nameHead={t`Wish`}
            valueHead={t`Learners`}
            bars={rankProfile.slice(0, 8).map((value, index) => ({ name: t`Wish ${index + 1}`, value }))}
          />
        </Section>
      )}
    </div>
  );
}
