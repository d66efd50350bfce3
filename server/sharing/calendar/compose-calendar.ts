import type { Actor } from '../../platform/scope.ts';
import type { CalendarContent, HeldResource } from './calendar-content.ts';
import { canSeeBooking, canSeeResource, isStaff } from '../policy.ts';

/** Who reads, whose partner their organisation is today, and which resources a named agreement opens to it. */
export type CalendarReader = Actor & { partnerIds: readonly string[]; openedIds: readonly string[] };

/** The JSON of the calendar for a reader. Readers who see the same get the same bytes. */
export function composeFor(calendar: CalendarContent, reader: CalendarReader): Buffer {
  const resources = calendar.resources.filter(({ id, facts }) =>
    canSeeResource(reader, {
      ...facts,
      isPartner: facts.namesAgreements
        ? reader.openedIds.includes(id)
        : reader.partnerIds.includes(facts.organisationId),
    }),
  );
  const key = keyOf(calendar, resources, reader);
  const made = composed.get(calendar.resources) ?? new Map<string, Buffer>();
  composed.set(calendar.resources, made);
  const json =
    made.get(key) ?? Buffer.from(`{"resources":[${resources.map((one) => resourceFor(one, reader)).join()}]}`);
  if (made.size < readersAtMost) made.set(key, json);
  return json;
}

/** How many bytes are kept of what was composed from a calendar. */
export function composedBytes(calendar: CalendarContent): number {
  let bytes = 0;
  for (const json of composed.get(calendar.resources)?.values() ?? []) bytes += json.length;
  return bytes;
}

const readersAtMost = 20;
/** By the list of resources, which stays the same while nothing in it changes. */
const composed = new WeakMap<HeldResource[], Map<string, Buffer>>();

/** The same for all who see the same resources and may read nothing in them. */
function keyOf(calendar: CalendarContent, resources: HeldResource[], reader: CalendarReader): string {
  const visible = calendar.resources.map((one) => (resources.includes(one) ? '1' : '0')).join('');
  if (!resources.some((one) => mayReadSome(one, reader))) return visible;
  return `${visible} ${reader.personId} ${reader.organisationId} ${reader.role}`;
}

function resourceFor(resource: HeldResource, reader: CalendarReader): string {
  const blocks = mayReadSome(resource, reader)
    ? resource.held.blocks().map(({ facts, hidden, bookingId, holderName, organisationName, purpose, version }) => {
        if (!canSeeBooking(reader, facts)) return `{${hidden},"isOwn":false}`;
        const details = { bookingId, holderName, organisationName, purpose, version };
        return `{${hidden},"isOwn":${facts.personId === reader.personId},${JSON.stringify(details).slice(1)}`;
      })
    : [resource.held.hidden];
  return `{${resource.head},"blocks":[${blocks.join()}]}`;
}

/** No for all who can read none of the resource's bookings, so that each need not be looked at. */
function mayReadSome({ held: { personIds, organisationIds } }: HeldResource, reader: CalendarReader): boolean {
  if (reader.personId === null) return false;
  return personIds.has(reader.personId) || (isStaff(reader) && organisationIds.has(reader.organisationId));
}
