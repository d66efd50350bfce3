import type { ResourceView } from '@collegium/contract/sharing/resources';
import type { Opening } from '@collegium/contract/sharing/rules';
import { circles } from '@collegium/contract/sharing/terms';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { apiUrl } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { zoneWords } from '../calendar/zone.ts';
import { circleNames } from '../names.ts';
import { clockOf } from './clock.ts';
import { useNow } from '../useNow.ts';

/** Weekly hours at the place, the days that differ, and how the place’s clocks stand to the reader’s. */
export function OpeningHours({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const { date, reader } = useFormat();
  const zone = zoneWords(resource.timeZone, reader.timeZone, useNow());
  const isForReader = ({ audience }: Opening) => circles.indexOf(audience) >= circles.indexOf(resource.circle);
  const areSome = resource.openings.some(isForReader) && !resource.openings.every(isForReader);
  const spanOf = ({ opensMinute, closesMinute, audience }: Opening) => {
    const hours = `${clockOf(opensMinute)}–${clockOf(closesMinute)}`;
    if (audience === 'network' || audience === resource.audience) return hours;
    if (audience === 'own' && resource.circle !== 'own') return t`${hours} (people of ${resource.owner.name})`;
    return t`${hours} (${t(circleNames[audience])})`;
  };
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    openings: resource.openings.filter((one) => one.weekday === weekday),
  }));
  return (
    <>
      <p className="sub">
        {zone.isSame ? (
          <Trans>Times at the place, {resource.timeZone}: the same as yours.</Trans>
        ) : (
          <Trans>
            Times at the place, {resource.timeZone}: {zone.difference} from yours.
          </Trans>
        )}
      </p>
      {resource.openings.length === 0 ? (
        <p>
          <Trans>Always open.</Trans>
        </p>
      ) : (
        <dl className="hours">
          {weekdays.map(({ weekday, openings }) => (
            <Fragment key={weekday}>
              <dt>{date(`2024-01-0${weekday}`, { weekday: 'long' })}</dt>
              <dd>
                {openings.length === 0
                  ? t`closed`
                  : openings.map((opening, index) => (
                      <div key={index} className={areSome && isForReader(opening) ? 'strong' : undefined}>
                        {spanOf(opening)}
                      </div>
                    ))}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      {areSome && (
        <p className="cap">
          <Trans>In bold: hours that are open to you.</Trans>
        </p>
      )}
      {resource.exceptions.length > 0 && (
        <dl className="hours">
          {resource.exceptions.slice(0, 12).map(({ onDate, opensMinute, closesMinute, note }) => (
            <Fragment key={onDate}>
              <dt>{date(onDate, { day: 'numeric', month: 'short', year: 'numeric' })}</dt>
              <dd>
                {[
                  opensMinute === null || closesMinute === null
                    ? t`closed`
                    : `${clockOf(opensMinute)}–${clockOf(closesMinute)}`,
                  note,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      <a className="link sub" href={apiUrl(`/resources/${resource.id}/availability.ics`)} download="availability.ics">
        <Trans>Opening hours for calendar programs</Trans>
      </a>
    </>
  );
}
