import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { CalendarFailure } from '@collegium/contract/sharing/calendars';
import type {
  AttendeeAnswer,
  CheckIn,
  Circle,
  FileUse,
  HeldFor,
  PersonService,
  QuotaPeriod,
  QuotaSubject,
  ResourceKind,
  SharedAs,
} from '@collegium/contract/sharing/terms';
import type { BookingState } from '@collegium/contract/states/booking';
import type { ResourceState } from '@collegium/contract/states/resource';
import {
  IconBooks,
  IconBuildingFactory2,
  IconClockHour3,
  IconDoor,
  IconFlask2,
  IconMicroscope,
  IconTruck,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { Tone } from '../ui/Status.tsx';

/** What is shared, in one word and with its own picture. */
export const resourceKindNames: Record<ResourceKind, { name: MessageDescriptor; icon: Icon }> = {
  laboratory: { name: msg`Laboratory`, icon: IconFlask2 },
  equipment: { name: msg`Equipment`, icon: IconMicroscope },
  room: { name: msg`Room`, icon: IconDoor },
  training_base: { name: msg`Training base`, icon: IconBuildingFactory2 },
  collection: { name: msg`Collection`, icon: IconBooks },
  online_resource: { name: msg`Online resource`, icon: IconWorld },
  person_time: { name: msg`A person’s time`, icon: IconClockHour3 },
  vehicle: { name: msg`Vehicle`, icon: IconTruck },
};

/** How something of this kind is shared: a library lends copies, and licences have seats. */
export function sharedAsName(kind: ResourceKind, as: SharedAs): MessageDescriptor {
  return { ...sharedAsNames, ...sharedAsOf[kind] }[as];
}

const sharedAsNames: Record<SharedAs, MessageDescriptor> = {
  whole: msg`One holder at a time`,
  items: msg`Identical items`,
  seats: msg`Seats`,
};

const sharedAsOf: Partial<Record<ResourceKind, Partial<Record<SharedAs, MessageDescriptor>>>> = {
  collection: { whole: msg`A single copy`, items: msg`Copies`, seats: msg`Reading places` },
  online_resource: { whole: msg`One user at a time`, items: msg`Licences`, seats: msg`Licence seats` },
};

export const circleNames: Record<Circle, MessageDescriptor> = {
  own: msg`Own people`,
  partners: msg`Partners`,
  network: msg`Everyone in the network`,
};

export const checkInNames: Record<CheckIn, MessageDescriptor> = {
  none: msg`Nobody checks in`,
  page: msg`On the page`,
  code: msg`With the code at the resource`,
};

export const fileUseNames: Record<FileUse, MessageDescriptor> = {
  photograph: msg`Photograph`,
  manual: msg`Manual`,
  safety: msg`Safety instruction`,
  other: msg`Other document`,
};

export const heldForNames: Record<HeldFor, MessageDescriptor> = {
  self: msg`Myself`,
  group: msg`A group`,
  course: msg`A course`,
};

export const quotaSubjectNames: Record<QuotaSubject, MessageDescriptor> = {
  person: msg`Person`,
  unit: msg`Unit`,
  organisation: msg`Organisation`,
  everybody: msg`Everybody together`,
};

/** Behind a length of time: “4 hours each week”. */
export const quotaEachNames: Record<QuotaPeriod, MessageDescriptor> = {
  day: msg`each day`,
  week: msg`each week`,
  month: msg`each month`,
  year: msg`each year`,
  term: msg`each term`,
};

export const personServiceNames: Record<PersonService, MessageDescriptor> = {
  guest_lecture: msg`Guest lecture`,
  consultation: msg`Consultation`,
  mentoring: msg`Mentoring`,
  staff_exchange: msg`Staff exchange`,
  research_visit: msg`Research visit`,
};

export const answerNames: Record<AttendeeAnswer, { name: MessageDescriptor; tone: Tone }> = {
  needs_action: { name: msg`Has not answered`, tone: 'wait' },
  accepted: { name: msg`Comes`, tone: 'good' },
  declined: { name: msg`Does not come`, tone: 'stopped' },
  tentative: { name: msg`Perhaps`, tone: 'idle' },
};

export const bookingStates: Record<BookingState, { name: MessageDescriptor; tone: Tone }> = {
  requested: { name: msg`Requested`, tone: 'wait' },
  waiting: { name: msg`On the waiting list`, tone: 'wait' },
  offered: { name: msg`Became free, accept it`, tone: 'wait' },
  confirmed: { name: msg`Confirmed`, tone: 'good' },
  completed: { name: msg`Completed`, tone: 'idle' },
  no_show: { name: msg`Nobody came`, tone: 'bad' },
  declined: { name: msg`Declined`, tone: 'bad' },
  cancelled: { name: msg`Cancelled`, tone: 'stopped' },
};

export const resourceStates: Record<ResourceState, { name: MessageDescriptor; tone: Tone }> = {
  in_service: { name: msg`In service`, tone: 'good' },
  maintenance: { name: msg`Maintenance`, tone: 'wait' },
  retired: { name: msg`Retired`, tone: 'stopped' },
};

/** Why a calendar elsewhere could not be read, and what to do. */
export const failureSentences: Record<CalendarFailure, MessageDescriptor> = {
  address_invalid: msg`Its address leads to one that cannot be read. Copy the address again from your calendar program.`,
  address_internal: msg`Its address leads into a closed network. Share the calendar at a public address.`,
  unreachable: msg`The server cannot be reached. It is tried again by itself.`,
  too_slow: msg`The server takes too long to answer. It is tried again by itself.`,
  too_large: msg`It is larger than 5 MB. Share a shorter one, for instance from this year on.`,
  too_many_redirects: msg`Its address leads in circles. Copy the address again from your calendar program.`,
  refused: msg`The server refuses to give it out. Share it again and enter the new address.`,
  not_a_calendar: msg`There is no calendar at this address. Copy the one that ends in .ics.`,
};
