import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { useRankedByNames } from '../useRankedByNames.ts';

/** How the places are given, as everybody reads it before the round closes. */
export function Rules({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { number, dateTime } = useFormat();
  const rankedBy = useRankedByNames()[round.rankedBy];
  const wishes =
    round.wishesMinimum === round.wishesMaximum
      ? number(round.wishesMaximum)
      : t`${number(round.wishesMinimum)} to ${number(round.wishesMaximum)}`;
  return (
    <Section title={t`How the places are given`}>
      <p className="richtext rules">
        <Trans>
          Learners ask for their best wish first. Every offer keeps those whom it ranks highest, up to its places, and
          lets the others ask for their next wish, until nobody is left who could do better. So it never harms to put
          first what you want most.
        </Trans>
      </p>
      <Facts
        items={[
          [t`Offers rank by`, rankedBy.name],
          [t`Score`, round.scoreRule],
          [t`Equal applicants`, t`decided by a lottery whose seed is drawn in advance and published with the result`],
          [t`Wishes`, wishes],
          [t`Closes`, dateTime(round.closesAt)],
          [t`Answer by`, round.respondBy && dateTime(round.respondBy)],
        ]}
      />
    </Section>
  );
}
