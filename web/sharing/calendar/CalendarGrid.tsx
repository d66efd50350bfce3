import { useLingui } from '@lingui/react/macro';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { DayCell } from './DayCell.tsx';
import type { Day } from './days.ts';
import { draftKeyOf, firstFree, moved, type Draft } from './draft.ts';
import { instantAt } from './place.ts';
import { ResourceHead } from './ResourceHead.tsx';
import { freeHours, hoursOf, type Row } from './rows.ts';
import { clashOf } from './clashes.ts';
import { useBlockWords } from './useBlockWords.ts';
import type { Owned } from './useCalendarResources.ts';

interface CalendarGridProps {
  rows: Row[];
  /** What each row is called, by id; no two alike. */
  names: ReadonlyMap<string, string>;
  /** Whose each resource is. */
  owned: ReadonlyMap<string, Owned>;
  days: Day[];
  now: number;
  draft: Draft | undefined;
  onDraft: (draft: Draft | undefined) => void;
  /** Enter on a chosen time. */
  onChosen: () => void;
  onOpen: (bookingId: string) => void;
}

/**
 * Resources below each other, days beside each other. A time is chosen by dragging or with the keys: arrows go from cell
 * to cell, Enter chooses the first free time there, then arrows move it, Shift and arrows change its length.
 */
