import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core';
import { useLingui } from '@lingui/react/macro';
import type { Ranked } from './RankedList.tsx';

/** What a screen reader hears while an entry is carried. */
export function useDragWords(items: readonly Ranked[]): NonNullable<DndContextProps['accessibility']> {
  const { t } = useLingui();
  const count = items.length;
  const rankOf = (id: UniqueIdentifier) => items.findIndex((item) => item.id === id) + 1;
  const nameOf = (id: UniqueIdentifier) => items.find((item) => item.id === id)?.name ?? '';
  return {
    screenReaderInstructions: {
      draggable: t`Press space to pick it up, the arrow keys to move it, space to put it down, escape to leave it where it was.`,
    },
    announcements: {
      onDragStart: ({ active }) => t`${nameOf(active.id)} picked up, number ${rankOf(active.id)} of ${count}.`,
      onDragOver: ({ active, over }) =>
        over ? t`${nameOf(active.id)} over number ${rankOf(over.id)} of ${count}.` : undefined,
      onDragEnd: ({ active, over }) =>
        over ? t`${nameOf(active.id)} put down as number ${rankOf(over.id)} of ${count}.` : undefined,
      onDragCancel: ({ active }) => t`${nameOf(active.id)} stays number ${rankOf(active.id)} of ${count}.`,
    },
  };
}
