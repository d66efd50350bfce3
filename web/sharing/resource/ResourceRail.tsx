import type { ResourceView } from '@collegium/contract/sharing/resources';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { useWhen } from '../booking/useWhen.ts';
import { resourceStates } from '../names.ts';
import { OnlineLinks } from './OnlineLinks.tsx';
import { OutsideLink } from './OutsideLink.tsx';

/** Place, owner, what one must have learnt, what comes with it, and how it stood before. */
export function ResourceRail({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const { text, date } = useFormat();
  const when = useWhen();
  return (
    <>
      <RailSection title={t`Where and whose`}>
        <div className="row with-mark">
          <OrgMark text={resource.owner.shortMark} size={28} />
          <div>
            <Link className="link" to="/organisations/$organisationId" params={{ organisationId: resource.owner.id }}>
              {resource.owner.name}
            </Link>
            {resource.unit && <div className="cap">{resource.unit.name}</div>}
          </div>
        </div>
        <Facts
          items={[
            [t`Person`, resource.person?.name],
            [t`Address`, [resource.address, resource.city].filter(Boolean).join(', ')],
            [t`Time zone`, resource.timeZone],
            [t`Map`, mapLink(resource, t`Show on a map`)],
          ]}
        />
      </RailSection>
      <OnlineLinks resource={resource} />
      {resource.qualifications.length > 0 && (
        <RailSection title={t`Training passports`}>
          <ul className="rows">
            {resource.qualifications.map(({ id, name, organisationName, offerId, isHeld, heldUntil }) => (
              <li key={id}>
                <div className="row booking-line">
                  <div>
                    <div className="row-t">{text(name)}</div>
                    <div className="cap">{organisationName}</div>
                    {!isHeld && offerId !== null && (
                      <Link className="link sub" to="/offers/$offerId" params={{ offerId }}>
                        <Trans>Take the instruction</Trans>
                      </Link>
                    )}
                  </div>
                  {isHeld ? (
                    <Status tone="good">
                      {heldUntil === null ? t`You have it` : t`Expires on ${date(heldUntil)}`}
                    </Status>
                  ) : (
                    <Status tone="wait">{t`You need it`}</Status>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      {resource.parts.length > 0 && (
        <RailSection title={t`Booked with it`}>
          <ul className="rows">
            {resource.parts.map(({ id, name }) => (
              <li key={id}>
                <div className="row">
                  <Link className="link" to="/resources/$resourceId" params={{ resourceId: id }}>
                    {text(name)}
                  </Link>
                </div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      {resource.serves.length > 0 && (
        <RailSection title={t`Serves`}>
          <ul className="rows">
            {resource.serves.map(({ id, title, organisationName }) => (
              <li key={id}>
                <div className="row">
                  <div>
                    <Link className="link" to="/offers/$offerId" params={{ offerId: id }}>
                      {text(title)}
                    </Link>
                    <div className="cap">{organisationName}</div>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      {resource.plannedMaintenance.length > 0 && (
        <RailSection title={t`Planned maintenance`}>
          <ul className="rows">
            {resource.plannedMaintenance.map(({ startsAt, endsAt, purpose }) => (
              <li key={startsAt}>
                <div className="row">
                  <div>
                    <div className="sub num">{when.short(startsAt, endsAt)}</div>
                    <div className="cap num">{when.there(startsAt, endsAt, resource.timeZone)}</div>
                    {purpose !== '' && <div className="cap">{purpose}</div>}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      <RailSection title={t`How it stood`}>
        <ul className="rows">
          {resource.history.map(({ since, state, reason }) => (
            <li key={since}>
              <div className="row booking-line">
                <div>
                  <div className="sub">{date(since)}</div>
                  {reason !== null && <div className="cap">{reason}</div>}
                </div>
                <Status tone={resourceStates[state].tone}>{t(resourceStates[state].name)}</Status>
              </div>
            </li>
          ))}
        </ul>
      </RailSection>
    </>
  );
}

/** No map is loaded into the page: the reader’s device opens its own. */
function mapLink({ latitude, longitude }: ResourceView, label: string) {
  if (latitude === null || longitude === null) return '';
  return (
    <OutsideLink
      url={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      label={label}
    />
  );
}
