import type { SeriesInput, SeriesView } from '@collegium/contract/sharing/series.ts';
import { sql } from 'kysely';
import { change, type Changed } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { movedIn, type Arrangement } from '../taking/arrange.ts';
import { explainClash } from '../taking/explain-clash.ts';
import { withinQuotas } from '../taking/explain-quota.ts';
import { isForOffer } from '../booking/for-offer.ts';
import { insertBookings } from '../taking/insert-booking.ts';
import { loadRules, readRules } from '../taking/load-rules.ts';
import { holderOf } from '../booking/make-booking.ts';
import { expandSeries, type Expanded } from './occurrences.ts';
import { planBooking, type Occurrence, type Plan } from '../taking/plan.ts';
import { examine } from './series-report.ts';
import { part, tablesOf } from '../tables.ts';
import { unlessLost, whileItMightSucceed } from '../taking/try-again.ts';

/**
 * Books every occurrence of a series in one statement, or none; with `skipTaken`, those that can be had.
 * Throws booking.series_incomplete, booking.rule_… and what makeBooking throws.
 */
export async function makeSeries(scope: MemberScope, input: SeriesInput): Promise<SeriesView> {
  const holder = holderOf(scope.actor, input.unitId ?? null);
  const ids = input.resources.map(({ resourceId }) => resourceId);
  return whileItMightSucceed(async (isFresh, arrangement) => {
    const rules = await (isFresh ? readRules(scope, ids) : loadRules(scope, ids));
    const timeZone = input.timeZone ?? rules.get(ids[0] ?? '')?.timeZone;
    if (timeZone === undefined) throw new Problem('resource.not_found');
    const expanded = expandSeries(input, timeZone);
    const attempt = async (occurrences: Occurrence[]) => {
      const wish = { kind: 'use' as const, resources: input.resources, occurrences, service: input.service };
      const plan = {
        ...planBooking(rules, wish, holder, { now: scope.clock.now(), language: scope.language }),
        timeZone,
      };
      const booked = bookAll(scope, input, { plan, expanded, arrangement });
      const made = await unlessLost(withinQuotas(booked, { plan, rules, language: scope.language }));
      if (!made) throw await explainClash(scope, plan, holder, { allowed: isForOffer(scope, input.offerId) });
      return made;
    };
    // What could not be had without any other holding it stands in its own way: `examine` says so.
    if (input.skipTaken !== true && expanded.skipped.length === 0 && !isFresh) {
      const made = await attempt(expanded.occurrences).catch(unlessSomeCannotBeHad);
      if (made) return { id: made.id, bookingIds: made.booking_ids, skipped: [] };
    }
    const { free, problems } = await examine(scope, input, { rules, expanded, timeZone });
    if (problems.length > 0 && (input.skipTaken !== true || free.length === 0))
      throw new Problem('booking.series_incomplete', { count: problems.length }, problems.map(asField));
    const made = await attempt(free);
    const skipped = problems.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    return { id: made.id, bookingIds: made.booking_ids, skipped };
  });
}

/** Which occurrences it are is told by looking at each of them. */
function unlessSomeCannotBeHad(error: unknown): undefined {
  if (
    error instanceof Problem &&
    ['booking.clash', 'booking.rules_not_met', 'booking.opened_until'].includes(error.code)
  )
    return undefined;
  throw error;
}

async function bookAll(
  scope: MemberScope,
  input: SeriesInput,
  { plan, expanded, arrangement }: { plan: Plan; expanded: Expanded; arrangement: Arrangement | undefined },
): Promise<{ id: string; booking_ids: string[] } | undefined> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const id = newId();
  const rows = await change<Changed<{ id: string; booking_ids: string[] }>>(
    scope,
    (db) =>
      insertBookings(db, {
        t,
        plan,
        holder: holderOf(scope.actor, input.unitId ?? null),
        now,
        allowed: isForOffer(scope, input.offerId),
        needsPassport: true,
        particulars: input,
        orWait: false,
        seriesId: id,
        arrangement,
      })
        .with('series', () =>
          part(sql<{
            id: string;
          }>`insert into ${t}.booking_series (id, rule, starts_local, duration_minutes, time_zone, excluded_on, created_at, created_by)
            select ${id}::uuid, ${input.rule}::text, ${expanded.starts}::text, ${expanded.minutes}::integer, ${plan.timeZone}::text,
              ${input.excludedOn ?? []}::date[], ${now}::timestamptz, ${scope.actor.personId}::uuid
            where exists (select from inserted) returning id`),
        )
        .with('changed', () =>
          part(sql<{
            id: string;
          }>`select series.id, (select array_agg(inserted.id order by inserted.starts_at) from inserted) as booking_ids
            from series`),
        ) as never,
    {
      action: 'booking_series.made',
      objectType: 'booking_series',
      details: {
        occurrences: plan.occurrences.length,
        resources: plan.guards.map((guard) => guard.id),
        ...movedIn(arrangement),
      },
    },
  );
  return rows[0];
}

function asField({ startsAt, reasons }: { startsAt: string; reasons: string[] }) {
  return { pointer: `/occurrences/${startsAt}`, message: reasons.join(' ') };
}
