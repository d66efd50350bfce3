import {
  addDays,
  circles,
  dayOf,
  judge,
  minuteOf,
  type Circle,
  type Day,
  type Fault,
  type Reading,
} from '@collegium/scheduling';
import { rateFor } from '@collegium/contract/sharing/rates.ts';
import type { ApprovalSide, BookingKind, PersonService } from '@collegium/contract/sharing/terms.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { ResourceRules } from './load-rules.ts';
import { readingOf } from './moments.ts';
import { chargesOf, type Charge } from './charges.ts';
import {
  currenciesSentence,
  faultSentence,
  manyOwnersSentence,
  openUntilSentence,
  priceSentence,
  serviceSentence,
  unitsSentence,
} from '../sentences.ts';

/** On whose behalf something is booked. */
export interface Holder {
  personId: string;
  membershipId: string;
  organisationId: string;
  unitId: string | null;
  /** Decides for its organisation, so that no approval of that side is asked for. */
  isStaff: boolean;
}

export interface Occurrence {
  bookingId: string;
  startsAt: Date;
  endsAt: Date;
}

/** A row of what is to be held: one resource for one booking. */
export interface WantedRow {
  booking_id: string;
  resource_id: string;
  quantity: number;
  is_part: boolean;
  starts_at: Date;
  ends_at: Date;
  occupied_from: Date;
  occupied_until: Date;
  holds: boolean;
  /** On which it ends, at the place. */
  last_day: Day;
  price_own: number | null;
  price_partners: number | null;
  price_network: number | null;
}

/** All that the statement that books needs: nothing in it depends on what others hold. */
export interface Plan {
  timeZone: string;
  currency: string | null;
  occurrences: (Occurrence & { decideAt: Date | null })[];
  wanted: WantedRow[];
  /** The versions that were judged, for whom all the times are open, and the last day of those for partners. */
  guards: { id: string; version: number; open: Circle; last_day: Day }[];
  charges: Charge[];
  approvals: ApprovalSide[];
  /** Some of it are open to partners under agreements that their owner named. */
  namesAgreements: boolean;
  /** What of it are pools, of which another item can be tried, in the version that was judged. */
  pools: { id: string; version: number }[];
}

export interface Wish {
  kind: BookingKind;
  resources: readonly { resourceId: string; quantity?: number | undefined }[];
  occurrences: readonly Occurrence[];
  /** For what a person’s hours are wanted. */
  service?: PersonService | null | undefined;
  /** A booking that is prolonged: when it begins is settled, and may be past. */
  isPastAllowed?: boolean;
  /** A booking that is there already, and keeps what it holds of a pool that was reduced below it. */
  isHeld?: boolean;
}

const minuteMs = 60_000;
/** What a column of prices can keep. */
const priceAtMost = 2_147_483_647;

/** Judges a wish by the rules of what is wanted and of its parts. Throws resource.not_found, booking.rules_not_met. */
export function planBooking(
  rules: ReadonlyMap<string, ResourceRules>,
  wish: Wish,
  holder: Holder,
  { now, language }: { now: Date; language: string },
): Plan {
  const wanted = withParts(rules, wish);
  const reasons = new Set<string>();
  const guards = wanted.map(({ resource }) => {
    const judged = wish.occurrences.map((occurrence) => judgeOne(resource, wish, occurrence, now));
    for (const { faults } of judged)
      for (const fault of faults) reasons.add(faultSentence(fault, resource.name, language));
    const open = judged.map((one) => one.open).reduce(narrower, 'network');
    const last_day = latest(judged.filter((one) => one.open === 'partners').map((one) => one.lastDay));
    return { id: resource.id, version: resource.version, open, last_day, lastDays: judged.map((one) => one.lastDay) };
  });
  const resources = wanted.map(({ resource }) => resource);
  for (const { services, name } of resources)
    if (wish.service && services.length > 0 && !services.includes(wish.service))
      reasons.add(serviceSentence(name, language));
  for (const { resource, quantity } of wish.isHeld ? [] : wanted)
    if (quantity > resource.units) reasons.add(unitsSentence(resource, language));
  const currencies = new Set(resources.flatMap(({ rates }) => rates).map(({ currency }) => currency));
  if (wish.kind === 'use' && currencies.size > 1) reasons.add(currenciesSentence([...currencies], language));
  const approvals = wish.kind === 'use' ? approvalsFor(resources, holder) : [];
  if (approvals.includes('owner') && ownersWhoApprove(resources).size > 1) reasons.add(manyOwnersSentence(language));
  const occurrences = wish.occurrences.map((one) => ({ ...one, decideAt: decideAt(resources, wish.kind, one, now) }));
  const rows = wanted.flatMap((one, place) =>
    occurrences.map((occurrence, index) => rowOf(one, occurrence, guards[place]?.lastDays[index] ?? '')),
  );
  if (rows.some((row) => dearest(row) * resources.length > priceAtMost)) reasons.add(priceSentence(language));
  if (reasons.size > 0) throw new Problem('booking.rules_not_met', { reasons: [...reasons].join(' ') });
  return {
    timeZone: resources[0]?.timeZone ?? 'UTC',
    currency: resources.flatMap(({ rates }) => rates)[0]?.currency ?? null,
    occurrences,
    wanted: rows,
    guards: guards.map(({ lastDays: _lastDays, ...guard }) => guard),
    charges: wish.kind === 'use' ? wanted.flatMap((one) => chargesOf(one, wish.occurrences, holder)) : [],
    approvals,
    namesAgreements: resources.some((one) => one.namesAgreements),
    pools: resources.flatMap(({ isPool, id, version }) => (isPool ? [{ id, version }] : [])),
  };
}

