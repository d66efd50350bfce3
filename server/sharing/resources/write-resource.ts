import type { ResourceInput } from '@collegium/contract/sharing/resources.ts';
import { sql, type QueryCreator, type RawBuilder } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import type { Tables as Schema } from '../../platform/database/tables.ts';
import { newId } from '../../platform/ids.ts';
import { searchWords } from '../../platform/search/words.ts';
import type { CheckedResource } from './check-resource.ts';
import { part, type Tables } from '../tables.ts';

/** What a resource's input becomes in its table. */
export function columnsOf(input: ResourceInput, { rules, checkInCode, numbers }: CheckedResource) {
  return {
    kind: input.kind,
    unit_id: input.unitId ?? null,
    person_id: input.personId ?? null,
    name: jsonb(input.name),
    description: jsonb(input.description ?? {}),
    skills: input.skills ?? [],
    services: input.kind === 'person_time' ? (input.services ?? []) : [],
    field_code: input.fieldCode ?? null,
    accessories: input.accessories ?? [],
    address: input.address ?? null,
    city: input.city ?? null,
    country: input.country ?? null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    time_zone: input.timeZone,
    url: input.url ?? null,
    ...numbers,
    shared_as: input.sharedAs ?? 'whole',
    audience: input.audience ?? 'partners',
    grid_minutes: rules.gridMinutes,
    shortest_minutes: rules.shortestMinutes,
    longest_minutes: rules.longestMinutes,
    notice_minutes: rules.noticeMinutes,
    horizon_days: rules.horizonDays,
    buffer_before_minutes: rules.bufferBeforeMinutes,
    buffer_after_minutes: rules.bufferAfterMinutes,
    cancel_notice_minutes: rules.cancelNoticeMinutes,
    approval_chain: rules.approvalChain,
    check_in: rules.checkIn,
    check_in_code: checkInCode,
    release_after_minutes: rules.releaseAfterMinutes,
    accept_within_minutes: rules.acceptWithinMinutes,
    fair_share_hours: rules.fairShareHours,
    search_text: searchWords(
      ...Object.values(input.name),
      ...(input.skills ?? []),
      ...(input.accessories ?? []),
      input.city,
      ...Object.values(input.description ?? {}),
    ),
  };
}

export type Changing = QueryCreator<Schema & { changed: { id: string } }>;

interface List {
  table: string;
  /** Columns with their types; those of the key come first. */
  columns: Record<string, string>;
  key: string[];
  rows: object[];
  /** What is put instead of what came in. */
  put?: Record<string, RawBuilder<unknown>>;
}

/** Replaces the lists of the resource in `changed`: what is named is put, the rest goes. Quotas and shares keep their ids. */
export function withLists(t: Tables, statement: Changing, input: ResourceInput, organisationId: string): Changing {
  let result: Changing = statement;
  for (const list of listsOf(t, input, organisationId)) {
    result = result
      .with(`${list.table}_put`, () => part(put(t, list)))
      .with(`${list.table}_gone`, () => part(remove(t, list)));
  }
  return result;
}

/**
 * Brings the items of the resource in `changed` to so many: items without bookings to come are taken out first, and those
 * with bookings are put back first.
 */
export function withItems(t: Tables, statement: Changing, units: number, now: Date): Changing {
  return statement
    .with('items_put', () =>
      part(sql`insert into ${t}.resource_item (resource_id, number)
      select changed.id, number from changed cross join lateral (select numbers.number from (
          select generate_series(1, ${units}::integer) as number
          union select gone.number from ${t}.resource_item gone where gone.resource_id = changed.id) numbers
        left join ${t}.resource_item known on known.resource_id = changed.id and known.number = numbers.number
        where known.key is null or known.retired_at is not null
        order by ${isHeld(t, sql`known.key`, now)} desc, numbers.number
        limit greatest(0, ${units}::integer - (select count(*) from ${t}.resource_item known
          where known.resource_id = changed.id and known.retired_at is null))) missing
      on conflict (resource_id, number) do update set retired_at = null`),
    )
    .with('items_gone', () =>
      part(sql`update ${t}.resource_item set retired_at = ${now}::timestamptz
      where resource_item.key in (select surplus.key from (
        select item.key, row_number() over (order by ${isHeld(t, sql`item.key`, now)} desc, item.number) as place
        from ${t}.resource_item item join changed on changed.id = item.resource_id where item.retired_at is null) surplus
        where surplus.place > ${units}::integer)`),
    );
}

