import type { Draft } from './draft.ts';
import type { Row } from './rows.ts';

export type Clash = 'over' | 'closed' | 'held';

/** Why a time that is being chosen cannot be had: it is over, closed, or held by somebody else; undefined when it can. */
export function clashOf(row: Row, draft: Draft, now: number): Clash | undefined {
  if (draft.startsAt < now - 60_000 && !draft.moving) return 'over';
  const overlaps = (one: Row['taken'][number]) => one.startsAt < draft.endsAt && one.endsAt > draft.startsAt;
  if (row.closed.some(overlaps)) return 'closed';
  const isOwn = (one: Row['taken'][number]) => {
    const block = row.blocks.find((candidate) => candidate === one);
    return draft.moving !== undefined && block?.source.bookingId === draft.moving.id;
  };
  return row.taken.some((one) => overlaps(one) && !isOwn(one)) ? 'held' : undefined;
}
