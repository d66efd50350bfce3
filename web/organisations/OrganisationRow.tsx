import type { OrganisationPage } from '@collegium/contract/organisations';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { OrgMark } from '../ui/OrgMark.tsx';
import { organisationKindNames } from './organisation-kind-names.ts';
import { useCountryName } from '../ui/useCountryName.ts';

/** One organisation of the register. */
export function OrganisationRow({ item }: { item: OrganisationPage['items'][number] }) {
  const { t } = useLingui();
  const countryName = useCountryName();
  return (
    <div className="row hov organisation-row">
      <OrgMark text={item.shortMark} size={28} />
      <div className="row-t">
        <Link to="/organisations/$organisationId" params={{ organisationId: item.id }}>
          {item.name}
        </Link>
      </div>
      <span className="sub">{t(organisationKindNames[item.kind])}</span>
      <span className="sub">{[item.city, item.country && countryName(item.country)].filter(Boolean).join(', ')}</span>
    </div>
  );
}
