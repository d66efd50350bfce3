import type { SigningView } from '@collegium/contract/agreements/signing';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSessionOrNull } from '../../api/session.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { SignatoryStatus } from './SignatoryStatus.tsx';
import { signingQuery } from './signing-query.ts';
import './signing.css';

/** Beside an agreement: who has signed the version at hand, who is awaited. Nothing before a version was approved by all. */
export function SignaturesRail({ agreementId }: { agreementId: string }) {
  const { data } = useQuery({ ...signingQuery(agreementId), retry: false });
  return data ? <SignaturesOf view={data} /> : null;
}

/** The same, of a signing that was read already. */
export function SignaturesOf({ view }: { view: SigningView }) {
  const { t } = useLingui();
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
