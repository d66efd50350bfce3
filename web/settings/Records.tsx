import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { networkPath } from '../api/network.ts';
import { Section } from '../ui/Section.tsx';

/** Ways to what lies behind the pages: the record of changes for those who may read it, the interface for programs. */
export function Records({ canReadAudit }: { canReadAudit: boolean }) {
  const { t } = useLingui();
  return (
    <Section title={t`Behind the pages`}>
      <ul className="rows">
        {canReadAudit && (
          <li className="row">
            <Link to="/audit" search={{}} className="link">
              <Trans>Record of changes</Trans>
            </Link>
          </li>
        )}
        <li className="row">
          <a href={networkPath('/api/')} className="link">
            <Trans>Interface for programs</Trans>
          </a>
        </li>
      </ul>
    </Section>
  );
}
