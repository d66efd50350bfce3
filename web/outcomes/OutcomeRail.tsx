import type { OutcomeView } from '@collegium/contract/outcomes';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Facts } from '../ui/Facts.tsx';
import { OrgMark } from '../ui/OrgMark.tsx';
import { RailSection } from '../ui/RailSection.tsx';

/** Beside an outcome: the grade as given with its scale, credits, hours, and where it comes from. */
export function OutcomeRail({ view }: { view: OutcomeView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const ects = (credits: number | null) => (credits === null ? null : t`${number(credits)} ECTS`);
  const confirmed = number(Math.round(view.confirmedMinutes / 6) / 10);
  return (
    <>
      <RailSection title={t`As given by ${view.provider.name}`}>
        <Facts
          items={[
            [t`Grade`, view.grade ?? t`none given`],
            [t`Scale`, view.gradeScale],
            [t`Credits`, ects(view.creditsEctsProposed) ?? t`none proposed`],
            [t`Hours`, t`${confirmed} confirmed of ${number(view.hours)}`],
          ]}
        />
      </RailSection>
      {view.state === 'recognised' && (
        <RailSection title={t`As recognised by ${view.home.name}`}>
          <Facts
            items={[
              [t`Credits`, ects(view.creditsEctsRecognised)],
              [t`Grade`, view.gradeRecognised],
              [t`Scale`, view.gradeScaleRecognised],
            ]}
          />
        </RailSection>
      )}
      <RailSection title={t`From`}>
        <div className="outcome-from">
          <OrgMark text={view.provider.shortMark} size={24} />
          <Link
            className="link"
            to="/participations/$participationId"
            params={{ participationId: view.participationId }}
          >{t`Open the placement, its plan and journal`}</Link>
        </div>
      </RailSection>
    </>
  );
}
