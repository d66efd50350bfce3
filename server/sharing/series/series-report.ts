import { mostAtOnce, nearestFree, type Span } from '@collegium/scheduling';
import { errorSentence } from '@collegium/contract/errors.ts';
import { pickText } from '@collegium/contract/localised-text.ts';
import type { OccurrenceProblem, SeriesInput, SeriesReport } from '@collegium/contract/sharing/series.ts';
import { sql } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { loadRules, type ResourceRules } from '../taking/load-rules.ts';
import { expandSeries, type Expanded } from './occurrences.ts';
import { visibleResources } from '../policy.ts';
import { partnerUntil } from '../partners.ts';
import { reasonsAgainst, type Occurrence, type Wish } from '../taking/plan.ts';
import { tablesOf } from '../tables.ts';

const dayMs = 86_400_000;
const alternativesAtMost = 3;

/** What a series would give: how many occurrences can be had, and for the others why not and the nearest times that can. */
export async function reportSeries(scope: MemberScope, input: SeriesInput): Promise<SeriesReport> {
  const ids = input.resources.map(({ resourceId }) => resourceId);
  const rules = await loadRules(scope, ids);
  const timeZone = input.timeZone ?? rules.get(ids[0] ?? '')?.timeZone;
  if (timeZone === undefined) throw new Problem('resource.not_found');
  const expanded = expandSeries(input, timeZone);
  const { problems } = await examine(scope, input, { rules, expanded, timeZone });
  const occurrences = expanded.occurrences.length + expanded.skipped.length;
  return { occurrences, free: occurrences - problems.length, problems };
}

export interface Expectation {
  expanded: Expanded;
  rules: Map<string, ResourceRules>;
  timeZone: string;
}

/** Looks at every occurrence: those that the rules and all other bookings allow, and why not the others. One round trip. */
export async function examine(
  scope: MemberScope,
  input: SeriesInput,
  { expanded, rules, timeZone }: Expectation,
): Promise<{ free: Occurrence[]; problems: OccurrenceProblem[] }> {
  const { occupied, openUntil } = await readStanding(scope, [...rules.keys()], expanded.occurrences);
  const wish: Wish = { kind: 'use', resources: input.resources, occurrences: [] };
  const context = { now: scope.clock.now(), language: scope.language, openUntil };
  // What others hold, and with it what the occurrences before hold: they may stand in each other's way.
  const all = new Map([...occupied].map(([id, { units, spans }]) => [id, { units, spans: [...spans] }]));
  const isFree = (span: Span) => takenIn(rules, wish, all, span).length === 0;
  const problems: OccurrenceProblem[] = expanded.skipped.map(({ reading }) => ({
    startsAt: `${reading}:00`,
    endsAt: `${reading}:00`,
    reasons: [errorSentence('booking.time_unreadable', scope.language, { timeZone, time: reading.replace('T', ' ') })],
    alternatives: [],
  }));
  const free: Occurrence[] = [];
  for (const occurrence of expanded.occurrences) {
    const span = { from: occurrence.startsAt.getTime(), until: occurrence.endsAt.getTime() };
    const taken = takenIn(rules, wish, occupied, span).map(({ name }) => takenSentence(name, scope.language));
    if (taken.length === 0 && !isFree(span)) taken.push(crossedSentence(scope.language));
    const reasons = [...reasonsAgainst(rules, wish, occurrence, context), ...taken];
    if (reasons.length === 0) {
      free.push(occurrence);
      for (const resource of rules.values())
        for (let item = 0; item < quantityOf(wish, resource); item += 1)
          all.get(resource.id)?.spans.push(withBuffers(resource, span));
    }
    if (reasons.length > 0)
      problems.push({
        startsAt: occurrence.startsAt.toISOString(),
        endsAt: occurrence.endsAt.toISOString(),
        reasons,
        alternatives: nearestFree({
          wanted: span,
          withinMs: dayMs,
          stepMs: Math.max(...[...rules.values()].map((one) => one.rules.gridMinutes)) * 60_000,
          atMost: alternativesAtMost,
          notBefore: scope.clock.now().getTime(),
          isFree: (other) => isFree(other) && reasonsAgainst(rules, wish, spanned(other), context).length === 0,
        }).map(({ from, until }) => ({
          startsAt: new Date(from).toISOString(),
          endsAt: new Date(until).toISOString(),
        })),
      });
  }
  return { free, problems };
}

