import type { ResourceView } from '@collegium/contract/sharing/resources';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { circleNames } from '../names.ts';

/** For whom a resource is, and under which agreements partners come in. */
export function WhoMayBook({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const { text, date } = useFormat();
  const { audience, namesAgreements, agreements, openUntil } = resource;
  const until = openUntil !== null && (
    <div className="cap">
      {audience === 'partners'
        ? t`Your organisation until ${date(openUntil)}`
        : t`Your organisation counts as a partner until ${date(openUntil)}`}
    </div>
  );
  if (!namesAgreements || audience === 'own')
    return (
      <>
        {t(circleNames[audience])}
        {until}
      </>
    );
  return (
    <>
      {audience === 'network' ? (
        <Trans>Everyone in the network; hours and prices for partners are for parties of agreements</Trans>
      ) : (
        <Trans>Partners under an agreement</Trans>
      )}
      <ul className="fact-list">
        {agreements.map(({ id, title, isOpen, isReadable }) => (
          <li key={id}>
            {isReadable ? (
              <Link className="link" to="/agreements/$agreementId" params={{ agreementId: id }}>
                {text(title)}
              </Link>
            ) : (
              text(title)
            )}
            {!isOpen && <span className="cap"> · {t`opens nothing now`}</span>}
          </li>
        ))}
      </ul>
      {until}
    </>
  );
}
