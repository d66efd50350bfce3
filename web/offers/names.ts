import type { Allocation, Audience, CatalogueSort, Mode } from '@collegium/contract/offers/terms';
import type { OfferState } from '@collegium/contract/states/offer';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../ui/Status.tsx';

type Names<Value extends string> = Record<Value, MessageDescriptor>;

export const modeNames: Names<Mode> = { on_site: msg`On site`, online: msg`Online`, mixed: msg`Mixed` };

/** As a filter of the catalogue. */
export const audienceNames: Names<Audience> = {
  network: msg`Open to anyone`,
  partners: msg`Partners`,
  agreement: msg`Parties of an agreement`,
  own: msg`Own people`,
};

export const allocationNames: Names<Allocation> = { first_come: msg`First come, first served`, round: msg`In a round` };

export const sortNames: Names<CatalogueSort> = {
  newest: msg`newest first`,
  closing: msg`closing soon`,
  match: msg`best match`,
};

/** How an offer stands, as its header and rows say it. */
export const stateNames: Record<OfferState, { tone: Tone; name: MessageDescriptor }> = {
  draft: { tone: 'idle', name: msg`Draft` },
  published: { tone: 'active', name: msg`Published` },
  withdrawn: { tone: 'stopped', name: msg`Withdrawn` },
};
