import type { LearnerResultView } from '@collegium/contract/allocation';
import { plural } from '@lingui/core/macro';
import { explanationSentence, explanationStatus, ordinal } from '@collegium/contract/explanation-words';
import type { RankedBy } from '@collegium/contract/rounds';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { QueueStrip } from '../../ui/QueueStrip.tsx';
import { Status, type Tone } from '../../ui/Status.tsx';

type Wish = LearnerResultView['wishes'][number];

/** One wish: how it stands, the queue with the cut-off and the learner's place in it, and why, in a sentence. */
export function WishResult({ wish, rankedBy }: { wish: Wish; rankedBy: RankedBy }) {
  const { text, language } = useFormat();
  return (
    <li>
      <div className="ex-h">
        <span className="ex-n num">{wish.rank}</span>
        <span className="row-t">{text(wish.offer.title)}</span>
        <Status tone={toneOf(wish)}>{explanationStatus(wish.reason, language)}</Status>
        <span className="sub">{wish.offer.provider}</span>
      </div>
      <Queue wish={wish} />
      <p className="sub">{explanationSentence(wish, rankedBy, language)}</p>
    </li>
  );
}

function toneOf({ reason }: Wish): Tone {
  return reason === 'placed' || reason === 'placed_by_hand' ? 'good' : 'stopped';
}

function Queue({ wish: { numbers } }: { wish: Wish }) {
  const { t } = useLingui();
  const { language, number } = useFormat();
  const { position, applicants, places = 0, lastPosition } = numbers;
  if (!position || !applicants) return null;
  const cut = lastPosition ?? Math.min(places, applicants);
  const ranked = language === 'en' ? ordinal(position) : number(position);
  const last = language === 'en' ? ordinal(cut) : number(cut);
  return (
    <QueueStrip
      total={applicants}
      places={Math.max(cut, Math.min(places, applicants))}
      rank={position}
      placesLabel={cut > places ? t`last one placed: ${last}` : plural(places, { one: '# place', other: '# places' })}
      rankLabel={t`you, ${ranked} of ${number(applicants)}`}
    />
  );
}
