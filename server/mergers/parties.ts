import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { recordEvent } from '../platform/audit/change.ts';
import { renamed, schema, type Merger } from './merger.ts';

const open = [...agreementMachine.groups.open];
const bound = [...agreementMachine.groups.bound];
const frozen = [...versionMachine.groups.open].filter((state) => state !== versionMachine.initial);

/**
 * The successor is a party in the other's place, bound from today where that one was: a merger passes on rights and duties,
 * nobody signs again. What is in force keeps its text and its signatures, with the old name. What is negotiated cannot be
 * signed by somebody who is no more: a version under review or being signed is replaced by a draft that names the successor.
 */
export async function takeOverAgreements(merger: Merger): Promise<void> {
  await replaceParty(merger);
  await moveRequests(merger);
  await renameDrafts(merger);
  await beginAnew(merger);
  await endThoseOfOne(merger);
  await readTheOld(merger);
  await tell(merger);
}

async function replaceParty(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, today, scope } = merger;
  await sql`insert into ${t}.agreement_party as mine
      (agreement_id, organisation_id, position, role, chain, responsible_id, joined_on)
    select p.agreement_id, ${into}::uuid, p.position, p.role, p.chain, p.responsible_id,
      case when p.joined_on is not null then greatest(p.joined_on, ${today}::date) end
    from ${t}.agreement_party p join ${t}.agreement a on a.id = p.agreement_id
    where p.organisation_id = ${from} and p.left_on is null and a.state = any(${open})
    on conflict (agreement_id, organisation_id) do update set left_on = null,
      joined_on = case when mine.left_on is null and mine.joined_on is not null then mine.joined_on else excluded.joined_on end,
      role = case when 'lead' in (mine.role, excluded.role) then 'lead' else 'party' end`.execute(scope.db);
  await sql`insert into ${t}.agreement_reviewer (agreement_id, organisation_id, step, person_id)
    select r.agreement_id, ${into}::uuid, r.step, r.person_id
    from ${t}.agreement_reviewer r join ${t}.agreement_party p using (agreement_id, organisation_id)
    join ${t}.agreement a on a.id = r.agreement_id
    where r.organisation_id = ${from} and p.left_on is null and a.state = any(${open})
    on conflict (agreement_id, organisation_id, step) do nothing`.execute(scope.db);
  await sql`update ${t}.agreement_party p set left_on = greatest(p.joined_on, ${today}::date)
    from ${t}.agreement a where a.id = p.agreement_id and p.organisation_id = ${from} and p.left_on is null
      and a.state = any(${open})`.execute(scope.db);
}

/** What was asked for goes on in the successor's name; what makes no sense any more is taken back. */
async function moveRequests(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, scope } = merger;
  await sql`update ${t}.agreement_request r set state = 'recalled'
    where r.state in ('open', 'agreed') and (r.organisation_id = ${from} or r.asked_for = ${from}) and (
      exists (select from ${t}.agreement_request other where other.agreement_id = r.agreement_id and other.kind = r.kind
        and other.organisation_id = ${into} and other.state in ('open', 'agreed'))
      or (r.organisation_id = ${from} and r.kind in ('accession', 'withdrawal') and exists (select from ${t}.agreement_party p
        where p.agreement_id = r.agreement_id and p.organisation_id = ${into} and p.left_on is null)))`.execute(
    scope.db,
  );
  for (const column of ['organisation_id', 'asked_for'])
    await sql`update ${t}.agreement_request set ${sql.raw(column)} = ${into}
      where state in ('open', 'agreed') and ${sql.raw(column)} = ${from}`.execute(scope.db);
}

async function renameDrafts(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, scope } = merger;
  await sql`update ${t}.draft_clause c set body = ${renamed('c.body', merger)}, version = c.version + 1
    from ${t}.agreement_version v where v.id = c.agreement_version_id and v.state = ${versionMachine.initial}
      and c.body::text like ${`%${from}%`}`.execute(scope.db);
}

