import type { PlanView } from '@collegium/contract/participation/plans';
import type { ParticipationView } from '@collegium/contract/participation/views';
import type { Party } from '@collegium/contract/participation';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { PersonMark } from '../ui/PersonMark.tsx';
import { Status } from '../ui/Status.tsx';

const order: readonly Party[] = ['learner', 'provider', 'home'];

/** The three parties, and who of them has approved a version, when. */
export function Approvals({ view, plan }: { view: ParticipationView; plan: PlanView }) {
  const { t } = useLingui();
  const { day } = useFormat();
  return (
    <ul className="sig">
      {order.map((party) => {
        const approval = plan.approvals.find((one) => one.party === party);
        const isMe = party === 'learner' && view.myParties.includes('learner');
        return (
          <li key={party}>
            {party === 'learner' ? (
              <PersonMark name={view.learner.name} size={24} />
            ) : (
              <OrgMark text={view[party].shortMark} size={24} />
            )}
            <span className="sig-two">
              {isMe ? t`You` : view[party].name}
              {approval && party !== 'learner' && <span className="cap"> {approval.person.name}</span>}
            </span>
            {approval ? (
              <Status tone="good">{t`signed ${day(approval.approvedAt)}`}</Status>
            ) : plan.number === view.planWaiting ? (
              <Status tone="wait">{t`to sign`}</Status>
            ) : (
              <Status tone="idle">{t`not signed`}</Status>
            )}
          </li>
        );
      })}
    </ul>
  );
}
