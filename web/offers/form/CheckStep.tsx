import type { OfferView } from '@collegium/contract/offers';
import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';
import { OfferRows } from '../catalogue/OfferRows.tsx';
import { OfferBody } from '../offer/OfferBody.tsx';
import { PublishModal } from '../offer/PublishModal.tsx';
import '../catalogue/catalogue.css';
import '../offer/offer.css';

/** How others will see the offer, and the act that makes them see it. */
export function CheckStep({ offer, save }: { offer: OfferView; save: () => Promise<boolean> }) {
  const { t } = useLingui();
  const [isAsked, ask] = useState(false);
  const { details } = offer;
  const item = {
    ...offer,
    isPaid:
      details.kind === 'internship' && details.payMinorPerMonth !== undefined ? details.payMinorPerMonth > 0 : null,
    isTuitionWaived: details.kind === 'exchange_place' ? (details.tuitionWaived ?? null) : null,
    asks: offer.eligibility.length,
  };
  return (
    <>
      <Section title={t`In the catalogue`}>
        <OfferRows offers={[item]} />
      </Section>
      <OfferBody offer={offer} />
      {offer.abilities.publish ? (
        <Note
          action={
            <Button variant="filled" onClick={() => void save().then((isSaved) => isSaved && ask(true))}>
              <Trans>Publish offer</Trans>
            </Button>
          }
        >
          <Trans>Is everything right? You will be told who sees it before it is published.</Trans>
        </Note>
      ) : (
        <Note tone="good">
          <Trans>The offer is published; everybody sees it as it stands here.</Trans>
        </Note>
      )}
      {isAsked && <PublishModal offer={offer} onClose={() => ask(false)} />}
    </>
  );
}
