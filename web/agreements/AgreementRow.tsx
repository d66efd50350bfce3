import type { AgreementSummary } from '@collegium/contract/agreements/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { Status } from '../ui/Status.tsx';
import { AgreementStatus } from './AgreementStatus.tsx';
import { templateNames } from './words.ts';

const shownMarks = 4;

/** A line of the register: with whom, how it stands, until when, and whether it waits for the reader. */
export function AgreementRow({ item }: { item: AgreementSummary }) {
  const { t } = useLingui();
  const { text, date, list } = useFormat();
  const { acting } = useSession();
  const others = item.parties.filter(({ organisationId }) => organisationId !== acting.organisation.id);
  const open =
    item.openNumber !== null && item.openState !== null ? { number: item.openNumber, state: item.openState } : null;
  const kind = templateNames[item.template];
  return (
    <div className="row hov agreement-row">
      <span className="agreement-marks" aria-hidden>
        {others.slice(0, shownMarks).map((party) => (
          <OrgMark key={party.organisationId} text={party.shortMark} />
        ))}
        {others.length > shownMarks && <span className="cap num">+{others.length - shownMarks}</span>}
      </span>
      <div>
        <div className="row-t">
          <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
            {text(item.title)}
          </Link>
        </div>
        <span className="sub">
          {t`With ${list(others.map(({ name }) => name))}`}
          {' · '}
          {kind ? t(kind) : t`Own template`}
        </span>
      </div>
      <span className="agreement-state">
        <AgreementStatus state={item.state} open={open} />
        {item.waitsForYou && (
          <Status tone="wait">
            <Trans>Waiting for you</Trans>
          </Status>
        )}
        {open !== null && item.inForceNumber !== null && (
          <span className="cap">
            <Trans>Version {item.inForceNumber} stays in force</Trans>
          </span>
        )}
        {item.dormantSince && (
          <span className="cap">
            <Trans>Nothing happens any more</Trans>
          </span>
        )}
      </span>
      <span className="num sub end">{item.endsOn ? t`until ${date(item.endsOn)}` : t`no last day`}</span>
    </div>
  );
}
