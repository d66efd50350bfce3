import type { BookingInput } from '@collegium/contract/sharing/bookings';
import type { HeldFor, PersonService } from '@collegium/contract/sharing/terms';
import type { Guest } from './PeopleField.tsx';
import { once, type Repeat } from './rule.ts';

/** What the form of a booking holds. */
export interface BookingValues extends Record<string, unknown> {
  resourceIds: string[];
  starts: string;
  ends: string;
  /** How many items or seats of each resource, by id; one unless said. */
  quantities: Record<string, number>;
  purpose: string;
  service: PersonService | null;
  heldFor: HeldFor;
  groupName: string;
  /** The course, where it is an offer of the network that the resource serves. */
  offerId: string | null;
  unitId: string | null;
  people: number;
  costCentre: string;
  attendees: readonly Guest[];
  repeat: Repeat;
}

export const emptyBooking: BookingValues = {
  resourceIds: [],
  starts: '',
  ends: '',
  quantities: {},
  purpose: '',
  service: null,
  heldFor: 'self',
  groupName: '',
  offerId: null,
  unitId: null,
  people: 1,
  costCentre: '',
  attendees: [],
  repeat: once,
};

/** What is sent. What does not apply is left out. */
export function inputOf(values: BookingValues): BookingInput {
  const isMany = values.heldFor !== 'self';
  return {
    resources: values.resourceIds.map((resourceId) => ({ resourceId, quantity: values.quantities[resourceId] ?? 1 })),
    starts: values.starts,
    ends: values.ends,
    purpose: values.purpose.trim(),
    service: values.service,
    heldFor: values.heldFor,
    groupName: isMany && values.groupName.trim() !== '' ? values.groupName.trim() : null,
    offerId: values.heldFor === 'course' ? values.offerId : null,
    unitId: values.unitId,
    people: isMany ? values.people : 1,
    costCentre: values.costCentre.trim() === '' ? null : values.costCentre.trim(),
    attendeeIds: values.attendees.map(({ personId }) => personId),
  };
}
