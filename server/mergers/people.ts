import { sql } from 'kysely';
import { schema, unitAtSuccessor, type Merger } from './merger.ts';

/** The units stand below the successor in one that is called as the organisation was. */
export async function takeOverUnits(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, fromName, scope } = merger;
  const top = unitAtSuccessor(`'${from}'`, merger);
  const at = scope.clock.now();
  await sql`insert into ${t}.unit (id, organisation_id, name, created_at)
    values (${top}, ${into}, ${fromName}, ${at}) on conflict (id) do nothing`.execute(scope.db);
  // First all of them below the top, then each below its own parent: no order of rows is needed.
  await sql`insert into ${t}.unit (id, organisation_id, parent_id, name, created_at, archived_at)
    select ${unitAtSuccessor('u.id', merger)}, ${into}::uuid, ${top}, u.name, ${at}::timestamptz, u.archived_at
    from ${t}.unit u where u.organisation_id = ${from} on conflict (id) do nothing`.execute(scope.db);
  await sql`update ${t}.unit moved set parent_id = ${unitAtSuccessor('u.parent_id', merger)}
    from ${t}.unit u where u.organisation_id = ${from} and u.parent_id is not null and moved.id = ${unitAtSuccessor('u.id', merger)}`.execute(
    scope.db,
  );
}

/**
 * Current memberships go on at the successor, so that what refers to them (tokens, applications, bookings) still finds them;
 * that they were at the other organisation until today is kept beside. Who is both already is so once.
 */
export async function takeOverMemberships(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, today, scope } = merger;
  const current = sql`m.organisation_id = ${from} and (m.ended_on is null or m.ended_on > ${today}::date)`;
  const twin = sql`exists (select from ${t}.membership other where other.person_id = m.person_id and other.role = m.role
    and other.organisation_id = ${into} and other.ended_on is null)`;
  await sql`update ${t}.person p set acting_membership_id = other.id
    from ${t}.membership m join ${t}.membership other on other.person_id = m.person_id and other.role = m.role
      and other.organisation_id = ${into} and other.ended_on is null
    where p.acting_membership_id = m.id and ${current}`.execute(scope.db);
  await sql`update ${t}.membership m set ended_on = greatest(m.started_on, ${today}::date), version = m.version + 1
    where ${current} and ${twin}`.execute(scope.db);
  await sql`insert into ${t}.membership (id, person_id, organisation_id, unit_id, role, started_on, ended_on, evidence, created_at, created_by)
    select gen_random_uuid(), m.person_id, m.organisation_id, m.unit_id, m.role, m.started_on,
      greatest(m.started_on, ${today}::date), m.evidence, m.created_at, m.created_by
    from ${t}.membership m where ${current} and not ${twin} and m.ended_on is null`.execute(scope.db);
  await sql`update ${t}.membership m set organisation_id = ${into}, version = m.version + 1,
      unit_id = ${unitAtSuccessor('m.unit_id', merger)}, started_on = greatest(m.started_on, ${today}::date)
    where ${current} and not ${twin} and m.ended_on is null`.execute(scope.db);
}
