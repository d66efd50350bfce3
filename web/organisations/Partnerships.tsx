import type { PartnershipPage } from '@collegium/contract/partnerships';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { OrgMarks } from '../ui/OrgMarks.tsx';
import { RailSection } from '../ui/RailSection.tsx';

const marksShown = 6;

/** With whom the organisation works: what opens offers and rounds to partners. */
export function Partnerships({ organisationId }: { organisationId: string }) {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ['partnerships', organisationId],
    queryFn: ({ signal }) => api.get<PartnershipPage>('/partnerships', { query: { organisationId }, signal }),
  });
  return (
    <RailSection title={t`Partnerships`}>
      {data?.items.length === 0 && (
        <p className="cap">
          <Trans>None yet. Offers for partners alone stay closed to this organisation.</Trans>
        </p>
      )}
      <ul className="partnerships">
        {data?.items.map(({ id, name, members }) => (
          <li key={id}>
            <Link className="row-t link" to="/partnerships/$partnershipId" params={{ partnershipId: id }}>
              {name}
            </Link>
            <OrgMarks
              texts={members.slice(0, marksShown).map(({ shortMark }) => shortMark)}
              more={Math.max(0, members.length - marksShown)}
            />
          </li>
        ))}
      </ul>
    </RailSection>
  );
}
