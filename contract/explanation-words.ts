import type { WishReason } from './allocation.ts';
import type { RankedBy } from './rounds.ts';

/** A reason with its numbers, as a run stored it. */
export interface ExplainedWish {
  reason: WishReason;
  numbers: Readonly<Record<string, number>>;
}

/**
 * Why a wish was or was not granted, as a sentence or two: the same words for the learner, the coordinator and mails.
 * `rankedBy` says what the position means: the provider's own ranking, the score, or the lottery.
 */
export function explanationSentence({ reason, numbers }: ExplainedWish, rankedBy: RankedBy, language: string): string {
  const words = language.startsWith('zh') ? chinese : english;
  if (reason !== 'placed' && reason !== 'outranked' && reason !== 'lost_lottery') return words[reason];
  const isDrawn = reason === 'lost_lottery' && rankedBy !== 'lottery';
  const where = reason === 'placed' ? words.reached(numbers) : words.missed(numbers);
  return [words.stood(rankedBy, numbers), where, ...(isDrawn ? [words.drawn] : [])].join(words.separator);
}

/** A wish in one or two words, beside its title. */
export function explanationStatus(reason: WishReason, language: string): string {
  return statuses[reason][language.startsWith('zh') ? 'zh-CN' : 'en'];
}

const statuses: Record<WishReason, { en: string; 'zh-CN': string }> = {
  placed: { en: 'Placed', 'zh-CN': '已获名额' },
  placed_by_hand: { en: 'Placed by hand', 'zh-CN': '手动安排' },
  moved_by_hand: { en: 'Moved by hand', 'zh-CN': '手动调出' },
  holds_better: { en: 'Not looked at', 'zh-CN': '未再考虑' },
  outranked: { en: 'Not reached', 'zh-CN': '未达到' },
  lost_lottery: { en: 'Not reached', 'zh-CN': '未达到' },
  not_ranked: { en: 'Not accepted', 'zh-CN': '未被接受' },
  no_places: { en: 'No place', 'zh-CN': '无名额' },
  offer_withdrawn: { en: 'Withdrawn', 'zh-CN': '项目已撤回' },
};

type Numbers = ExplainedWish['numbers'];
type Fixed = Exclude<WishReason, 'placed' | 'outranked' | 'lost_lottery'>;

interface Words extends Record<Fixed, string> {
  separator: string;
  /** How the offer's order came about and where the learner stood in it. */
  stood: (rankedBy: RankedBy, numbers: Numbers) => string;
  reached: (numbers: Numbers) => string;
  missed: (numbers: Numbers) => string;
  drawn: string;
}

const english: Words = {
  separator: ' ',
  stood: (rankedBy, { position = 0, applicants = 0, score }) => {
    const place = `${ordinal(position)} of ${applicants}`;
    if (rankedBy === 'provider_ranking') return `The provider ranked you ${place}.`;
    if (rankedBy === 'score' && score !== undefined) return `Your score of ${score} put you ${place}.`;
    return `In the lottery you came ${place}.`;
  },
  reached: ({ places = 0, applicants = 0, lastPosition = 0 }) =>
    applicants <= places
      ? `${thereWere(places)}, enough for everyone.`
      : `${thereWere(places)}, and the last one placed was ${ordinal(lastPosition)}.`,
  missed: ({ places = 0, lastPosition = 0, lastScore }) =>
    lastScore === undefined
      ? `${thereWere(places)}, and the last one placed was ${ordinal(lastPosition)}.`
      : `${thereWere(places)}, and the last one placed was ${ordinal(lastPosition)}, with a score of ${lastScore}.`,
  drawn: 'You and the last one placed stood equal, so the lottery decided.',
  holds_better: 'This wish was not looked at, because the run found you a place that you wanted more.',
  not_ranked: 'The provider could not take you for this offer.',
  no_places: 'This offer had no free place to give.',
  offer_withdrawn: 'This offer was withdrawn before places were given.',
  placed_by_hand: 'The coordinator placed you here by hand.',
  moved_by_hand: 'The run placed you here; the coordinator changed that by hand.',
};

const chinese: Words = {
  separator: '',
  stood: (rankedBy, { position = 0, applicants = 0, score }) => {
    if (rankedBy === 'provider_ranking') return `提供方将您排在第 ${position} 位，共 ${applicants} 人。`;
    if (rankedBy === 'score' && score !== undefined)
      return `您的分数为 ${score}，排在第 ${position} 位，共 ${applicants} 人。`;
    return `抽签中您排在第 ${position} 位，共 ${applicants} 人。`;
  },
  reached: ({ places = 0, applicants = 0, lastPosition = 0 }) =>
    applicants <= places
      ? `共有 ${places} 个名额，足够所有人。`
      : `共有 ${places} 个名额，最后一位获得名额者排第 ${lastPosition} 位。`,
  missed: ({ places = 0, lastPosition = 0, lastScore }) =>
    lastScore === undefined
      ? `共有 ${places} 个名额，最后一位获得名额者排第 ${lastPosition} 位。`
      : `共有 ${places} 个名额，最后一位获得名额者排第 ${lastPosition} 位，分数为 ${lastScore}。`,
  drawn: '您与最后一位获得名额者排名相同，由抽签决定。',
  holds_better: '未再考虑此志愿，因为分配已为您找到更想要的名额。',
  not_ranked: '提供方无法在此项目中接收您。',
  no_places: '该项目没有可分配的名额。',
  offer_withdrawn: '该项目在分配名额之前已撤回。',
  placed_by_hand: '协调员手动将您安排在此。',
  moved_by_hand: '分配结果曾将您安排在此；协调员手动做了更改。',
};

function thereWere(places: number): string {
  return places === 1 ? 'There was 1 place' : `There were ${places} places`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st … */
export function ordinal(number: number): string {
  const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${number}${suffixes[ordinals.select(number)] ?? 'th'}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
