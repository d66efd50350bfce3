import { dayNumber, dayText } from './days.ts';
import { measureDefinitions, type Measure } from './measures.ts';

/** How a promise stands, in words; from best to worst below in `worstFirst`. */
export const commitmentWords = ['kept', 'on_track', 'at_risk', 'missed', 'not_yet_due'] as const;
export type CommitmentWord = (typeof commitmentWords)[number];

/** Promised and delivered in one period. Shares: `delivered` of `base` were right; `promised` is percent. */
export interface FigureFacts {
  measure: Measure;
  promised: number;
  delivered: number;
  base: number;
  tolerance: number;
  startsOn: string;
  endsOn: string;
}

/** What follows from a figure on a day. `due` is where we should be that day; `forecast` where this pace leads. */
export interface Judgement {
  word: CommitmentWord;
  /** In the unit of the measure; for shares the percentage so far, null while nothing was counted. */
  value: number | null;
  due: number;
  forecast: number | null;
  /** How much is missing to where we should be; 0 when nothing is. */
  behind: number;
}

/** At risk is who is further behind than this part of the promise, and than one unit of what is counted one by one. */
const slackShare = 0.1;
/** Before a tenth of the time is over, pace says nothing. */
const paceFrom = 0.1;

/**
 * Judges a figure on a day.
 * - Counts are kept once the promise is reached, missed when the period is over before that, and in between at risk when
 *   they are behind an even pace by more than a tenth of the promise (and by more than one).
 * - Shares and balances can still change: they are kept only when the period is over, and at risk as soon as they do not fit.
 * - Nothing is due before the period begins, nor of a share of which nothing was counted yet.
 */
export function judge(figure: FigureFacts, today: string): Judgement {
  const { unit } = measureDefinitions[figure.measure];
  if (figure.measure === 'exchange_balance') return judgeBalance(figure, today);
  if (unit === 'percent') return judgeShare(figure, today);
  const { promised, delivered } = figure;
  const elapsed = elapsedShare(figure, today);
  const due = promised * elapsed;
  const slack = Math.max(slackShare * promised, unit === 'money' || unit === 'hours' ? 0 : 1);
  return {
    word: wordOf(figure, today, delivered >= promised, due - delivered <= slack),
    value: delivered,
    due,
    forecast: elapsed < paceFrom ? null : Math.max(delivered, delivered / elapsed),
    behind: Math.max(0, (elapsed >= 1 ? promised : due) - delivered),
  };
}

/** The first day after `today` on which the word changes by time alone; null when it never does. */
export function nextChange(figure: FigureFacts, today: string): string | null {
  const { word } = judge(figure, today);
  let after = dayNumber(figure.endsOn) + 1;
  let before = dayNumber(today);
  if (after <= before || judge(figure, dayText(after)).word === word) return null;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (judge(figure, dayText(middle)).word === word) before = middle;
    else after = middle;
  }
  return dayText(after);
}

function judgeShare(figure: FigureFacts, today: string): Judgement {
  const { promised, delivered, base } = figure;
  const value = base === 0 ? null : (100 * delivered) / base;
  const fits = value === null || value >= promised;
  const word = value === null && !isOver(figure, today) ? 'not_yet_due' : wordOf(figure, today, false, fits, fits);
  return { word, value, due: promised, forecast: value, behind: Math.max(0, promised - (value ?? promised)) };
}

function judgeBalance(figure: FigureFacts, today: string): Judgement {
  const { promised, delivered, tolerance } = figure;
  const distance = Math.max(0, Math.abs(delivered - promised) - tolerance);
  const fits = distance === 0;
  return {
    word: wordOf(figure, today, false, fits, fits),
    value: delivered,
    due: promised,
    forecast: delivered,
    behind: distance,
  };
}

function wordOf(
  figure: FigureFacts,
  today: string,
  isKept: boolean,
  isOnPace: boolean,
  isKeptInTheEnd = isKept,
): CommitmentWord {
  if (isKept) return 'kept';
  if (today < figure.startsOn) return 'not_yet_due';
  if (isOver(figure, today)) return isKeptInTheEnd ? 'kept' : 'missed';
  return isOnPace ? 'on_track' : 'at_risk';
}

function isOver({ endsOn }: FigureFacts, today: string): boolean {
  return today > endsOn;
}

/** Which part of the period is over at the end of the day, 0 to 1. */
function elapsedShare({ startsOn, endsOn }: FigureFacts, today: string): number {
  const first = dayNumber(startsOn);
  const days = dayNumber(endsOn) - first + 1;
  return Math.min(1, Math.max(0, (dayNumber(today) - first + 1) / days));
}
