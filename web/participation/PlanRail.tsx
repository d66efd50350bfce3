import type { PlanView } from '@collegium/contract/participation/plans';
import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { RailSection } from '../ui/RailSection.tsx';
import { Approvals } from './Approvals.tsx';

interface PlanRailProps {
  view: ParticipationView;
  plan: PlanView;
  onChoose: (number: number) => void;
}

/** Who signed a version, and all versions to choose from. */
export function PlanRail({ view, plan, onChoose }: PlanRailProps) {
  const { t } = useLingui();
  const { day } = useFormat();
  return (
    <>
      <RailSection title={t`Signatures`}>
        <Approvals view={view} plan={plan} />
      </RailSection>
      {view.plans.length > 1 && (
        <RailSection title={t`Versions`}>
          <ul className="rows">
            {view.plans.map(({ number, createdAt, createdBy, agreedAt }) => (
              <li key={number}>
                <button
                  type="button"
                  className="plainbtn row hov version"
                  aria-current={number === plan.number ? 'true' : undefined}
                  onClick={() => onChoose(number)}
                >
                  <span>
                    <span className="strong">{t`Version ${number}`}</span>{' '}
                    <span className="cap">{createdBy ? createdBy.name : t`made from the offer`}</span>
                  </span>
                  <span className="cap num">
                    {agreedAt ? t`agreed ${day(agreedAt)}` : t`proposed ${day(createdAt)}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
    </>
  );
}
