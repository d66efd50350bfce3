import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { RankedItem } from './RankedItem.tsx';
import { move } from './move.ts';
import { useDragWords } from './useDragWords.ts';

/** An entry of a ranked list; `name` is said when it is moved. */
export interface Ranked {
  id: string;
  name: string;
}

interface RankedListProps<T extends Ranked> {
  items: readonly T[];
  /** Gets all entries in their new order. */
  onOrder: (items: T[]) => void;
  children: (item: T, rank: number) => ReactNode;
  /** At the end of a row, after the buttons that move it: usually the button that takes it out. */
  renderAction?: (item: T) => ReactNode;
  /** Names the list: “Your wishes in order”. */
  label: string;
  isLocked?: boolean;
}

/** A list that somebody puts in order: by dragging, by keyboard (space, arrows, space) or with the buttons. Every move is announced. */
export function RankedList<T extends Ranked>({
  items,
  onOrder,
  children,
  renderAction,
  label,
  isLocked = false,
}: RankedListProps<T>) {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = items.map(({ id }) => id);
  const words = useDragWords(items);

  function place(from: number, to: number) {
    if (from === to || from < 0 || to < 0 || to >= items.length) return;
    onOrder(move(items, from, to));
    setSaid(t`${items[from]!.name} is now number ${to + 1} of ${items.length}.`);
  }
  function drop({ active, over }: DragEndEvent) {
    if (over) place(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  }
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={words}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={isLocked}>
        <ol className="ranked" aria-label={label}>
          {items.map((item, index) => (
            <RankedItem
              key={item.id}
              id={item.id}
              name={item.name}
              rank={index + 1}
              of={items.length}
              isLocked={isLocked}
              onMove={(by) => place(index, index + by)}
              action={renderAction?.(item)}
            >
              {children(item, index + 1)}
            </RankedItem>
          ))}
        </ol>
      </SortableContext>
      <div className="vh" role="status">
        {said}
      </div>
    </DndContext>
  );
}
