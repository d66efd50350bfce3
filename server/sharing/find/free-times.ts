import type { FreeTimesInput, FreeTimesView } from '@collegium/contract/sharing/free-times.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { freeTimesQuery, type FreeTimeRow } from './free-times-query.ts';

const dayMs = 86_400_000;
const longestMs = 62 * dayMs;

/**
 * The earliest time at which each resource that fits can be had, the soonest first. Most searches end within two days, so
 * those are looked at first, and the whole span only when they do not give enough: two round trips at most.
 * Throws request.invalid for a span that is reversed or longer than 62 days, or without resources and kind.
 */
export async function findFreeTimes(scope: MemberScope, input: FreeTimesInput): Promise<FreeTimesView> {
  const [from, until] = [Date.parse(input.from), Date.parse(input.until)];
  if (!(until > from && until - from <= longestMs)) throw new Problem('request.invalid', { fields: 'until' });
  if (input.resourceIds === undefined && input.kind === undefined)
    throw new Problem('request.invalid', { fields: 'kind' });
  const limit = input.limit ?? 20;
  const soon = new Date(Math.min(until, from + 2 * dayMs));
  const found = await look(scope, input, soon, limit);
  const enough = found.length >= limit || soon.getTime() === until;
  const rows = enough ? found : await look(scope, input, new Date(until), limit);
  return { items: rows.map((row) => present(row, input.minutes)) };
}

async function look(scope: MemberScope, input: FreeTimesInput, until: Date, limit: number): Promise<FreeTimeRow[]> {
  const { rows } = await freeTimesQuery(scope, input, { from: new Date(input.from), until, limit }).execute(scope.db);
  return rows;
}

function present(row: FreeTimeRow, minutes: number): FreeTimesView['items'][number] {
  return {
    resourceId: row.id,
    name: row.name,
    ownerName: row.owner_name,
    city: row.city,
    timeZone: row.time_zone,
    kilometres: row.kilometres === null ? null : Math.round(row.kilometres * 10) / 10,
    startsAt: row.starts_at.toISOString(),
    endsAt: new Date(row.starts_at.getTime() + minutes * 60_000).toISOString(),
  };
}
