import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Status } from '../../ui/Status.tsx';
import { bookingStates } from '../names.ts';
import type { Day } from './days.ts';
import { firstFree, type Draft } from './draft.ts';
import { freeHours, type Block, type Row } from './rows.ts';
import { useBlockWords } from './useBlockWords.ts';
import type { Owned } from './useCalendarResources.ts';
import { zoneWords } from './zone.ts';

interface AgendaProps {
  rows: Row[];
  /** What each row is called, by id; no two alike. */
  names: ReadonlyMap<string, string>;
  /** Whose each resource is. */
  owned: ReadonlyMap<string, Owned>;
  days: Day[];
  now: number;
  onOpen: (bookingId: string) => void;
  onDraft: (draft: Draft) => void;
}

/** The calendar on a phone: one resource after the other, what is held in order, and the next free hour. */
export function Agenda({ rows, names, owned, days, now, onOpen, onDraft }: AgendaProps) {
  const { t } = useLingui();
  const { number, reader } = useFormat();
  const words = useBlockWords();
  /** The clocks of the place, where they differ from the reader’s. */
  const where = ({ timeZone, id }: Row['resource']) => {
    const zone = zoneWords(timeZone, reader.timeZone, new Date(now));
    const city = owned.get(id)?.city ?? zone.city;
    return zone.isSame ? city : t`${city}, ${zone.difference}`;
  };
  return (
    <div className="cal-agenda">
      {rows.map((row) => {
        const free = freeHours(row, days, now);
        const next = nextFree(row, days, now);
        const name = names.get(row.resource.id);
        return (
          <section key={row.resource.id} aria-label={name}>
            <div className="sec-h">
              <h2>{name}</h2>
              <span className="aside num">
                {free > 0 ? <Trans>{number(free)} h free</Trans> : <Trans>nothing free</Trans>}
              </span>
            </div>
            <p className="cap">
              {[owned.get(row.resource.id)?.owner.name, where(row.resource)].filter(Boolean).join(' · ')}
            </p>
            <ul className="rows">
              {days.map((day) => {
                const held = row.blocks.filter((block) => block.startsAt < day.endsAt && block.endsAt > day.startsAt);
                return (
                  held.length > 0 && (
                    <li key={day.date}>
                      <AgendaDay day={day} blocks={held} onOpen={onOpen} />
                    </li>
                  )
                );
              })}
              {row.blocks.length === 0 && (
                <li>
                  <div className="row">
                    <span className="sub">
                      <Trans>Nothing booked</Trans>
                    </span>
                  </div>
                </li>
              )}
            </ul>
            {next && (
              <Button size="xs" onClick={() => onDraft({ resourceId: row.resource.id, ...next })}>
                {t`Book ${words.when(next)}`}
              </Button>
            )}
          </section>
        );
      })}
    </div>
  );
}

interface AgendaDayProps {
  day: Day;
  blocks: readonly Block[];
  onOpen: (bookingId: string) => void;
}

/** One day of a resource: a line for each booking that can be opened, and one for all others, of which only the times are known. */
function AgendaDay({ day, blocks, onOpen }: AgendaDayProps) {
  const { t } = useLingui();
  const { date, list } = useFormat();
  const words = useBlockWords();
  const sorted = blocks.toSorted((a, b) => a.startsAt - b.startsAt);
  const others = sorted.filter(({ source }) => source.bookingId === undefined);
  return (
    <div className="row">
      <span className="sub">{date(day.date, { weekday: 'short', day: 'numeric', month: 'short' })}</span>
      <div>
        {sorted.map((block) => {
          const { bookingId, state } = block.source;
          return (
            bookingId !== undefined && (
              <button key={bookingId} type="button" className="plainbtn hov" onClick={() => onOpen(bookingId)}>
                <span className="num">{words.timesOn(block, day)}</span>{' '}
                <span className="row-t">{words.who(block)}</span>
                {state !== 'confirmed' && (
                  <div>
                    <Status tone={bookingStates[state].tone}>{t(bookingStates[state].name)}</Status>
                  </div>
                )}
              </button>
            )
          );
        })}
        {others.length > 0 && (
          <div className="sub">{t`Taken: ${list(others.map((block) => words.timesOn(block, day)))}`}</div>
        )}
      </div>
    </div>
  );
}

const morning = 8 * 3_600_000;

function nextFree(row: Row, days: readonly Day[], now: number) {
  for (const day of days) {
    const span = { startsAt: Math.max(day.startsAt + morning, now), endsAt: day.endsAt };
    const free = firstFree(span, row.taken, { minutes: 60, gridMinutes: row.resource.gridMinutes });
    if (free) return free;
  }
  return undefined;
}
