import type { ParticipationView } from '@collegium/contract/participation/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Note } from '../ui/Note.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { Approvals } from './Approvals.tsx';
import { nameOf } from './useWaiting.ts';

/** The plan as its parties signed it, and the change that waits, if there is one. */
export function PlanPanel({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { list } = useFormat();
  const waiting = view.plans.find((one) => one.number === view.planWaiting);
  const shown = view.plans.find((one) => one.number === view.planInForce) ?? waiting;
  const target = { to: '/participations/$participationId/plan', params: { participationId: view.id } } as const;
  const open = (
    <Link className="link" {...target}>
      {t`Open`}
    </Link>
  );
  const late = view.openSteps.filter(({ step }) => step === 'approve_plan').map(({ party }) => nameOf(view, party));
  const names = list([...new Set(late)]);
  return (
    <RailSection title={t`Plan`} aside={shown && open}>
      {shown ? <Approvals view={view} plan={shown} /> : <p className="sub">{t`Nobody has proposed one yet.`}</p>}
      {waiting && waiting !== shown && (
        <div className="panel-note">
          <Note tone="wait" icon={<></>}>
            <span className="sub">
              <Trans>
                <b className="strong">
                  Version {waiting.number} waits for {names}.
                </b>{' '}
                The signed version applies until then.
              </Trans>{' '}
              <Link className="link" {...target}>
                {view.abilities.approvePlan ? t`Read and approve` : t`See what would change`}
              </Link>
            </span>
          </Note>
        </div>
      )}
    </RailSection>
  );
}
