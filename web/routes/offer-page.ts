import { lazyRouteComponent } from '@tanstack/react-router';
import { createElement } from 'react';
import { loadTexts } from '../i18n/texts.ts';

/** An offer's page together with the panel by which one applies: a later stage, of which the offer's own pages do not know. */
export const offerPage = lazyRouteComponent(async () => {
  const [{ OfferPage }, { ApplyPanel }] = await Promise.all([
    import('../offers/offer/OfferPage.tsx'),
    import('../applications/apply/ApplyPanel.tsx'),
    loadTexts('offers'),
    loadTexts('applications'),
  ]);
  return { default: () => createElement(OfferPage, { applyPanel: ApplyPanel }) };
});
