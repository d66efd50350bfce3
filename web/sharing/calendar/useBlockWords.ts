import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { bookingStates } from '../names.ts';
import type { Block, Row } from './rows.ts';
import type { Stretch } from './stretches.ts';

/** How blocks of a calendar are named: short inside, whole for those who hover or listen. */
export function useBlockWords() {
  const { t } = useLingui();
  const { time, date } = useFormat();
  const times = ({ startsAt, endsAt }: Stretch) => `${time(new Date(startsAt))}–${time(new Date(endsAt))}`;
  const dayOf = (at: number) => date(new Date(at), { weekday: 'short', day: 'numeric', month: 'long' });
  const when = (stretch: Stretch) => {
    const [first, last] = [dayOf(stretch.startsAt), dayOf(stretch.endsAt - 1)];
    if (first === last) return t`${first}, ${times(stretch)}`;
    return t`${first}, ${time(new Date(stretch.startsAt))} to ${dayOf(stretch.endsAt)}, ${time(new Date(stretch.endsAt))}`;
  };
  const who = ({ source }: Block) => {
    if (source.kind === 'offer') return t`Held for an offer`;
    if (source.isOwn) return t`You`;
    if (source.kind === 'maintenance') return source.purpose ?? t`Maintenance`;
    return source.organisationName ?? t`Taken`;
  };
  return {
    times,
    /** What of it lies in a day. */
    timesOn: (stretch: Stretch, { startsAt, endsAt }: Stretch) => {
      const part = { startsAt: Math.max(stretch.startsAt, startsAt), endsAt: Math.min(stretch.endsAt, endsAt) };
      return part.startsAt === startsAt && part.endsAt === endsAt ? t`all day` : times(part);
    },
    /** `13–16`, for narrow places; minutes only where there are some. */
    hours: ({ startsAt, endsAt }: Stretch) =>
      [startsAt, endsAt].map((at) => time(new Date(at)).replace(/^0(?=\d)|:00$/g, '')).join('–'),
    when,
    who,
    short: (block: Block) =>
      block.source.state === 'confirmed' || block.source.state === 'completed' ? who(block) : t`${who(block)}?`,
    whole: (block: Block, { resource }: Row) => {
      const state = t(bookingStates[block.source.state].name);
      const name = block.source.holderName === undefined ? who(block) : t`${block.source.holderName}, ${who(block)}`;
      return resource.timeZone === '' ? name : t`${when(block)}: ${name}, ${state}`;
    },
  };
}
