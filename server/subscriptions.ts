import { allocationSubscriptions } from './allocation/subscriptions.ts';
import { agreementSubscriptions } from './agreements/subscriptions.ts';
import { signingSubscriptions } from './agreements/signing/subscriptions.ts';
import { applicationSubscriptions } from './applications/subscriptions.ts';
import { commitmentSubscriptions } from './commitments/subscriptions.ts';
import { grantSubscriptions } from './grants/subscriptions.ts';
import { mergerSubscriptions } from './mergers/subscriptions.ts';
import { offerSubscriptions } from './offers/subscriptions.ts';
import { participationSubscriptions } from './participation/subscriptions.ts';
import { conversationSubscriptions } from './conversation/subscriptions.ts';
import { calendarSubscriptions } from './sharing/icalendar/subscriptions.ts';
import { sharingSubscriptions } from './sharing/subscriptions.ts';
import type { Subscription } from './platform/events/subscription.ts';

/** Everything that follows from events, capability by capability. */
export const allSubscriptions: readonly Subscription[] = [
  // First: whatever else follows from a merger finds the successor in place.
  ...mergerSubscriptions,
  ...allocationSubscriptions,
  ...agreementSubscriptions,
  ...signingSubscriptions,
  ...applicationSubscriptions,
  ...calendarSubscriptions,
  ...conversationSubscriptions,
  ...offerSubscriptions,
  ...participationSubscriptions,
  ...commitmentSubscriptions,
  ...grantSubscriptions,
  ...sharingSubscriptions,
];
