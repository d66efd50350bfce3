import type { ResultView } from '@collegium/contract/allocation';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { BarList } from '../../ui/BarList.tsx';
import { Section } from '../../ui/Section.tsx';
import { useChoice } from './useChoice.ts';

/** How many got their first, second … choice, and how many none. */
export function RankBars({ result }: { result: ResultView }) {
  const { t } = useLingui();
  const { share } = useFormat();
  const choice = useChoice();
  const { rankProfile, placedWithoutWish, unplaced, learners } = result;
  const note = (count: number) => share(learners === 0 ? 0 : count / learners);
  const bars = rankProfile.map((value, index) => ({ name: choice(index + 1), value, note: note(value) }));
  if (placedWithoutWish > 0)
    bars.push({ name: t`Not wished for`, value: placedWithoutWish, note: note(placedWithoutWish) });
  return (
    <Section title={t`Which choice people got`}>
      <BarList
        label={t`Which choice people got`}
        nameHead={t`Choice`}
        valueHead={t`Learners`}
        bars={[...bars, { name: t`Not placed`, value: unplaced, note: note(unplaced), isMuted: true }]}
      />
    </Section>
  );
}
