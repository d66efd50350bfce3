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
  const when = (stretch: Stretch) =>
    t`${date(new Date(stretch.startsAt), { weekday: 'short', day: 'numeric', month: 'long' })}, ${times(stretch)}`;
  const who = ({ source }: Block) => {
    if (source.kind === 'offer') return t`Held for an offer`;
    if (source.isOwn) return t`You`;
    if (source.kind === 'maintenance') return source.purpose ?? t`Maintenance`;
    return source.organisationName ?? t`Taken`;
  };
  return {
    times,
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
