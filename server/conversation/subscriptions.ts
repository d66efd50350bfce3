import type { NotificationKind } from '@collegium/contract/notification-words.ts';
import type { Subscription } from '../platform/events/subscription.ts';
import { notify } from './notify.ts';
import type { Concerned } from './recipients.ts';

/** Which event is told to whom, and with which words. What needs nobody's attention is not told at all. */
const told: readonly { action: string; kind?: NotificationKind; to: readonly Concerned[] }[] = [
  { action: 'membership.created', to: ['member'] },
  { action: 'application.accepted', to: ['provider'] },
  { action: 'application.promoted', to: ['learner'] },
  { action: 'application.offered', to: ['learner'] },
  { action: 'application.not_placed', to: ['learner'] },
  { action: 'application.lapsed', to: ['learner'] },
  { action: 'application.withdrawn', to: ['provider'] },
  { action: 'application.declined', to: ['provider'] },
  { action: 'application.offer_withdrawn', kind: 'offer.withdrawn', to: ['learner'] },
  { action: 'round.opened', to: ['learners_of_round'] },
  { action: 'round.cancelled', to: ['learners_of_round', 'providers_of_round'] },
  { action: 'participation.created', to: ['learner'] },
  { action: 'participation.ended_early', to: ['learner', 'provider', 'home'] },
  { action: 'participation.cancelled', to: ['learner', 'provider'] },
  { action: 'participation.completed', to: ['learner'] },
  { action: 'plan.proposed', to: ['learner', 'provider', 'home'] },
  { action: 'plan.agreed', to: ['learner', 'provider', 'home'] },
  { action: 'outcome.assessed', to: ['learner'] },
  { action: 'outcome.countersigned', to: ['home'] },
  { action: 'outcome.recognised', to: ['learner'] },
  { action: 'outcome.not_recognised', to: ['learner', 'provider'] },
  { action: 'agreement.party_invited', to: ['parties'] },
  { action: 'agreement.guest_invited', to: ['invited_guest'] },
  { action: 'agreement.proposed', to: ['parties'] },
  { action: 'agreement.change_asked', to: ['parties'] },
  { action: 'agreement.approved', to: ['parties'] },
  { action: 'agreement.asked_for', to: ['parties'] },
  { action: 'agreement.notice_given', to: ['parties'] },
  { action: 'agreement.suspended', to: ['parties'] },
  { action: 'agreement.resumed', to: ['parties'] },
  { action: 'agreement.terminated', to: ['parties'] },
  { action: 'agreement.joined', to: ['parties'] },
  { action: 'agreement.left', to: ['parties'] },
  { action: 'agreement.party_merged', to: ['parties'] },
  { action: 'agreement.dormant', to: ['parties'] },
  { action: 'agreement.handed_over', to: ['parties'] },
  { action: 'commitment.due_soon', to: ['promiser'] },
  { action: 'commitment.slipped', to: ['promiser'] },
  { action: 'dispute.raised', to: ['disputed'] },
  { action: 'partnership.invited', to: ['request_answerers'] },
  { action: 'partnership.asked_to_join', to: ['request_answerers'] },
  { action: 'partnership.joined', to: ['request_asker'] },
  { action: 'partnership.not_joined', to: ['request_asker'] },
  { action: 'booking.requested', to: ['deciders'] },
  { action: 'booking.approved', to: ['holder'] },
  { action: 'booking.approved_partly', kind: 'booking.requested', to: ['deciders'] },
  { action: 'booking.declined', to: ['holder'] },
  { action: 'booking.granted', to: ['holder'] },
  { action: 'booking.granted', kind: 'booking.requested', to: ['deciders'] },
  { action: 'booking.refused', to: ['holder'] },
  { action: 'booking.promoted', to: ['holder'] },
  { action: 'booking.promoted', kind: 'booking.requested', to: ['deciders'] },
  { action: 'booking.lapsed', to: ['holder'] },
  { action: 'booking.not_decided', to: ['holder'] },
  { action: 'booking.changed', to: ['holder', 'guests'] },
  { action: 'booking.cancelled', to: ['holder', 'guests'] },
  { action: 'booking.released', to: ['holder', 'guests'] },
  { action: 'booking.missed', to: ['holder'] },
  { action: 'booking.recalled', to: ['holder'] },
  { action: 'booking.recalled', kind: 'booking.changed', to: ['guests'] },
  { action: 'booking.given', to: ['holder'] },
  { action: 'booking.due_soon', to: ['holder'] },
  { action: 'booking.overdue', to: ['holder'] },
  { action: 'booking.overdue', kind: 'booking.overdue_elsewhere', to: ['lenders'] },
  { action: 'resource.bookings_stranded', to: ['resource_owners'] },
  { action: 'resource.bookings_over_size', to: ['resource_owners'] },
  { action: 'resource.bookings_moved', to: ['resource_owners'] },
  { action: 'swap.proposed', to: ['swap_asked'] },
  { action: 'swap.accepted', to: ['swap_asker'] },
  { action: 'swap.declined', to: ['swap_asker'] },
  { action: 'passport.issued', to: ['passport_holder'] },
  { action: 'passport.revoked', to: ['passport_holder'] },
];

export const conversationSubscriptions: readonly Subscription[] = told.map(({ action, kind, to }) => {
  const handleMany: NonNullable<Subscription['handleMany']> = async (scope, events) => {
    // The first plan is made from the offer by nobody; that it waits for them, people read in participation.created.
    const news = events.filter((event) => event.action !== 'plan.proposed' || event.person_id !== null);
    if (news.length > 0) await notify(scope, news, kind ?? (action as NotificationKind), to);
  };
  return { action, name: 'tell those concerned', handle: (scope, event) => handleMany(scope, [event]), handleMany };
});
