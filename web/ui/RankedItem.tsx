import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface RankedItemProps {
  id: string;
  name: string;
  rank: number;
  of: number;
  isLocked: boolean;
  /** −1 moves it up, 1 down. */
  onMove: (by: -1 | 1) => void;
  action: ReactNode;
  children: ReactNode;
}

/** One row of a ranked list. */
export function RankedItem({ id, name, rank, of, isLocked, onMove, action, children }: RankedItemProps) {
  const { t } = useLingui();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  const style = { transform: CSS.Translate.toString(transform), transition };
  return (
    <li ref={setNodeRef} style={style} className={isDragging ? 'lifted' : undefined}>
      {isLocked ? (
        <span />
      ) : (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="plainbtn ranked-grip"
          {...attributes}
          {...listeners}
          aria-label={t`Move ${name}`}
        >
          <IconGripVertical size={16} stroke={1.7} aria-hidden />
        </button>
      )}
      <span className="ranked-n num">{rank}</span>
      <div className="ranked-words">{children}</div>
      <span className="ranked-moves">
        {!isLocked && (
          <>
            <ActionIcon aria-label={t`Move ${name} up`} disabled={rank === 1} onClick={() => onMove(-1)}>
              <IconChevronUp size={17} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t`Move ${name} down`} disabled={rank === of} onClick={() => onMove(1)}>
              <IconChevronDown size={17} stroke={1.7} />
            </ActionIcon>
          </>
        )}
        {action}
      </span>
    </li>
  );
}
