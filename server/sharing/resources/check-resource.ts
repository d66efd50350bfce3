import { doiOf, isbnOf, issnOf } from '@collegium/contract/sharing/library-numbers.ts';
import { isTimeZone } from '@collegium/contract/offers/local-time.ts';
import { defaultRules, type BookingRules } from '@collegium/contract/sharing/rules.ts';
import type { ResourceInput } from '@collegium/contract/sharing/resources.ts';
import { randomInt } from 'node:crypto';
import { Problem, type FieldProblem } from '../../platform/problem/problem.ts';

/** What of a resource's input no schema checks, checked and complete. Throws request.invalid, booking.zone_unknown. */
export interface CheckedResource {
  rules: BookingRules;
  units: number;
  checkInCode: string | null;
  /** As they are kept; only titles have them. */
  numbers: { isbn: string | null; issn: string | null; doi: string | null };
}

export function checkResource(input: ResourceInput, language: string): CheckedResource {
  if (!isTimeZone(input.timeZone)) throw new Problem('booking.zone_unknown', { timeZone: input.timeZone });
  const rules = { ...defaultRules, ...input.rules };
  const words = language.startsWith('zh') ? sentences['zh-CN'] : sentences.en;
  const faults: FieldProblem[] = [];
  if (!Object.values(input.name).some((text) => /\S/.test(text)))
    faults.push({ pointer: '/name', message: words.name });
  if (new Set(input.rates?.map(({ currency }) => currency)).size > 1)
    faults.push({ pointer: '/rates', message: words.currencies });
  if (rules.shortestMinutes > rules.longestMinutes)
    faults.push({ pointer: '/rules/longestMinutes', message: words.lengths });
  for (const [index, { opensMinute, closesMinute }] of (input.openings ?? []).entries())
    if (closesMinute <= opensMinute) faults.push({ pointer: `/openings/${index}/closesMinute`, message: words.hours });
  for (const [index, { opensMinute, closesMinute }] of (input.exceptions ?? []).entries())
    if ((opensMinute === null) !== (closesMinute === null) || (closesMinute ?? 1) <= (opensMinute ?? 0))
      faults.push({ pointer: `/exceptions/${index}/closesMinute`, message: words.hours });
  for (const [index, { startsOn, endsOn }] of (input.shares ?? []).entries())
    if (endsOn < startsOn) faults.push({ pointer: `/shares/${index}/endsOn`, message: words.days });
  for (const [index, { period, startsOn, endsOn }] of (input.quotas ?? []).entries())
    if (period === 'term' && (!startsOn || !endsOn || endsOn < startsOn))
      faults.push({ pointer: `/quotas/${index}/endsOn`, message: words.term });
  const numbers = numbersOf(input);
  for (const name of ['isbn', 'issn', 'doi'] as const)
    if (numbers[name] === undefined) faults.push({ pointer: `/${name}`, message: words[name] });
  for (const [name, keys] of Object.entries(keysOf(input)))
    for (const [index, key] of keys.entries())
      if (keys.indexOf(key) < index) faults.push({ pointer: `/${name}/${index}`, message: words.twice });
  if (faults.length > 0)
    throw new Problem('request.invalid', { fields: faults.map(({ pointer }) => pointer).join(', ') }, faults);
  const code = input.checkInCode ?? (rules.checkIn === 'code' ? String(randomInt(100_000, 1_000_000)) : null);
  const { isbn = null, issn = null, doi = null } = numbers;
  return {
    rules,
    numbers: { isbn, issn, doi },
    units: (input.sharedAs ?? 'whole') === 'whole' ? 1 : (input.units ?? 1),
    checkInCode: code,
  };
}

/** Numbers of a title; undefined is one that cannot be. */
function numbersOf({ kind, isbn, issn, doi }: ResourceInput) {
  const isTitle = kind === 'collection' || kind === 'online_resource';
  const read = (entered: string | null | undefined, reads: (entered: string) => string | undefined) =>
    isTitle && entered ? reads(entered) : null;
  return { isbn: read(isbn, isbnOf), issn: read(issn, issnOf), doi: read(doi, doiOf) };
}

/** What each row of a list is known by; no two may be the same. */
function keysOf(input: ResourceInput): Record<string, string[]> {
  return {
    openings: (input.openings ?? []).map((row) => `${row.weekday} ${row.opensMinute} ${row.audience}`),
    exceptions: (input.exceptions ?? []).map(({ onDate }) => onDate),
    quotas: (input.quotas ?? []).map(({ per, period, startsOn }) => `${per} ${period} ${startsOn ?? ''}`),
    rates: (input.rates ?? []).map(({ audience }) => audience),
    shares: (input.shares ?? []).map(({ organisationId, startsOn }) => `${organisationId} ${startsOn}`),
  };
}

const sentences = {
  en: {
    name: 'Enter a name, in at least one language.',
    currencies: 'The prices of one resource are all in one currency.',
    lengths: 'The greatest length is less than the least.',
    hours: 'Closing comes after opening; leave both out for a day that is closed.',
    days: 'The last day comes before the first.',
    term: 'A term has a first day and a last day that does not come before it.',
    twice: 'This stands here twice.',
    isbn: 'This is no ISBN: its check digit does not fit. Copy it again from the title page.',
    issn: 'This is no ISSN: it has eight characters, such as 0028-0836. Copy it again.',
    doi: 'This is no DOI: it begins with 10. and has a slash, such as 10.1000/182.',
  },
  'zh-CN': {
    name: '请填写名称，至少一种语言。',
    currencies: '同一资源的价格须使用同一货币。',
    lengths: '最长时长小于最短时长。',
    hours: '关闭时间须晚于开放时间；全天关闭则两者都留空。',
    days: '最后一天早于第一天。',
    term: '学期须有第一天，以及不早于它的最后一天。',
    twice: '此项重复。',
    isbn: '这不是有效的 ISBN：校验码不符。请从版权页重新抄录。',
    issn: '这不是有效的 ISSN：应为八位，例如 0028-0836。请重新抄录。',
    doi: '这不是有效的 DOI：应以 10. 开头并含斜杠，例如 10.1000/182。',
  },
} as const;
