import type { SignatoryView, SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { networkSlug } from '../../api/network.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { SignatoryActions } from './SignatoryActions.tsx';
import { SignatoryStatus } from './SignatoryStatus.tsx';

/** Everybody who signs, in order, with how each signature was given and what may be done about those that are missing. */
export function SignatoryList({ view }: { view: SigningView }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const hasOrder = new Set(view.signatories.map(({ step }) => step)).size > 1;
  return (
    <ul className="rows">
      {view.signatories.map((one) => (
        <li key={one.id}>
          <div className="row signatory">
            <OrgMark text={one.organisation.shortMark} isYou={one.organisation.id === acting.organisation.id} />
            <div>
              <div className="row-t">
                {one.organisation.name}
                {one.kind === 'witness' && <span className="sub"> · {t`witness`}</span>}
                {hasOrder && <span className="sub"> · {t`step ${one.step}`}</span>}
              </div>
              <Who signatory={one} />
              <How signatory={one} />
            </div>
            <SignatoryStatus signatory={one} />
            <SignatoryActions view={view} signatory={one} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Who({ signatory }: { signatory: SignatoryView }) {
  const { t } = useLingui();
  const { list } = useFormat();
  const { signature, person, name, email, office, delegates } = signatory;
  if (signature)
    return (
      <div className="sub">
        {signature.name}, {signature.office}
      </div>
    );
  const who = person?.name ?? (name === null ? t`Any administrator of the organisation` : `${name} (${email})`);
  const stands = delegates.map((one) => one.name);
  return (
    <div className="sub">
      {office ? `${who}, ${office}` : who}
      {stands.length > 0 && <span> {t`or ${list(stands, 'disjunction')}`}</span>}
    </div>
  );
}

function How({ signatory }: { signatory: SignatoryView }) {
  const { t } = useLingui();
  const { dateTime, day } = useFormat();
  const { signature, declined, linkExpiresAt, standing, hasLeft } = signatory;
  if (declined) return <div className="sub bad">{declined.reason}</div>;
  if (signature?.document) {
    const href = `/${networkSlug()}/api/signatories/${signatory.id}/document`;
    return (
      <div className="cap">
        <a className="link" href={href}>
          {signature.document.name}
        </a>{' '}
        {signature.confirmed && t`confirmed by ${signature.confirmed.by?.name ?? ''}, ${day(signature.confirmed.at)}`}
      </div>
    );
  }
  if (signature?.at) {
    const at = dateTime(signature.at);
    return <div className="cap">{signature.method === 'link' ? t`By a link, ${at}` : t`With an account, ${at}`}</div>;
  }
  if (hasLeft) return <div className="cap">{t`No longer works there: name somebody else.`}</div>;
  if (standing === 'due' && linkExpiresAt)
    return <div className="cap">{t`The link works until ${day(linkExpiresAt)}`}</div>;
  return null;
}
