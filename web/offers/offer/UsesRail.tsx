import type { UsedResources } from '@collegium/contract/sharing/resources';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { RailSection } from '../../ui/RailSection.tsx';

/** Laboratories, instruments and collections that an offer uses, as their owners say. */
export function UsesRail({ offerId }: { offerId: string }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { data } = useQuery({
    queryKey: ['resources', 'used-by', offerId],
    queryFn: ({ signal }) => api.get<UsedResources>(`/offers/${offerId}/resources`, { signal }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <RailSection title={t`Uses`}>
      <ul className="rows">
        {data.items.map(({ id, name, ownerName, city }) => (
          <li key={id}>
            <div className="row">
              <div>
                <Link className="link" to="/resources/$resourceId" params={{ resourceId: id }}>
                  {text(name)}
                </Link>
                <div className="cap">{[ownerName, city].filter(Boolean).join(' · ')}</div>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </RailSection>
  );
}
