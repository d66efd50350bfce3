import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { networkPath } from '../api/network.ts';
import { Section } from '../ui/Section.tsx';

/** Ways to what lies behind the pages: the own account, records for those who may read them, the interface for programs. */
export function Records({ canReadAudit, canReadImports }: { canReadAudit: boolean; canReadImports: boolean }) {
  const { i18n, t } = useLingui();
  return (
    <Section title={t`Behind the pages`}>
      <ul className="rows">
        <li className="row">
          <Link to="/account" className="link">
            <Trans>Your account: signed-in browsers and programs</Trans>
          </Link>
        </li>
        {canReadAudit && (
          <li className="row">
            <Link to="/audit" search={{}} className="link">
              <Trans>Record of changes</Trans>
            </Link>
          </li>
        )}
        {canReadImports && (
          <li className="row">
            <Link to="/imports" className="link">
              <Trans>Imports</Trans>
            </Link>
          </li>
        )}
        <li className="row">
          <a href={networkPath(`/api/?language=${i18n.locale}`)} className="link">
            <Trans>Interface for programs</Trans>
          </a>
        </li>
      </ul>
    </Section>
  );
}
