import type { AppliedOffer, RankedListView } from '@collegium/contract/applications';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RankedList } from '../../ui/RankedList.tsx';
import { Section } from '../../ui/Section.tsx';
import { Choices } from './Choices.tsx';
import { faultsByWish } from './faults.ts';
import { ListStatus } from './ListStatus.tsx';
import { RoundRail } from './RoundRail.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useAsked } from './useAsked.ts';
import { useWishes } from './useWishes.ts';
import { WishWords } from './WishWords.tsx';

/** The list while the round is open: put in order, lengthened, shortened, taken back, submitted. */
export function WishEditor({ view }: { view: RankedListView }) {
  const { t } = useLingui();
  const { text, relative, dateTime } = useFormat();
  const wishes = useWishes(view);
  const { draft, step, hasChanges, save } = wishes;
  const { round } = view;
  useAsked((offer) => step({ type: 'add', offer }));
  const faults = faultsByWish(save.error, save.variables ?? []);
  const name = text(round.name);
  const items = draft.wishes.map((offer) => ({ id: offer.id, name: text(offer.title), offer }));
  return (
    <>
      <PageHeader
        title={t`Your wishes: ${name}`}
        crumbs={[{ label: t`My applications`, to: '/applications' }]}
        status={<ListStatus view={view} hasChanges={hasChanges} />}
        facts={
          <span title={dateTime(round.closesAt)}>
            <Trans>
              Closes {relative(round.closesAt)}, {dateTime(round.closesAt)}
            </Trans>
          </span>
        }
      />
      <Detail rail={<RoundRail round={round} />} railLabel={t`How the round works`}>
        <Section title={t`Your list`} aside={<Plural value={items.length} one="# wish" other="# wishes" />}>
          {items.length === 0 && (
            <Empty title={t`No wish yet`} why={t`Add offers from below. Then put first what you want most.`} />
          )}
          <RankedList
            label={t`Your wishes in order`}
            items={items}
            onOrder={(ordered) => step({ type: 'order', wishes: ordered.map(({ offer }) => offer) })}
            renderAction={(item) => <Remove name={item.name} onRemove={() => step({ type: 'remove', id: item.id })} />}
          >
            {({ offer }) => <WishWords offer={offer} faults={faults.get(offer.id) ?? []} />}
          </RankedList>
          <Textarea
            className="statement"
            label={t`In your own words`}
            description={t`Optional. The providers of your wishes and your organisation read it.`}
            autosize
            minRows={2}
            maxLength={10_000}
            value={wishes.statement}
            onChange={(event) => wishes.setStatement(event.currentTarget.value)}
          />
          <SaveBar round={round} wishes={wishes} />
        </Section>
        <Section title={t`Add offers`}>
          <Choices
            roundId={round.id}
            chosen={new Set(draft.wishes.map(({ id }) => id))}
            isFull={draft.wishes.length >= round.wishesMaximum}
            onAdd={(offer: AppliedOffer) => step({ type: 'add', offer })}
          />
        </Section>
      </Detail>
    </>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <ActionIcon aria-label={t`Take ${name} off the list`} onClick={onRemove}>
      <IconX size={17} stroke={1.7} />
    </ActionIcon>
  );
}
