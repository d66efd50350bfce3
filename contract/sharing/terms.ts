/** What is shared. */
export const resourceKinds = [
  'laboratory',
  'equipment',
  'room',
  'training_base',
  'collection',
  'online_resource',
  'person_time',
  'vehicle',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** whole: one holder at a time; items: a pool of identical items; seats: so many users at the same time. */
export const sharedAs = ['whole', 'items', 'seats'] as const;
export type SharedAs = (typeof sharedAs)[number];

/** For whom something is open; each admits those before it as well. */
export const circles = ['own', 'partners', 'network'] as const;
export type Circle = (typeof circles)[number];

/** Who has to agree before a booking holds. */
export const approvalSides = ['home', 'owner'] as const;
export type ApprovalSide = (typeof approvalSides)[number];

/** none: nobody checks in; page: with one press; code: with the code that hangs at the resource. */
export const checkIns = ['none', 'page', 'code'] as const;
export type CheckIn = (typeof checkIns)[number];

/** For whom somebody holds a booking. */
export const heldFor = ['self', 'group', 'course'] as const;
export type HeldFor = (typeof heldFor)[number];

export const quotaSubjects = ['person', 'unit', 'organisation', 'everybody'] as const;
export type QuotaSubject = (typeof quotaSubjects)[number];

export const quotaPeriods = ['day', 'week', 'month', 'year', 'term'] as const;
export type QuotaPeriod = (typeof quotaPeriods)[number];

/** For what a person's hours may be booked. */
export const personServices = [
  'guest_lecture',
  'consultation',
  'mentoring',
  'staff_exchange',
  'research_visit',
] as const;
export type PersonService = (typeof personServices)[number];

/** How a file of a resource is shown. */
export const fileUses = ['photograph', 'manual', 'safety', 'other'] as const;
export type FileUse = (typeof fileUses)[number];

/** use: somebody works with it; maintenance: the owner does; offer: held for whoever takes a place of an offer of its hours. */
export const bookingKinds = ['use', 'maintenance', 'offer'] as const;
export type BookingKind = (typeof bookingKinds)[number];

export const attendeeAnswers = ['needs_action', 'accepted', 'declined', 'tentative'] as const;
export type AttendeeAnswer = (typeof attendeeAnswers)[number];

/** Of a recurring booking: this occurrence, also those after it, or all that have not begun. */
export const cancelReaches = ['this', 'following', 'series'] as const;
