import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import type { CalendarResource } from './stretches.ts';
import type { Owned } from './useCalendarResources.ts';
import { zoneWords } from './zone.ts';
import { useNow } from '../useNow.ts';

interface ResourceHeadProps {
  resource: CalendarResource;
  owned: Owned | undefined;
  freeHours: number;
}

/** The first column: what it is, whose, where, in which time, and how much of it is left. */
export function ResourceHead({ resource, owned, freeHours }: ResourceHeadProps) {
  const { t } = useLingui();
  const { text, number, reader } = useFormat();
  const zone = zoneWords(resource.timeZone, reader.timeZone, useNow());
  const city = owned?.city ?? zone.city;
  return (
    <div role="rowheader" className="cal-n">
      <div className="row-t" title={text(resource.name)}>
        <Link to="/resources/$resourceId" params={{ resourceId: resource.id }}>
          {resource.units > 1 ? t`${text(resource.name)}, ${number(resource.units)} units` : text(resource.name)}
        </Link>
      </div>
      <div className="cap cal-o">
        {owned && <OrgMark text={owned.owner.shortMark} size={18} name={owned.owner.name} />}
        <span className="cal-where" title={resource.timeZone}>
          {city}
        </span>
        {!zone.isSame && (
          <span className="num" title={resource.timeZone}>
            {zone.difference}
          </span>
        )}
        <span className={freeHours > 0 ? 'free num' : 'free none'}>
          {freeHours > 0 ? <Trans>{number(freeHours)} h free</Trans> : <Trans>nothing free</Trans>}
        </span>
      </div>
    </div>
  );
}
