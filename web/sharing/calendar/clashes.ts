import type { Draft } from './draft.ts';
import { isHeld, type Row } from './rows.ts';

/** Whether a time that is being chosen is over, closed, or held by somebody else. */
export function clashes(row: Row, draft: Draft, now: number): boolean {
  if (draft.startsAt < now - 60_000 && !draft.moving) return true;
  const isOther = (one: Row['taken'][number]) => {
    const block = row.blocks.find((candidate) => candidate === one);
    return !(block && draft.moving && isHeld(block) && block.source.bookingId === draft.moving.id);
  };
  return row.taken.filter(isOther).some((one) => one.startsAt < draft.endsAt && one.endsAt > draft.startsAt);
}
