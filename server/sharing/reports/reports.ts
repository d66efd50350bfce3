import { addDays, openMinutes } from '@collegium/scheduling';
import { share } from '@collegium/statistics';
import { minorUnitsOf } from '@collegium/contract/minor-units.ts';
import { pickText } from '@collegium/contract/localised-text.ts';
import type { BalanceReport, UseQuery, UseReport } from '@collegium/contract/sharing/reports.ts';
import { writeCsv } from '../../platform/csv/write-csv.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { readBalance, readUse, type UseRow } from './report-queries.ts';

const daysAtMost = 400;

/**
 * What was booked and used of what an organisation shares, between two days. Numbers of people and of bookings below the
 * network's threshold are hidden, because a booking tells where somebody was. Throws request.invalid, resource.not_found.
 */
export async function reportUse(scope: MemberScope, query: UseQuery): Promise<UseReport> {
  const days = daysOf(query);
  const rows = await readUse(scope, organisationOf(scope, query), query);
  return { resources: rows.map((row) => present(row, days)) };
}

/** The same as CSV. Hidden numbers read “hidden”. */
export async function useCsv(scope: MemberScope, query: UseQuery): Promise<string> {
  const { resources } = await reportUse(scope, query);
  return writeCsv(
    [
      'resource',
      'owner',
      'openMinutes',
      'idleMinutes',
      'bookedMinutes',
      'usedMinutes',
      'missedMinutes',
      'utilisation',
      'people',
      'bookings',
      'revenue',
    ],
    resources.map((row) => [
      pickText(row.name, scope.language),
      row.ownerName,
      row.openMinutes,
      row.idleMinutes,
      row.bookedMinutes,
      row.usedMinutes,
      row.missedMinutes,
      row.utilisation,
      row.people ?? 'hidden',
      row.bookings ?? 'hidden',
      row.revenue.map(({ amountMinor, currency }) => `${amountMinor / minorUnitsOf(currency)} ${currency}`).join(', '),
    ]),
  );
}

/** The balance as CSV. */
export async function balanceCsv(scope: MemberScope, query: UseQuery): Promise<string> {
  const { partners } = await reportBalance(scope, query);
  return writeCsv(
    ['partner', 'givenMinutes', 'promisedMinutes', 'receivedMinutes', 'promisedToUsMinutes'],
    partners.map((row) => [
      row.name,
      row.givenMinutes,
      row.promisedMinutes,
      row.receivedMinutes,
      row.promisedToUsMinutes,
    ]),
  );
}

/** Minutes given to and received from each partner between two days, beside what was promised. */
export async function reportBalance(scope: MemberScope, query: UseQuery): Promise<BalanceReport> {
  daysOf(query);
  return { partners: await readBalance(scope, organisationOf(scope, query), query) };
}

function organisationOf({ actor }: MemberScope, { organisationId }: UseQuery): string {
  const own = organisationId ?? actor.organisationId;
  const mayAll = actor.role === 'evaluator' || actor.role === 'network_administrator';
  if (own !== actor.organisationId && !mayAll) throw new Problem('resource.not_found');
  return own;
}

function daysOf({ from, until }: UseQuery): string[] {
  const days: string[] = [];
  for (let day = from; day <= until && days.length <= daysAtMost; day = addDays(day, 1)) days.push(day);
  if (days.length === 0 || days.length > daysAtMost) throw new Problem('request.invalid', { fields: 'until' });
  return days;
}

function present(row: UseRow, days: readonly string[]): UseReport['resources'][number] {
  const hours = { weekly: row.openings, exceptions: row.exceptions, audience: row.audience };
  const open = days
    .filter((day) => isInService(row, day))
    .flatMap((day) => openMinutes(hours, 'own', day))
    .reduce((sum, [opens, closes]) => sum + closes - opens, 0);
  const openAll = open * row.units;
  const isSmall = row.people > 0 && row.people < row.threshold;
  return {
    id: row.id,
    name: row.name,
    ownerName: row.owner_name,
    openMinutes: openAll,
    idleMinutes: Math.max(0, openAll - row.kept),
    bookedMinutes: row.booked,
    usedMinutes: row.used,
    missedMinutes: row.missed,
    utilisation: share(row.booked, openAll),
    people: isSmall ? null : row.people,
    bookings: isSmall ? null : row.bookings,
    revenue: row.revenue,
  };
}

/** On some part of the day: neither before it was shared, nor out for maintenance, nor retired. */
function isInService({ standings }: UseRow, day: string): boolean {
  const before = standings.findLast(({ since }) => since < day);
  return (
    before?.state === 'in_service' || standings.some(({ since, state }) => since === day && state === 'in_service')
  );
}