interface Occupied {
  units: number;
  spans: Span[];
}

interface Standing {
  occupied: Map<string, Occupied>;
  /** The last day of those that a partner's organisation may not have for ever. */
  openUntil: Map<string, string>;
}

/** What others hold of the resources within a day of any occurrence, how many items each has, and until when they are open to the actor. */
async function readStanding(scope: MemberScope, ids: string[], occurrences: Occurrence[]): Promise<Standing> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { organisationId } = scope.actor;
  const windows = occurrences.map(({ startsAt, endsAt }) => ({
    from: new Date(startsAt.getTime() - 2 * dayMs),
    until: new Date(endsAt.getTime() + 2 * dayMs),
  }));
  const { rows } = await sql<{
    id: string;
    units: number;
    spans: [number, number][];
    until: string | null;
    is_visible: boolean;
  }>`
    with near as materialized (select range_agg(tstzrange(asked."from", asked.until)) as times
      from jsonb_to_recordset(${jsonb(windows)}) asked ("from" timestamptz, until timestamptz))
    select resource.id, ${visibleResources(scope.actor, day)} as is_visible, (select count(*)::integer from ${t}.resource_item item
        where item.resource_id = resource.id and item.retired_at is null) as units,
      coalesce((select jsonb_agg(jsonb_build_array(extract(epoch from held.occupied_from) * 1000,
          extract(epoch from held.occupied_until) * 1000))
        from ${t}.booking_item held cross join near
        where held.resource_id = resource.id and held.released_at is null
          and held.occupied_until > lower(near.times) and held.occupied_from < upper(near.times)
          and tstzrange(held.occupied_from, held.occupied_until) && near.times), '[]') as spans,
      case when resource.organisation_id <> ${organisationId}::uuid then nullif(${partnerUntil(sql`${organisationId}::uuid`, day)}, 'infinity') end::text as until
    from ${t}.resource where resource.id = any(${ids}::uuid[])`.execute(scope.db);
  if (rows.some((row) => !row.is_visible)) throw new Problem('resource.not_found');
  return {
    occupied: new Map(
      rows.map(({ id, units, spans }) => [id, { units, spans: spans.map(([from, until]) => ({ from, until })) }]),
    ),
    openUntil: new Map(rows.flatMap(({ id, until }) => (until === null ? [] : [[id, until]]))),
  };
}

/** The resources of which not enough is left at some moment of a time. */
function takenIn(
  rules: ReadonlyMap<string, ResourceRules>,
  wish: Wish,
  occupied: ReadonlyMap<string, Occupied>,
  { from, until }: Span,
): ResourceRules[] {
  return [...rules.values()].filter((resource) => {
    const { units, spans } = occupied.get(resource.id) ?? { units: 0, spans: [] };
    return mostAtOnce(spans, withBuffers(resource, { from, until })) > units - quantityOf(wish, resource);
  });
}

function withBuffers(
  { rules: { bufferBeforeMinutes, bufferAfterMinutes } }: ResourceRules,
  { from, until }: Span,
): Span {
  return { from: from - bufferBeforeMinutes * 60_000, until: until + bufferAfterMinutes * 60_000 };
}

function quantityOf({ resources }: Wish, { id }: ResourceRules): number {
  return resources.find(({ resourceId }) => resourceId === id)?.quantity ?? 1;
}

function spanned({ from, until }: Span): Occurrence {
  return { bookingId: '', startsAt: new Date(from), endsAt: new Date(until) };
}

function takenSentence(name: ResourceRules['name'], language: string): string {
  const what = pickText(name, language);
  return language.startsWith('zh') ? `“${what}”已被占用。` : `Somebody holds “${what}”.`;
}

function crossedSentence(language: string): string {
  return language.startsWith('zh')
    ? '与本系列中前一次重叠：请缩短时长，或者选择更长的间隔。'
    : 'It overlaps the occurrence before it: make each shorter, or repeat less often.';
}