/** Every reason for which the rules refuse one occurrence, in sentences; `openUntil` says to the last day for whom it is open as a partner. */
export function reasonsAgainst(
  rules: ReadonlyMap<string, ResourceRules>,
  wish: Wish,
  occurrence: Occurrence,
  { now, language, openUntil }: { now: Date; language: string; openUntil: ReadonlyMap<string, Day> },
): string[] {
  const reasons = withParts(rules, wish).flatMap(({ resource }) => {
    const { faults, open, lastDay } = judgeOne(resource, wish, occurrence, now);
    const until = openUntil.get(resource.id);
    const isAfter = open === 'partners' && until !== undefined && lastDay > until;
    return [
      ...faults.map((fault) => faultSentence(fault, resource.name, language)),
      ...(isAfter ? [openUntilSentence(resource.name, until, language)] : []),
    ];
  });
  return [...new Set(reasons)];
}

interface Part {
  resource: ResourceRules;
  quantity: number;
  isPart: boolean;
}

/** What is wanted with the parts that are booked with it, each once. */
function withParts(rules: ReadonlyMap<string, ResourceRules>, { resources }: Wish): Part[] {
  const wanted = new Map<string, Part>();
  for (const [index, { resourceId, quantity = 1 }] of resources.entries()) {
    const resource = rules.get(resourceId);
    if (!resource) throw new Problem('resource.not_found');
    if (wanted.has(resourceId)) throw new Problem('booking.resource_twice', { place: index + 1 });
    wanted.set(resourceId, { resource, quantity, isPart: false });
  }
  for (const { resource } of Array.from(wanted.values()))
    for (const partId of resource.partIds) {
      const part = rules.get(partId);
      if (part && !wanted.has(partId)) wanted.set(partId, { resource: part, quantity: 1, isPart: true });
    }
  return [...wanted.values()];
}

function judgeOne(resource: ResourceRules, wish: Wish, { startsAt, endsAt }: Occurrence, now: Date) {
  const asked = {
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    starts: readingOf(startsAt, resource.timeZone),
    ends: readingOf(endsAt, resource.timeZone),
  };
  const hours = { weekly: resource.openings, exceptions: resource.exceptions, audience: resource.audience };
  const judged = judge(resource.rules, hours, asked, now.getTime());
  const stands = ({ is }: Fault) =>
    (wish.kind === 'use' || is === 'reversed' || is === 'past') && !(wish.isPastAllowed && settled.has(is));
  const open = wish.kind === 'use' ? judged.open : ('own' as const);
  return { faults: judged.faults.filter(stands), open, lastDay: lastDayOf(asked.ends) };
}

/** What ends at midnight ends on the day before. */
function lastDayOf(ends: Reading): Day {
  return minuteOf(ends) === 0 ? addDays(dayOf(ends), -1) : dayOf(ends);
}

function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last), '0001-01-01');
}

const settled = new Set<Fault['is']>(['past', 'too_soon', 'too_far']);

function narrower(known: Circle, other: Circle): Circle {
  return circles.indexOf(other) < circles.indexOf(known) ? other : known;
}

/** The union of the chains, without the sides for which the holder decides. */
function approvalsFor(resources: ResourceRules[], holder: Holder): ApprovalSide[] {
  const asksOwner = resources.some(
    ({ rules, organisationId }) =>
      rules.approvalChain.includes('owner') && !(holder.isStaff && organisationId === holder.organisationId),
  );
  const asksHome = !holder.isStaff && resources.some(({ rules }) => rules.approvalChain.includes('home'));
  return [...(asksHome ? (['home'] as const) : []), ...(asksOwner ? (['owner'] as const) : [])];
}

function ownersWhoApprove(resources: ResourceRules[]): Set<string> {
  const asking = resources.filter(({ rules }) => rules.approvalChain.includes('owner'));
  return new Set(asking.map(({ organisationId }) => organisationId));
}

/** Requests are collected until the earliest of the resources decides; too late for that, who comes first goes first. */
function decideAt(resources: ResourceRules[], kind: BookingKind, { startsAt }: Occurrence, now: Date): Date | null {
  const hours = resources.flatMap(({ rules }) => rules.fairShareHours ?? []);
  if (kind !== 'use' || hours.length === 0) return null;
  const at = new Date(startsAt.getTime() - Math.max(...hours) * 60 * minuteMs);
  return at > now ? at : null;
}

function dearest({ price_own, price_partners, price_network }: WantedRow): number {
  return Math.max(price_own ?? 0, price_partners ?? 0, price_network ?? 0);
}

function rowOf(
  { resource, quantity, isPart }: Part,
  occurrence: Occurrence & { decideAt: Date | null },
  lastDay: Day,
): WantedRow {
  const { bookingId, startsAt, endsAt, decideAt: decided } = occurrence;
  const { bufferBeforeMinutes, bufferAfterMinutes } = resource.rules;
  const minutes = (endsAt.getTime() - startsAt.getTime()) / minuteMs;
  const price = (audience: Circle) => {
    const rate = isPart ? undefined : rateFor(resource.rates, audience);
    return rate ? Math.round((rate.amountMinor * minutes * quantity) / 60) : null;
  };
  return {
    booking_id: bookingId,
    resource_id: resource.id,
    quantity,
    is_part: isPart,
    starts_at: startsAt,
    ends_at: endsAt,
    occupied_from: new Date(startsAt.getTime() - bufferBeforeMinutes * minuteMs),
    occupied_until: new Date(endsAt.getTime() + bufferAfterMinutes * minuteMs),
    holds: decided === null,
    last_day: lastDay,
    price_own: price('own'),
    price_partners: price('partners'),
    price_network: price('network'),
  };
}
