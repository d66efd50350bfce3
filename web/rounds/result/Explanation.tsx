import type { LearnerResultView } from '@collegium/contract/allocation';
import type { RankedBy } from '@collegium/contract/rounds';
import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { WishResult } from './WishResult.tsx';

/** Where a learner has a place, and why, wish by wish. The learner and the coordinator read the same, word for word. */
export function Explanation({ result, rankedBy }: { result: LearnerResultView; rankedBy: RankedBy }) {
  const looked = result.wishes.filter(({ reason }) => reason !== 'holds_better');
  const skipped = result.wishes.length - looked.length;
  return (
    <div className="explain">
      <p className="serif ex-lede">
        <Lede result={result} />
      </p>
      {result.handReason && (
        <p className="sub ex-hand">
          <Trans>Changed by hand, with this reason: “{result.handReason}”</Trans>
        </p>
      )}
      <ol className="ex">
        {looked.map((wish) => (
          <WishResult key={wish.offer.id} wish={wish} rankedBy={rankedBy} />
        ))}
      </ol>
      {skipped > 0 && (
        <p className="sub ex-rest">
          <Rest from={looked.length + 1} to={result.wishes.length} />
        </p>
      )}
    </div>
  );
}

function Lede({ result: { placed } }: { result: LearnerResultView }) {
  const { text } = useFormat();
  if (!placed) return <Trans>You have no place in this round. This is how it came about.</Trans>;
  const where = (
    <b>
      {placed.offer.provider}, {text(placed.offer.title)}
    </b>
  );
  const rank = placed.rank;
  if (rank === null) return <Trans>You have a place at {where}. It was not on your list; it was given by hand.</Trans>;
  if (rank === 1) return <Trans>You have a place at {where}. It was your first choice.</Trans>;
  if (rank === 2) return <Trans>You have a place at {where}. It was your second choice.</Trans>;
  if (rank === 3) return <Trans>You have a place at {where}. It was your third choice.</Trans>;
  return (
    <Trans>
      You have a place at {where}. It was your choice number {rank}.
    </Trans>
  );
}

function Rest({ from, to }: { from: number; to: number }) {
  if (from === to)
    return <Trans>Choice {from} was not looked at, because the run found a place that was wanted more.</Trans>;
  return (
    <Trans>
      Choices {from} to {to} were not looked at, because the run found a place that was wanted more.
    </Trans>
  );
}