function isHeld(t: Tables, key: RawBuilder<unknown>, now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${t}.booking_item held
    where held.item_key = ${key} and held.released_at is null and held.occupied_until > ${now}::timestamptz)`;
}

function listsOf(t: Tables, input: ResourceInput, organisationId: string): List[] {
  return [
    {
      table: 'resource_opening',
      columns: { weekday: 'integer', opens_minute: 'integer', audience: 'text', closes_minute: 'integer' },
      key: ['weekday', 'opens_minute', 'audience'],
      rows: (input.openings ?? []).map((row) => ({
        weekday: row.weekday,
        opens_minute: row.opensMinute,
        closes_minute: row.closesMinute,
        audience: row.audience,
      })),
    },
    {
      table: 'resource_exception',
      columns: { on_date: 'date', opens_minute: 'integer', closes_minute: 'integer', note: 'text' },
      key: ['on_date'],
      rows: (input.exceptions ?? []).map((row) => ({
        on_date: row.onDate,
        opens_minute: row.opensMinute,
        closes_minute: row.closesMinute,
        note: row.note,
      })),
    },
    {
      table: 'resource_quota',
      columns: {
        per: 'text',
        period: 'text',
        starts_on: 'date',
        id: 'uuid',
        ends_on: 'date',
        limit_minutes: 'integer',
      },
      key: ['per', 'period', 'starts_on'],
      rows: (input.quotas ?? []).map(({ per, period, limitMinutes, startsOn, endsOn }) => ({
        per,
        period,
        limit_minutes: limitMinutes,
        // Days belong to terms; other periods follow the calendar.
        starts_on: period === 'term' ? startsOn : null,
        ends_on: period === 'term' ? endsOn : null,
        id: newId(),
      })),
    },
    {
      table: 'resource_rate',
      columns: { audience: 'text', amount_minor: 'integer', currency: 'text' },
      key: ['audience'],
      rows: (input.rates ?? []).map((row) => ({ ...row, amount_minor: row.amountMinor })),
    },
    {
      table: 'resource_share',
      columns: {
        organisation_id: 'uuid',
        starts_on: 'date',
        id: 'uuid',
        ends_on: 'date',
        promised_minutes: 'integer',
        commitment_id: 'uuid',
      },
      key: ['organisation_id', 'starts_on'],
      rows: (input.shares ?? []).map((row) => ({
        id: newId(),
        organisation_id: row.organisationId,
        starts_on: row.startsOn,
        ends_on: row.endsOn,
        promised_minutes: row.promisedMinutes,
        commitment_id: row.commitmentId ?? null,
      })),
    },
    {
      table: 'resource_part',
      columns: { part_id: 'uuid' },
      key: ['part_id'],
      rows: (input.partIds ?? []).map((id) => ({ part_id: id })),
      // Nobody books what belongs to others with what is theirs: a foreign part becomes the resource itself, which the table refuses.
      put: {
        part_id: sql`case when exists (select from ${t}.resource own where own.id = incoming.part_id
          and own.organisation_id = ${organisationId}::uuid) then incoming.part_id else changed.id end`,
      },
    },
    {
      table: 'resource_qualification',
      columns: { qualification_id: 'uuid' },
      key: ['qualification_id'],
      rows: (input.qualificationIds ?? []).map((id) => ({ qualification_id: id })),
    },
  ];
}

function put(t: Tables, { table, columns, key, rows, put: instead = {} }: List): RawBuilder<object> {
  const names = Object.keys(columns);
  const rest = names.filter((name) => !key.includes(name) && name !== 'id');
  return sql<object>`insert into ${t}.${sql.raw(table)} (resource_id, ${raw(names)})
    select changed.id, ${sql.join(names.map((name) => instead[name] ?? sql.ref(`incoming.${name}`)))}
    from changed cross join ${incoming(columns, rows)}
    on conflict (resource_id, ${raw(key)}) do ${
      rest.length === 0 ? sql`nothing` : sql`update set ${raw(rest.map((name) => `${name} = excluded.${name}`))}`
    }`;
}

function remove(t: Tables, { table, columns, key, rows }: List): RawBuilder<object> {
  return sql<object>`delete from ${t}.${sql.raw(table)} gone using changed where gone.resource_id = changed.id
    and not exists (select from ${incoming(columns, rows)}
      where (${raw(key.map((name) => `gone.${name}`))}) is not distinct from (${raw(key.map((name) => `incoming.${name}`))}))`;
}

function incoming(columns: Record<string, string>, rows: object[]): RawBuilder<unknown> {
  const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return sql`jsonb_to_recordset(${jsonb(rows)}) incoming (${raw(definition)})`;
}

function raw(parts: string[]): RawBuilder<unknown> {
  return sql.raw(parts.join(', '));
}

/** The state a resource begins with. */
export function firstStatus(t: Tables, statement: Changing, now: Date, personId: string): Changing {
  return statement.with('status', () =>
    part(sql`insert into ${t}.resource_status (resource_id, since, state, set_by)
    select changed.id, ${now}::timestamptz, 'in_service', ${personId}::uuid from changed`),
  );
}
