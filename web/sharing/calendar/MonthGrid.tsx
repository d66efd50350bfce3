import { useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Day } from './days.ts';
import { ResourceHead } from './ResourceHead.tsx';
import { freeHours, type Row } from './rows.ts';
import { timeLeft } from './stretches.ts';
import type { Owned } from './useCalendarResources.ts';

interface MonthGridProps {
  rows: Row[];
  /** What each row is called, by id; no two alike. */
  names: ReadonlyMap<string, string>;
  owned: ReadonlyMap<string, Owned>;
  days: Day[];
  now: number;
  onDay: (date: string) => void;
}

/** A month over many resources: the higher the bar, the more of a day’s open time is held. A day opens by pressing it. */
export function MonthGrid({ rows, names, owned, days, now, onDay }: MonthGridProps) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  const style = { '--cal-days': days.length } as CSSProperties;
  const isToday = ({ startsAt, endsAt }: Day) => now >= startsAt && now < endsAt;
  return (
    <div className="cal-box cal-month">
      <div className="cal" role="grid" aria-label={t`Hours held, by resource and day`} style={style}>
        <div className="cal-r head" role="row">
          <span role="columnheader">
            <span className="vh">{t`Resource`}</span>
          </span>
          {days.map((day) => (
            <span key={day.date} role="columnheader" className={isToday(day) ? 'today' : undefined}>
              <span className="cap" aria-hidden>
                {date(day.date, { weekday: 'narrow' })}
              </span>
              <br />
              <b className="num">{date(day.date, { day: 'numeric' })}</b>
            </span>
          ))}
        </div>
        {rows.map((row) => (
          <div key={row.resource.id} className="cal-r" role="row">
            <ResourceHead
              resource={row.resource}
              owned={owned.get(row.resource.id)}
              freeHours={freeHours(row, days, now)}
            />
            {days.map((day) => {
              const { open, held, own } = heldOn(row, day);
              const label = t`${names.get(row.resource.id)}, ${date(day.date, { day: 'numeric', month: 'long' })}: ${number(held)} of ${number(open)} hours held`;
              return (
                <div key={day.date} role="gridcell" className={isToday(day) ? 'cal-d today' : 'cal-d'}>
                  {open === 0 && <span className="bk off" style={{ insetInline: 0 }} />}
                  {held > 0 && open > 0 && (
                    <span
                      className={own ? 'mbar you' : 'mbar'}
                      style={{ height: `${Math.min(1, held / open) * 32}px` }}
                    />
                  )}
                  <button
                    type="button"
                    className="mcell"
                    aria-label={label}
                    title={label}
                    onClick={() => onDay(day.date)}
                  />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Hours that are open and held on a day, of all items, and whether some are the reader’s. */
function heldOn(row: Row, day: Day): { open: number; held: number; own: boolean } {
  const { units } = row.resource;
  const blocks = row.blocks.filter((one) => one.startsAt < day.endsAt && one.endsAt > day.startsAt);
  const minutes = blocks.map(
    (one) => (Math.min(one.endsAt, day.endsAt) - Math.max(one.startsAt, day.startsAt)) * one.source.quantity,
  );
  return {
    open: tenth(timeLeft(day, row.closed) * units),
    held: tenth(minutes.reduce((sum, one) => sum + one, 0)),
    own: blocks.some(({ source }) => source.isOwn),
  };
}

function tenth(milliseconds: number): number {
  return Math.round(milliseconds / 360_000) / 10;
}
