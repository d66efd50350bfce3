import type { OfferView } from '@collegium/contract/offers';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Stage } from '../../ui/StageLine.tsx';
import { deadlineOf } from '../catalogue/deadline.ts';
import { useNow } from '../useNow.ts';
import { stageOf } from './stage-of.ts';

/** The way of an offer through the pipeline, with a date where one is known. */
export function useStages(offer: OfferView): { stages: Stage[]; current: number } {
  const { t } = useLingui();
  const { day, number } = useFormat();
  const now = useNow();
  const deadline = deadlineOf(offer, now);
  const taken = number(offer.placesTaken);
  const places = number(offer.places);
  const published = offer.publishedAt && day(offer.publishedAt);
  const closes = deadline.state === 'closes' ? day(deadline.at) : undefined;
  const starts = offer.startsOn && day(offer.startsOn);
  const ends = offer.endsOn && day(offer.endsOn);
  const stages = [
    { name: t`Offer`, ...(published && { note: t`published ${published}` }) },
    { name: t`Applications`, ...(closes && { note: t`until ${closes}` }) },
    { name: t`Places given`, note: t`${taken} of ${places}` },
    { name: t`Participation`, ...(starts && { note: t`from ${starts}` }) },
    { name: t`Outcomes`, ...(ends && { note: t`after ${ends}` }) },
  ];
  return { stages, current: stageOf(offer, deadline.state, now) };
}
