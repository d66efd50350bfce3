import type { GrantList } from '@collegium/contract/grants';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { RailSection } from '../ui/RailSection.tsx';

/** What clauses of this agreement open to one's own organisation today, and the way to look. Nothing when they open nothing. */
export function OpenedRail({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const { date, text } = useFormat();
  const { permissions } = useSession();
  const { data } = useQuery({
    queryKey: ['grants'],
    queryFn: ({ signal }) => api.get<GrantList>('/grants', { signal }),
    enabled: permissions.includes('grant:use'),
  });
  const opened = data?.items.filter((grant) => grant.agreementId === agreementId) ?? [];
  if (opened.length === 0) return null;
  return (
    <RailSection title={t`Learners’ data opened to you`}>
      <ul className="draft-gaps">
        {opened.map((grant) => (
          <li key={grant.id}>
            <Link className="link" to="/opened-data/$grantId" params={{ grantId: grant.id }}>
              {text(grant.clauseTitle)}
            </Link>
            <span className="num cap">{t`until ${date(grant.endsOn)}`}</span>
          </li>
        ))}
      </ul>
    </RailSection>
  );
}