export function CalendarGrid({ rows, names, owned, days, now, draft, onDraft, onChosen, onOpen }: CalendarGridProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const dayName = (day: string) => date(day, { weekday: 'long', day: 'numeric', month: 'long' });
  const words = useBlockWords();
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<{ row: Row; from: number; moving?: Draft } | undefined>(undefined);
  const isJustMoved = useRef(false);
  const [active, setActive] = useState<[row: number, day: number]>([0, 0]);
  const hours = hoursOf(rows, days);
  const isRtl = document.dir === 'rtl';

  function instantUnder(event: PointerEvent, row: Row): number | undefined {
    const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-day]');
    const day = days.find(({ date }) => date === cell?.dataset['day']);
    if (!cell || !day || cell.dataset['resource'] !== row.resource.id) return undefined;
    const { left, right, width } = cell.getBoundingClientRect();
    const share = (isRtl ? right - event.clientX : event.clientX - left) / width;
    return instantAt(share, day, hours, row.resource.gridMinutes);
  }

  function begin(event: PointerEvent, row: Row) {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const from = instantUnder(event, row);
    if (from === undefined) return;
    const bookingId = (event.target as HTMLElement).closest<HTMLElement>('[data-booking]')?.dataset['booking'];
    const own = row.blocks.find(({ source }) => source.bookingId === bookingId);
    if (own && own.source.version !== undefined && bookingId !== undefined)
      drag.current = {
        row,
        from,
        moving: {
          resourceId: row.resource.id,
          startsAt: own.startsAt,
          endsAt: own.endsAt,
          moving: { id: bookingId, version: own.source.version },
        },
      };
    else if (!(event.target as HTMLElement).closest('button')) drag.current = { row, from };
  }

  function go(event: PointerEvent) {
    if (!drag.current) return;
    const { row, from, moving } = drag.current;
    const to = instantUnder(event, row);
    if (to === undefined || (moving && to === from && draft === undefined)) return;
    if (moving) {
      isJustMoved.current = true;
      const by = to - from;
      onDraft({ ...moving, startsAt: moving.startsAt + by, endsAt: moving.endsAt + by });
      return;
    }
    const grid = row.resource.gridMinutes * 60_000;
    const [startsAt, last] = from <= to ? [from, to] : [to, from];
    onDraft({ resourceId: row.resource.id, startsAt, endsAt: last + grid });
  }

  function end(event: PointerEvent) {
    const dragged = drag.current;
    drag.current = undefined;
    if (!dragged || dragged.moving || instantUnder(event, dragged.row) !== dragged.from) return;
    const length = Math.max(60, dragged.row.resource.gridMinutes) * 60_000;
    onDraft({ resourceId: dragged.row.resource.id, startsAt: dragged.from, endsAt: dragged.from + length });
  }

  function focus(row: number, day: number) {
    const next: [number, number] = [clamp(row, rows.length), clamp(day, days.length)];
    setActive(next);
    box.current?.querySelector<HTMLElement>(`[data-cell="${next.join('.')}"]`)?.focus();
  }

  function press(event: KeyboardEvent<HTMLElement>, rowIndex: number, dayIndex: number) {
    const [row, day] = [rows[rowIndex], days[dayIndex]];
    if (!row || !day) return;
    const ownId = (event.target as HTMLElement).dataset['booking'];
    if (ownId !== undefined && event.key.toLowerCase() === 'm') {
      const own = row.blocks.find(({ source }) => source.bookingId === ownId);
      if (own && own.source.version !== undefined) {
        event.preventDefault();
        onDraft({
          resourceId: row.resource.id,
          startsAt: own.startsAt,
          endsAt: own.endsAt,
          moving: { id: ownId, version: own.source.version },
        });
        focus(rowIndex, dayIndex);
      }
      return;
    }
    if (event.target !== event.currentTarget) return;
    if (draft && event.key === 'Escape') return finish(event, () => onDraft(undefined));
    if (draft && event.key === 'Enter') return finish(event, onChosen);
    const key = draft && draftKeyOf(event, isRtl);
    if (draft && key) return finish(event, () => onDraft(moved(draft, key, gridOf(rows, draft))));
    const free = firstFree(
      { startsAt: Math.max(day.startsAt + hours[0] * 3_600_000, now), endsAt: day.endsAt },
      row.taken,
      {
        minutes: 60,
        gridMinutes: row.resource.gridMinutes,
      },
    );
    if ((event.key === 'Enter' || event.key === ' ') && free)
      return finish(event, () => onDraft({ resourceId: row.resource.id, ...free }));
    const step = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, isRtl ? 1 : -1],
      ArrowRight: [0, isRtl ? -1 : 1],
    }[event.key];
    if (step) finish(event, () => focus(rowIndex + (step[0] ?? 0), dayIndex + (step[1] ?? 0)));
  }

  const ticks = ticksOf(hours, days.length);
  const step = {
    '--cal-days': days.length,
    '--cal-step': `${100 / ((hours[1] - hours[0]) / ticks)}%`,
  } as CSSProperties;
  const drafted = draft && rows.find(({ resource }) => resource.id === draft.resourceId);
  const isClash = draft !== undefined && drafted !== undefined && clashOf(drafted, draft, now) !== undefined;
  return (
    <div className="cal-box" ref={box}>
      <div
        className="cal"
        role="grid"
        aria-label={t`Bookings by resource and day`}
        style={step}
        onClickCapture={(event) => {
          if (isJustMoved.current) event.stopPropagation();
          isJustMoved.current = false;
        }}
        onPointerMove={go}
        onPointerUp={end}
        onPointerLeave={() => (drag.current = undefined)}
      >
        <div className="cal-r head" role="row">
          <span role="columnheader">
            <span className="vh">{t`Resource`}</span>
          </span>
          {days.map((day) => (
            <DayHead key={day.date} day={day} hours={hours} every={ticks} isToday={isWithin(now, day)} />
          ))}
        </div>
        {rows.map((row, rowIndex) => (
          <div key={row.resource.id} className="cal-r" role="row">
            <ResourceHead
              resource={row.resource}
              owned={owned.get(row.resource.id)}
              freeHours={freeHours(row, days, now)}
            />
            {days.map((day, dayIndex) => (
              <div
                key={day.date}
                role="gridcell"
                data-day={day.date}
                data-resource={row.resource.id}
                data-cell={`${rowIndex}.${dayIndex}`}
                className={`cal-d bookable${isWithin(now, day) ? ' today' : ''}`}
                tabIndex={active[0] === rowIndex && active[1] === dayIndex ? 0 : -1}
                onFocus={(event) => event.target === event.currentTarget && setActive([rowIndex, dayIndex])}
                onKeyDown={(event) => press(event, rowIndex, dayIndex)}
                onPointerDown={(event) => begin(event, row)}
              >
                <span className="vh">{t`${names.get(row.resource.id)}, ${dayName(day.date)}`}</span>
                <DayCell
                  row={row}
                  day={day}
                  hours={hours}
                  now={now}
                  draft={draft?.resourceId === row.resource.id ? draft : undefined}
                  isClash={isClash}
                  onOpen={onOpen}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="vh" role="status">
        {draft && drafted && t`${names.get(drafted.resource.id)}, ${words.when(draft)}`}
        {isClash && t`, taken or closed`}
      </p>
    </div>
  );
}

function DayHead({
  day,
  hours,
  every,
  isToday,
}: {
  day: Day;
  hours: [number, number];
  every: number;
  isToday: boolean;
}) {
  const { date } = useFormat();
  const whole = Array.from(
    { length: Math.ceil((hours[1] - hours[0]) / every) },
    (_, index) => hours[0] + index * every,
  );
  // The last one would touch the first of the next day.
  const marks = whole.filter((mark) => hours[1] - mark > every / 2);
  return (
    <span role="columnheader" className={isToday ? 'today' : undefined} aria-current={isToday ? 'date' : undefined}>
      <b>{date(day.date, { weekday: 'short', day: 'numeric' })}</b>
      <span className="cap num cal-hours" aria-hidden>
        {marks.map((mark) => (
          <em key={mark} style={{ insetInlineStart: `${((mark - hours[0]) / (hours[1] - hours[0])) * 100}%` }}>
            {mark}
          </em>
        ))}
      </span>
    </span>
  );
}

function finish(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

function gridOf(rows: readonly Row[], draft: Draft): number {
  return rows.find(({ resource }) => resource.id === draft.resourceId)?.resource.gridMinutes ?? 15;
}

function isWithin(now: number, { startsAt, endsAt }: Day): boolean {
  return now >= startsAt && now < endsAt;
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

/** Hours between two marks, so that their numbers do not touch. */
function ticksOf([from, to]: [number, number], days: number): number {
  if (days === 1) return 1;
  return to - from > 16 ? 6 : 4;
}
