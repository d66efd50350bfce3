import type { SigningView } from '@collegium/contract/agreements/signing';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { SignatoryStatus } from './SignatoryStatus.tsx';
import { signingQuery } from './signing-query.ts';
import './signing.css';

/**
 * Beside an agreement: who has signed the version at hand, who is awaited, who joined later under which `rule`. Nothing before
 * a version was approved by all.
 */
export function SignaturesRail({ agreementId, rule }: { agreementId: string; rule?: ReactNode }) {
  const { data } = useQuery({ ...signingQuery(agreementId), retry: false });
  return data ? <SignaturesOf view={data} rule={rule} /> : null;
}

/** The same, of a signing that was read already. */
export function SignaturesOf({ view, rule }: { view: SigningView; rule?: ReactNode }) {
  const { t } = useLingui();
  const { day } = useFormat();
  const session = useSessionOrNull();
  const { signatories, number, agreementId } = view;
  const signed = signatories.filter(({ standing }) => standing === 'signed').length;
  return (
    <RailSection
      title={t`Signatures on version ${number}`}
      aside={signatories.length > 0 && t`${signed} of ${signatories.length}`}
    >
      {signatories.length === 0 ? (
        <p className="sub">
          {view.canStart
            ? t`All parties approved the text. Name who signs.`
            : t`All parties approved the text. Signing has not begun.`}
        </p>
      ) : (
        <ul className="signatures">
          {signatories.map((one) => (
            <li key={one.id}>
              <OrgMark
                text={one.organisation.shortMark}
                isYou={one.organisation.id === session?.acting.organisation.id}
              />
              <span>{one.organisation.name}</span>
              <SignatoryStatus signatory={one} />
            </li>
          ))}
        </ul>
      )}
      {view.joined.length > 0 && (
        <>
          <h3 className="cap agreement-earlier">
            <Trans>Joined later, with its own signature</Trans>
          </h3>
          <ul className="signatures">
            {view.joined.map(({ organisation, name, joinedOn }) => (
              <li key={organisation.id}>
                <OrgMark text={organisation.shortMark} isYou={organisation.id === session?.acting.organisation.id} />
                <span>
                  {organisation.name}
                  <span className="cap agreement-person">{name}</span>
                </span>
                <Status tone="good">{t`Joined ${day(joinedOn)}`}</Status>
              </li>
            ))}
          </ul>
          {rule}
        </>
      )}
      <p className="cap">
        <Trans>
          All sign the same text, fingerprint <Fingerprint hash={view.hash} />
        </Trans>
      </p>
      <Link className="link cap" to="/agreements/$agreementId/sign" params={{ agreementId }}>
        {view.canStart ? t`Name who signs` : t`Open the signing`}
      </Link>
    </RailSection>
  );
}
