import { pickText } from '@collegium/contract/localised-text.ts';
import type { Period } from '@collegium/scheduling';
import { Problem } from '../../platform/problem/problem.ts';
import type { ResourceRules } from './load-rules.ts';
import type { Plan } from './plan.ts';

type Quota = ResourceRules['quotas'][number];

/**
 * The outcome of a statement that charges quotas; where one would be exceeded, the problem says whose it is, how much of
 * it is booked already and how much this would take, read from what the database says of the refused row.
 */
export async function withinQuotas<T>(
  statement: Promise<T>,
  { plan, rules, language }: { plan: Plan; rules: ReadonlyMap<string, ResourceRules>; language: string },
): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const row = exceededRow(error);
    if (!row) throw error;
    const problem = new Problem('booking.quota_reached');
    for (const { name, quotas } of rules.values()) {
      const quota = quotas.find(({ id }) => id === row.quotaId);
      if (quota) throw problem.because(sentence(pickText(name, language), quota, { ...row, plan, language }));
    }
    throw problem;
  }
}

interface ExceededRow {
  quotaId: string;
  periodStartsOn: string;
  /** With what was asked for. */
  minutes: number;
}

/** The row of `quota_use` that the check refused: quota, subject, first day, minutes, limit. */
function exceededRow(error: unknown): ExceededRow | undefined {
  if (!(error instanceof Error) || !('constraint' in error) || error.constraint !== 'quota_use_within_limit')
    return undefined;
  const row = 'detail' in error ? /\((\S+), \S+, (\S+), (\d+), \d+\)/.exec(String(error.detail)) : null;
  return { quotaId: row?.[1] ?? '', periodStartsOn: row?.[2] ?? '', minutes: Number(row?.[3]) };
}

function sentence(
  what: string,
  quota: Quota,
  { quotaId, periodStartsOn, minutes, plan, language }: ExceededRow & { plan: Plan; language: string },
): string {
  const isChinese = language.startsWith('zh');
  const asked = plan.charges
    .filter((charge) => charge.quota_id === quotaId && charge.period_starts_on === periodStartsOn)
    .reduce((sum, charge) => sum + charge.minutes, 0);
  const words = {
    who: (isChinese ? chinese : english)[quota.per],
    when: periodInWords(quota, periodStartsOn, isChinese),
    limit: hoursInWords(quota.limitMinutes, isChinese),
    asked: hoursInWords(asked, isChinese),
    // What alone exceeds the limit is refused before the database looks at what is booked.
    booked: asked > quota.limitMinutes ? '' : hoursInWords(minutes - asked, isChinese),
  };
  if (isChinese)
    return `“${what}”：${words.when}，${words.who}最多可预约${words.limit}。${words.booked && `已预约${words.booked}，`}本次需要${words.asked}。`;
  return `“${what}”: ${words.when}, ${words.who} may book at most ${words.limit}. ${words.booked && `Booked already: ${words.booked}. `}This takes ${words.asked}.`;
}

const english = {
  person: 'one person',
  unit: 'people of one unit (or of none) together',
  organisation: 'people of one organisation together',
  everybody: 'everybody together',
} as const;
const chinese: Record<Quota['per'], string> = {
  person: '每人',
  unit: '同一部门（或未填部门）的人员合计',
  organisation: '同一组织的人员合计',
  everybody: '所有人合计',
};

function periodInWords({ period, endsOn }: Quota, startsOn: string, isChinese: boolean): string {
  const show = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(isChinese ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', ...options }).format(new Date(day));
  const day = (on: string) => show(on, { day: 'numeric', month: 'long', year: 'numeric' });
  const inWords: Record<Period | 'term', () => string> = {
    day: () => (isChinese ? day(startsOn) : `on ${day(startsOn)}`),
    week: () => (isChinese ? `${day(startsOn)}起的一周` : `in the week from ${day(startsOn)}`),
    month: () => `${isChinese ? '' : 'in '}${show(startsOn, { month: 'long', year: 'numeric' })}`,
    year: () => (isChinese ? `${startsOn.slice(0, 4)}年` : `in ${startsOn.slice(0, 4)}`),
    term: () =>
      isChinese ? `${day(startsOn)}至${day(endsOn ?? '')}` : `from ${day(startsOn)} to ${day(endsOn ?? '')}`,
  };
  return inWords[period]();
}

function hoursInWords(minutes: number, isChinese: boolean): string {
  const hours = Math.round((minutes / 60) * 100) / 100;
  if (isChinese) return ` ${hours} 小时`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
