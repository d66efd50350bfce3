import type { AgreementView } from '@collegium/contract/agreements/views';
import { versionMachine } from '@collegium/contract/states/agreement-version';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';
import { CompareVersions } from './CompareVersions.tsx';
import { shortHash } from './short-hash.ts';

/** Every version there was, what became of it and why, and the way to what it changed. */
export function VersionsPanel({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { dateTime, language } = useFormat();
  return (
    <>
      <ul className="rows">
        {view.versions.map((version) => {
          const { tone, [language]: words } = versionMachine.states[version.state];
          const isHeld = version.number === view.inForce?.number;
          const against = version.basedOn ?? undefined;
          return (
            <li key={version.id}>
              <div className="row agreement-version">
                <span>
                  <span className="row-t">
                    <Link
                      to="/agreements/$agreementId"
                      params={{ agreementId: view.id }}
                      search={{ version: version.number, against }}
                    >
                      {t`Version ${version.number}`}
                    </Link>
                  </span>
                  <span className="sub">
                    {version.proposedAt && version.proposedBy
                      ? t`Proposed by ${version.proposedBy.name}, ${dateTime(version.proposedAt)}`
                      : t`Begun ${dateTime(version.createdAt)}`}
                  </span>
                  {version.closeReason && <span className="sub agreement-reason">“{version.closeReason}”</span>}
                </span>
                <span className="mono cap">{version.hash ? shortHash(version.hash) : ''}</span>
                {isHeld ? (
                  <Status tone="good">
                    <Trans>In force</Trans>
                  </Status>
                ) : (
                  <Status tone={version.state === 'abandoned' ? 'stopped' : tone}>{words}</Status>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <CompareVersions view={view} />
    </>
  );
}