/** Versions that name the organisation and are not signed by all are closed; a draft with the successor's name follows. */
async function beginAnew(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, fromName, intoName, scope } = merger;
  const now = scope.clock.now();
  const { rows } = await sql<{ id: string; agreement_id: string }>`
    update ${t}.agreement_version v set state = 'superseded', closed_at = ${now},
      close_reason = ${`${fromName} → ${intoName}`}, version = v.version + 1
    from ${t}.agreement_party p where p.agreement_id = v.agreement_id and p.organisation_id = ${into} and p.left_on is null
      and v.state = any(${frozen}) and v.content -> 'parties' @> jsonb_build_array(jsonb_build_object('organisationId', ${from}::text))
    returning v.id, v.agreement_id`.execute(scope.db);
  const closed = rows.map(({ id }) => id);
  if (closed.length === 0) return;
  await sql`with started as (
      insert into ${t}.agreement_version (id, agreement_id, number, based_on, state, terms, created_at)
      select gen_random_uuid(), v.agreement_id, (select max(number) from ${t}.agreement_version where agreement_id = v.agreement_id) + 1,
        v.number, ${versionMachine.initial}, v.terms, ${now}::timestamptz
      from ${t}.agreement_version v where v.id = any(${closed}::uuid[]) returning id, agreement_id, based_on)
    insert into ${t}.draft_clause (id, agreement_version_id, clause_key, position, body, changed_at)
    select gen_random_uuid(), started.id, clause.body ->> 'key', clause.place * 1000, ${renamed('clause.body', merger)}, ${now}::timestamptz
    from started join ${t}.agreement_version v on v.agreement_id = started.agreement_id and v.number = started.based_on
    cross join lateral jsonb_array_elements(v.content -> 'clauses') with ordinality as clause (body, place)`.execute(
    scope.db,
  );
}

/** Whose parties became one organisation is an agreement no more. */
async function endThoseOfOne(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { into, fromName, intoName, scope } = merger;
  const now = scope.clock.now();
  const reason = `${fromName} → ${intoName}`;
  const { rows } = await sql<{ id: string; state: string }>`
    update ${t}.agreement a set state = case when a.state = any(${bound}) then 'terminated' else 'abandoned' end,
      ended_at = ${now}, end_reason = ${reason}, version = a.version + 1
    where a.state = any(${open})
      and exists (select from ${t}.agreement_party p where p.agreement_id = a.id and p.organisation_id = ${into} and p.left_on is null)
      and not exists (select from ${t}.agreement_party p where p.agreement_id = a.id and p.organisation_id <> ${into} and p.left_on is null)
    returning a.id, a.state`.execute(scope.db);
  for (const { id, state } of rows) {
    await sql`update ${t}.agreement_version set state = 'abandoned', closed_at = ${now}, close_reason = ${reason}
      where agreement_id = ${id} and state = any(${[...versionMachine.groups.open]})`.execute(scope.db);
    await recordEvent(scope, { action: `agreement.${state}`, objectType: 'agreement', objectId: id, reason });
  }
}

/** Agreements that ended before stay readable: the successor stands beside, as one that was never bound. */
async function readTheOld(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, today, scope } = merger;
  await sql`insert into ${t}.agreement_party (agreement_id, organisation_id, position, chain, left_on)
    select agreement_id, ${into}::uuid, position, chain, ${today}::date from ${t}.agreement_party
    where organisation_id = ${from} on conflict (agreement_id, organisation_id) do nothing`.execute(scope.db);
}

/** Each agreement has it in its history. */
async function tell(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, fromName, intoName, scope } = merger;
  const { rows } = await sql<{ id: string }>`select a.id from ${t}.agreement a
    join ${t}.agreement_party gone on gone.agreement_id = a.id and gone.organisation_id = ${from}
    join ${t}.agreement_party here on here.agreement_id = a.id and here.organisation_id = ${into} and here.left_on is null
    where a.state = any(${open})`.execute(scope.db);
  for (const { id } of rows)
    await recordEvent(scope, {
      action: 'agreement.party_merged',
      objectType: 'agreement',
      objectId: id,
      reason: `${fromName} → ${intoName}`,
      details: { organisationId: from, intoId: into },
    });
}
