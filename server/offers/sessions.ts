import type { SessionInput } from '@collegium/contract/offers.ts';
import { instantOf, isTimeZone } from '@collegium/contract/offers/local-time.ts';
import { newId } from '../platform/ids.ts';
import type { FieldProblem } from '../platform/problem/problem.ts';
import { offerSentence } from './sentences.ts';

/** A session as its table holds it. `wanted_id` is the session that it says it is; kept when it is one of the offer's. */
export interface SessionRow {
  id: string;
  wanted_id: string | null;
  starts_at: string;
  ends_at: string;
  time_zone: string;
  place: string | null;
  note: string | null;
}

const longestMs = 31 * 86_400_000;

/**
 * Turns the wall-clock times of sessions into instants. A change of clocks inside a session keeps what the clocks at the
 * place show, so its real length differs by that hour. Faults are added with their fields.
 */
export function readSessions(
  sessions: readonly SessionInput[],
  timeZoneOfOffer: string,
  language: string,
  faults: FieldProblem[],
): SessionRow[] {
  const seen = new Set<string>();
  return sessions.flatMap((session, index) => {
    const isRepeated = session.id !== undefined && seen.has(session.id);
    if (session.id !== undefined) seen.add(session.id);
    const timeZone = session.timeZone ?? timeZoneOfOffer;
    const fault = (field: string, message: string) => {
      faults.push({ pointer: `/sessions/${index}/${field}`, message });
      return [];
    };
    if (!isTimeZone(timeZone)) return fault('timeZone', offerSentence('timeZoneUnknown', language, { timeZone }));
    const skipped = (local: string) =>
      offerSentence('timeSkipped', language, { timeZone, time: local.replace('T', ' ') });
    const from = instantOf(session.startsLocal, timeZone);
    if (!from) return fault('startsLocal', skipped(session.startsLocal));
    const to = instantOf(session.endsLocal, timeZone);
    if (!to) return fault('endsLocal', skipped(session.endsLocal));
    if (to <= from) return fault('endsLocal', offerSentence('sessionReversed', language));
    if (to.getTime() - from.getTime() > longestMs) return fault('endsLocal', offerSentence('sessionTooLong', language));
    return [
      {
        id: newId(),
        wanted_id: isRepeated ? null : (session.id ?? null),
        starts_at: from.toISOString(),
        ends_at: to.toISOString(),
        time_zone: timeZone,
        place: session.place ?? null,
        note: session.note ?? null,
      },
    ];
  });
}
