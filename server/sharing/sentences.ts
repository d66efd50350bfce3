import type { Fault } from '@collegium/scheduling';
import { pickText, type LocalisedText } from '@collegium/contract/localised-text.ts';

/** Why a time cannot be booked, as a sentence for the reader. */
export function faultSentence(fault: Fault, name: LocalisedText, language: string): string {
  const words = language.startsWith('zh') ? chinese : english;
  const what = pickText(name, language);
  switch (fault.is) {
    case 'too_short':
    case 'too_long':
    case 'too_soon':
      return words[fault.is](what, lengthInWords(fault.minutes, language));
    case 'off_grid':
      return words.off_grid(what, fault.minutes);
    case 'too_far':
      return words.too_far(what, fault.days);
    case 'reversed':
    case 'past':
    case 'closed':
      return words[fault.is](what);
  }
}

export function manyOwnersSentence(language: string): string {
  return language.startsWith('zh')
    ? '需要不同所有者同意的资源请分别预约。'
    : 'Book what different owners have to approve separately.';
}

/** A person’s hours are wanted for what they do not offer. */
export function serviceSentence(name: LocalisedText, language: string): string {
  const what = pickText(name, language);
  return language.startsWith('zh') ? `“${what}”不提供该服务。` : `“${what}” is not offered for that.`;
}

/** Why a time after the last day of the agreement or partnership that opens a resource cannot be booked. */
export function openUntilSentence(name: LocalisedText, day: string, language: string): string {
  const what = pickText(name, language);
  const until = dayInWords(day, language);
  return language.startsWith('zh')
    ? `“${what}”对您的组织开放至${until}。`
    : `“${what}” is open to your organisation until ${until}.`;
}

/** A calendar date in words. */
export function dayInWords(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** More is wanted than there are. */
export function unitsSentence({ name, units }: { name: LocalisedText; units: number }, language: string): string {
  const what = pickText(name, language);
  return language.startsWith('zh') ? `“${what}”最多只有 ${units} 个。` : `Of “${what}” there are only ${units}.`;
}

export function currenciesSentence(currencies: readonly string[], language: string): string {
  return language.startsWith('zh')
    ? `以不同货币（${currencies.join('、')}）计价的资源请分别预约。`
    : `Book what is priced in different currencies (${currencies.join(', ')}) separately.`;
}

export function priceSentence(language: string): string {
  return language.startsWith('zh')
    ? '价格超出可记录的范围，请减少时长或数量。'
    : 'It would cost more than can be recorded: book less time, or fewer.';
}

const english = {
  reversed: () => 'It must end after it begins.',
  past: () => 'It has begun already.',
  closed: (what: string) => `“${what}” is not open all that time.`,
  too_short: (what: string, length: string) => `“${what}” is booked for at least ${length}.`,
  too_long: (what: string, length: string) => `“${what}” is booked for at most ${length}.`,
  too_soon: (what: string, length: string) => `“${what}” is booked at least ${length} ahead.`,
  off_grid: (what: string, minutes: number) => `“${what}” begins and ends on full ${minutes} minutes.`,
  too_far: (what: string, days: number) => `“${what}” is booked at most ${days} days ahead.`,
};

const chinese: typeof english = {
  reversed: () => '结束时间须晚于开始时间。',
  past: () => '开始时间已过。',
  closed: (what) => `“${what}”在该时间段内并非全程开放。`,
  too_short: (what, length) => `“${what}”至少预约${length}。`,
  too_long: (what, length) => `“${what}”最多预约${length}。`,
  too_soon: (what, length) => `“${what}”须至少提前${length}预约。`,
  off_grid: (what, minutes) => `“${what}”的起止时间须为 ${minutes} 分钟的整数倍。`,
  too_far: (what, days) => `“${what}”最多提前 ${days} 天预约。`,
};

function lengthInWords(minutes: number, language: string): string {
  const isChinese = language.startsWith('zh');
  if (minutes % 1_440 === 0) return isChinese ? `${minutes / 1_440} 天` : plural(minutes / 1_440, 'day');
  if (minutes % 60 === 0) return isChinese ? `${minutes / 60} 小时` : plural(minutes / 60, 'hour');
  return isChinese ? `${minutes} 分钟` : plural(minutes, 'minute');
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
