import type { SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { Status } from '../../ui/Status.tsx';

/** Who joined later: each signed the same text alone, and nobody signed again for it. */
export function JoinedList({ joined }: { joined: SigningView['joined'] }) {
  const { t } = useLingui();
  const { date, dateTime } = useFormat();
  const session = useSessionOrNull();
  return (
    <ul className="rows">
      {joined.map(({ organisation, joinedOn, name, office, at }) => (
        <li key={organisation.id}>
          <div className="row signatory joined">
            <OrgMark text={organisation.shortMark} isYou={organisation.id === session?.acting.organisation.id} />
            <div>
              <div className="row-t">{organisation.name}</div>
              <div className="sub">
                {name}, {office}
              </div>
              <div className="cap">{t`With an account, ${dateTime(at)}`}</div>
            </div>
            <Status tone="good">{t`Joined ${date(joinedOn)}`}</Status>
          </div>
        </li>
      ))}
    </ul>
  );
}
