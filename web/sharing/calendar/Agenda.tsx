import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Status } from '../../ui/Status.tsx';
import { bookingStates } from '../names.ts';
import type { Day } from './days.ts';
import { firstFree, type Draft } from './draft.ts';
import { freeHours, type Row } from './rows.ts';
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
              {row.blocks
                .toSorted((a, b) => a.startsAt - b.startsAt)
                .map((block, index) => {
                  const { bookingId, state } = block.source;
                  const line = (
                    <>
                      <span className="sub num">{words.times(block)}</span>
                      <span>
                        <span className="row-t">{words.who(block)}</span>
                        <span className="cap"> {words.when(block).split(',')[0]}</span>
                        {state !== 'confirmed' && (
                          <div>
                            <Status tone={bookingStates[state].tone}>{t(bookingStates[state].name)}</Status>
                          </div>
                        )}
                      </span>
                    </>
                  );
                  return (
                    <li key={index}>
                      {bookingId === undefined ? (
                        <div className="row">{line}</div>
                      ) : (
                        <button type="button" className="plainbtn row hov" onClick={() => onOpen(bookingId)}>
                          {line}
                        </button>
                      )}
                    </li>
                  );
                })}
              {row.blocks.length === 0 && (
                <li>
                  <div className="row sub">
                    <Trans>Nothing booked</Trans>
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

const morning = 8 * 3_600_000;

function nextFree(row: Row, days: readonly Day[], now: number) {
  for (const day of days) {
    const span = { startsAt: Math.max(day.startsAt + morning, now), endsAt: day.endsAt };
    const free = firstFree(span, row.taken, { minutes: 60, gridMinutes: row.resource.gridMinutes });
    if (free) return free;
  }
  return undefined;
}
