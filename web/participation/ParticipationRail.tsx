import type { ParticipationView } from '@collegium/contract/participation/views';
import { kinds } from '../ui/kinds.ts';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Facts } from '../ui/Facts.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';

/** Beside a participation: who signed, what it brings, who is there, why it ended. */
export function ParticipationRail({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { money, number, date, text, dateTime } = useFormat();
  const { offer, outcome, endReason, endedBy, endedAt } = view;
  const offerPath: string = `/offers/${offer.id}`;
  const hours = view.plannedMinutes === null ? null : number(view.plannedMinutes / 60);
  return (
    <>
      <PlanPanel view={view} />
      {endReason !== null && (
        <RailSection title={view.state === 'cancelled' ? t`Why it was cancelled` : t`Why it ended early`}>
          <p className="sub">{endReason === '' ? t`The learner withdrew the application.` : endReason}</p>
          <p className="cap">{[endedBy, endedAt && dateTime(endedAt)].filter(Boolean).join(', ')}</p>
        </RailSection>
      )}
      <RailSection title={view.myParties.includes('learner') ? t`What you will get` : t`What it brings`}>
        <Facts
          items={[
            [t`Credits`, creditsOf()],
            [t`Hours`, hours],
            [t`Pay`, offer.pay && t`${money(offer.pay.minorPerMonth, offer.pay.currency)} a month`],
            [t`Last day`, view.endsOn && date(view.endsOn)],
            [t`Kind`, t(kinds[offer.kind].name)],
            [
              t`Offer`,
              <Link key="offer" className="link" to={offerPath}>
                {text(offer.title)}
              </Link>,
            ],
          ]}
        />
      </RailSection>
      <PeoplePanel view={view} />
    </>
  );

  function creditsOf(): string | null {
    if (outcome?.creditsEctsRecognised != null) return t`${number(outcome.creditsEctsRecognised)} ECTS, recognised`;
    const credits = outcome?.creditsEctsProposed ?? offer.creditsEcts;
    return credits === null ? null : t`${number(credits)} ECTS, when recognised by ${view.home.name}`;
  }
}
