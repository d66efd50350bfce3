import { sql } from 'kysely';
import { schema, type Merger } from './merger.ts';

/** The successor is a member in the other's place, in the weightier of both roles; goals, contacts and wishes go on with it. */
export async function takeOverPartnerships(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, today, fromName, intoName, scope } = merger;
  const { db } = scope;
  await sql`insert into ${t}.partnership_member as m (partnership_id, organisation_id, role, joined_on)
    select partnership_id, ${into}::uuid, role, ${today}::date from ${t}.partnership_member
    where organisation_id = ${from} and left_on is null
    on conflict (partnership_id, organisation_id) do update set left_on = null,
      joined_on = case when m.left_on is null then m.joined_on else excluded.joined_on end,
      role = case when m.left_on is null and ${rank(`m.role`)} <= ${rank(`excluded.role`)} then m.role else excluded.role end`.execute(
    db,
  );
  await sql`update ${t}.partnership_goal set owner_id = ${into}, version = version + 1
    where owner_id = ${from} and reached_on is null`.execute(db);
  await sql`delete from ${t}.partnership_person named using ${t}.partnership_person other
    where named.organisation_id = ${from} and other.organisation_id = ${into} and other.partnership_id = named.partnership_id
      and other.person_id = named.person_id and other.group_id is not distinct from named.group_id`.execute(db);
  await sql`update ${t}.partnership_person set organisation_id = ${into} where organisation_id = ${from} and exists (
    select from ${t}.partnership_member m where m.partnership_id = partnership_person.partnership_id
      and m.organisation_id = ${into} and m.left_on is null)`.execute(db);
  await sql`update ${t}.partnership_member set left_on = greatest(joined_on, ${today}::date)
    where organisation_id = ${from} and left_on is null`.execute(db);
  await answerRequests(merger, `${fromName} → ${intoName}`);
  await sql`insert into ${t}.organisation_interest (id, organisation_id, direction, field_code, offer_kind, note, position, declared_at)
    select gen_random_uuid(), ${into}::uuid, direction, field_code, offer_kind, note, 1000 + position, declared_at
    from ${t}.organisation_interest one where organisation_id = ${from} and not exists (
      select from ${t}.organisation_interest other where other.organisation_id = ${into} and other.direction = one.direction
        and other.field_code = one.field_code and other.offer_kind is not distinct from one.offer_kind)`.execute(db);
  await sql`delete from ${t}.organisation_interest where organisation_id = ${from}`.execute(db);
}

/** Requests to join go on for the successor, unless it is a member or is asked itself; those are answered. */
async function answerRequests(merger: Merger, answer: string): Promise<void> {
  const t = schema(merger);
  const { from, into, scope } = merger;
  await sql`update ${t}.partnership_request request set state = 'declined', answered_at = ${scope.clock.now()}, answer = ${answer},
      version = request.version + 1
    where request.organisation_id = ${from} and request.state = 'open' and (
      exists (select from ${t}.partnership_member m where m.partnership_id = request.partnership_id
        and m.organisation_id = ${into} and m.left_on is null)
      or exists (select from ${t}.partnership_request other where other.partnership_id = request.partnership_id
        and other.organisation_id = ${into} and other.state = 'open'))`.execute(scope.db);
  await sql`update ${t}.partnership_request set organisation_id = ${into}, version = version + 1
    where organisation_id = ${from} and state = 'open'`.execute(scope.db);
}

/** The weightiest role has the lowest number. */
function rank(role: string) {
  return sql`array_position(array['lead', 'funder', 'partner', 'associated', 'observer'], ${sql.raw(role)})`;
}
