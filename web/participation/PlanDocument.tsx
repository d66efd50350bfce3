import type { PlanView } from '@collegium/contract/participation/plans';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { Facts } from '../ui/Facts.tsx';
import { RichText } from '../ui/RichText.tsx';
import { Section } from '../ui/Section.tsx';

/** A version of a plan as its parties read and sign it. */
export function PlanDocument({ plan }: { plan: PlanView }) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  return (
    <>
      <Section title={t`What will be learnt`}>
        <div className="plan-doc">
          <ol>
            {plan.goals.map((goal) => (
              <li key={goal.id}>{goal.text}</li>
            ))}
          </ol>
        </div>
      </Section>
      {plan.tasks !== '' && (
        <Section title={t`What will be done`}>
          <div className="plan-doc">
            <RichText text={plan.tasks} />
          </div>
        </Section>
      )}
      <Section title={t`When, how long and with whom`}>
        <Facts
          items={[
            [t`First day`, date(plan.startsOn)],
            [t`Last day`, date(plan.endsOn)],
            [t`Hours`, number(plan.hours)],
            [t`Supervisor`, plan.providerSupervisor?.name],
            [t`Tutor at home`, plan.homeSupervisor?.name],
          ]}
        />
      </Section>
    </>
  );
}
