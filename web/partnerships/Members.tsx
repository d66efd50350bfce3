import { fieldName } from '@collegium/contract/fields-of-education';
import type { PartnershipDetail, PartnershipMemberView } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSessionOrNull } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { Section } from '../ui/Section.tsx';
import { useCountryName } from '../ui/useCountryName.ts';
import { Places } from './Places.tsx';
import { kindNames, roleNames } from './words.ts';

/** Who belongs to it, since when and as what; what each offers and looks for; and where they are. */
export function Members({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const own = useSessionOrNull()?.acting.organisation.id;
  return (
    <Section title={t`Who?`}>
      <ul className="rows">
        {view.members.map((member) => (
          <MemberRow key={member.organisation.id} member={member} isYou={member.organisation.id === own} />
        ))}
      </ul>
      <Places members={view.members.filter(({ leftOn }) => leftOn === null)} ownId={own} />
    </Section>
  );
}

function MemberRow({ member, isYou }: { member: PartnershipMemberView; isYou: boolean }) {
  const { t } = useLingui();
  const { date, number, list, language } = useFormat();
  const countryName = useCountryName();
  const { organisation, offers, needs } = member;
  const place = [member.city, member.country && countryName(member.country)].filter(Boolean).join(', ');
  return (
    <li className="row partner-row">
      <OrgMark text={organisation.shortMark} isYou={isYou} size={28} />
      <div>
        <Link className="row-t link" to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
          {organisation.name}
        </Link>
        <div className="sub">{[place, ...member.units.map(({ name }) => name)].filter(Boolean).join(' · ')}</div>
        {offers.length > 0 && (
          <div className="cap">
            <Trans>Offers {list(offers.map(({ kind, places }) => `${t(kindNames[kind])} (${number(places)})`))}</Trans>
          </div>
        )}
        {needs.length > 0 && (
          <div className="cap">
            <Trans>Looks for {list(needs.map(({ fieldCode }) => fieldName(fieldCode, language)))}</Trans>
          </div>
        )}
      </div>
      <div className="end">
        <div className="sub">{t(roleNames[member.role])}</div>
        <div className="cap num">
          {member.leftOn ? (
            <Trans>
              {date(member.joinedOn)} to {date(member.leftOn)}
            </Trans>
          ) : (
            <Trans>since {date(member.joinedOn)}</Trans>
          )}
        </div>
      </div>
    </li>
  );
}
