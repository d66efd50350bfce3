import type { OfferKind } from '@collegium/contract/offer-kinds';
import { msg } from '@lingui/core/macro';
import { IconArrowsExchange, IconBook2, IconBriefcase, IconFlask2 } from '@tabler/icons-react';

/** Name and icon of every kind of offer: the same on every page. */
export const kinds = {
  internship: { name: msg`Internship`, icon: IconBriefcase },
  course: { name: msg`Course`, icon: IconBook2 },
  exchange_place: { name: msg`Exchange place`, icon: IconArrowsExchange },
  resource_time: { name: msg`Time on a resource`, icon: IconFlask2 },
} as const satisfies Record<OfferKind, unknown>;
