import { pickText } from '@collegium/contract/pick-text.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** A booking as those who take part in it are told of it. */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  /** Of the booking; the same in feeds, so that calendars hold it once. */
  uid: string;
  /** Counts the changes that were sent. */
  sequence: number;
  stamp: Date;
  startsAt: Date;
  endsAt: Date;
  names: readonly LocalisedText[];
  place: string | null;
  purpose: string;
  page: string;
  organiser: { name: string; email: string };
  recipient: { name: string; email: string; language: string; isHolder: boolean };
}

/** Writes an invitation, its update or its cancellation for one person (RFC 5546, 3.2.2 and 3.2.5). */
export function composeInvitation(invitation: Invitation): string {
  const { method, recipient, organiser } = invitation;
  const separator = recipient.language.startsWith('zh') ? '、' : ', ';
  const calendar = new ICalCalendar({
    prodId: { company: 'Collegium', product: 'Sharing', language: 'EN' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: invitation.stamp,
    start: invitation.startsAt,
    end: invitation.endsAt,
    summary: invitation.names.map((name) => pickText(name, recipient.language)).join(separator),
    description: invitation.purpose || null,
    location: invitation.place,
    url: invitation.page,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    organizer: { name: organiser.name, email: organiser.email },
    attendees: [
      {
        name: recipient.name,
        email: recipient.email,
        role: ICalAttendeeRole.REQ,
        rsvp: method === 'REQUEST' && !recipient.isHolder,
        status: recipient.isHolder ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  return calendar.toString();
}
