import type { AgreementView } from '@collegium/contract/agreements/views';
import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Section } from '../../ui/Section.tsx';
import { OfferUnder } from './OfferUnder.tsx';

/** What is offered under the agreement, now and before, as far as the reader may see it. */
export function OffersUnder({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(pagesQuery<OfferListItem>('/offers', { agreement: view.id, ended: true }));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const offers = itemsOf(data);
  const places = offers.reduce((sum, offer) => sum + offer.places, 0);
  return (
    <Section
      title={t`Offered under this agreement`}
      aside={offers.length > 0 && !hasNextPage && <Plural value={places} one="# place" other="# places" />}
    >
      {offers.length === 0 && (
        <Empty
          title={t`Nothing is offered under it yet`}
          why={t`Whoever makes an offer can choose this agreement; the places then count towards what it promises, and can be kept for the people of its parties.`}
        />
      )}
      <ul className="rows">
        {offers.map((offer) => (
          <li key={offer.id}>
            <OfferUnder offer={offer} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button mt={16} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Section>
  );
}
