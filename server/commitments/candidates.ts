import { sql } from 'kysely';
import { among, benefits, open, promises, type Part, type Sql } from './promised.ts';
import { bookedHours, hoursSetAside } from './resource-hours.ts';

/**
 * Everything that commitments count, measure by measure, as rows (commitment_id, source, source_id, counted_on, amount,
 * base, due_on). `t` is the schema of the network, `day` today in UTC. When the part is `sources`, the statement around it
 * has a CTE `affected (id)`, else `promisesTowards`.
 */
export function candidates(t: Sql, part: Part, day: string): Sql {
  return sql.join(
    [
      offers(t, part),
      received(t, part),
      sent(t, part),
      courses(t, part),
      mentors(t, part),
      answers(t, part, day),
      bookedHours(t, part),
      hoursSetAside(t, part),
      records(t, part),
    ],
    sql` union all `,
  );
}

function offers(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'offer', o.id, coalesce(o.starts_on, (o.published_at at time zone 'UTC')::date), o.places::numeric, 0::numeric, null::date
    from ${promises(t, part)} c join ${t}.offer o on o.organisation_id = c.promiser_id
    where c.measure = 'places_offered' and o.state = 'published' and ${open} and ${among(part, 'o.id')}
      and ${underAgreement} and ${narrowed(sql`o.level`, sql`o.field_code`)}
      and (o.audience in ('network', 'agreement') or (o.audience = 'partners' and exists (
        select from ${t}.partnership_member ours join ${t}.partnership_member theirs using (partnership_id)
        where ours.organisation_id = c.promiser_id and ours.left_on is null and theirs.left_on is null
          and ${benefits(t, part, sql`theirs.organisation_id`)})))`;
}

/** What the promiser gives: places filled, learners received, and the plus side of a balance. */
function received(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'participation', pt.id,
      case when c.measure = 'places_filled' then coalesce(o.starts_on, (pt.created_at at time zone 'UTC')::date) else ${begun} end,
      case when c.measure = 'exchange_balance' then ${weight} else 1 end, 0, null
    from ${t}.participation pt join ${promises(t, part)} c on c.promiser_id = pt.provider_organisation_id ${taken(t)}
    where c.measure in ('places_filled', 'learners_received', 'exchange_balance') and ${open} and ${among(part, 'pt.id')}
      and case when c.measure = 'places_filled' then pt.state <> 'cancelled' else ${begun} is not null end
      and ${benefits(t, part, sql`pt.home_organisation_id`)} and ${underAgreement} and ${narrowedByLearner}`;
}

/** What the promiser takes: learners sent, and the minus side of a balance. */
function sent(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'participation', pt.id, ${begun}, case when c.measure = 'exchange_balance' then -${weight} else 1 end, 0, null
    from ${t}.participation pt join ${promises(t, part)} c on c.promiser_id = pt.home_organisation_id ${taken(t)}
    where c.measure in ('learners_sent', 'exchange_balance') and ${open} and ${among(part, 'pt.id')}
      and ${begun} is not null and ${benefits(t, part, sql`pt.provider_organisation_id`)} and ${underAgreement} and ${narrowedByLearner}`;
}

function courses(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'course', o.id, min(${begun}), coalesce(
        (select round(sum(extract(epoch from s.ends_at - s.starts_at)) / 3600, 2) from ${t}.session s where s.offer_id = o.id), o.hours, 0), 0, null
    from ${t}.participation pt join ${promises(t, part)} c on c.promiser_id = pt.provider_organisation_id ${taken(t)}
    where c.measure = 'hours_taught' and o.kind = 'course' and ${open} and ${among(part, 'o.id')}
      and ${begun} is not null and ${benefits(t, part, sql`pt.home_organisation_id`)} and ${underAgreement}
      and ${narrowed(sql`o.level`, sql`o.field_code`)}
    group by c.id, o.id`;
}

function mentors(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'mentor', pl.provider_supervisor_id, (pl.agreed_at at time zone 'UTC')::date, 1, 0, null
    from ${t}.plan pl join ${t}.participation pt on pt.id = pl.participation_id
    join ${promises(t, part)} c on c.promiser_id = pt.provider_organisation_id ${taken(t)}
    where c.measure = 'mentors_provided' and pl.agreed_at is not null and pl.provider_supervisor_id is not null
      and ${open} and ${among(part, 'pl.provider_supervisor_id')}
      and ${benefits(t, part, sql`pt.home_organisation_id`)} and ${underAgreement} and ${narrowedByLearner}`;
}

/** Plans proposed to the promiser: right when approved in time, counted once answered or once the time is over. */
function answers(t: Sql, part: Part, day: string): Sql {
  return sql`
    select c.id, 'answer', pl.id, asked.on_day,
      case when answered.on_day <= asked.due_day then 1 else 0 end,
      case when answered.on_day is not null or asked.due_day < ${day}::date then 1 else 0 end,
      case when answered.on_day is null and asked.due_day >= ${day}::date then asked.due_day end
    from ${t}.plan pl join ${t}.participation pt on pt.id = pl.participation_id
    join ${promises(t, part)} c on c.promiser_id = pt.provider_organisation_id ${taken(t)}
    cross join lateral (select (pl.created_at at time zone 'UTC')::date as on_day) asked_on
    cross join lateral (select asked_on.on_day, ${workingDaysAfter(sql`asked_on.on_day`, sql`c.answer_days`)} as due_day) asked
    left join lateral (select (a.approved_at at time zone 'UTC')::date as on_day, a.approved_at from ${t}.plan_approval a
      where a.plan_id = pl.id and a.party = 'provider') answered on true
    where c.measure = 'answers_within_days' and ${open} and ${among(part, 'pl.id')}
      and answered.approved_at is distinct from pl.created_at
      and (answered.on_day is not null or (pt.state <> 'cancelled' and not exists (
        select from ${t}.plan newer where newer.participation_id = pl.participation_id and newer.number > pl.number)))
      and ${benefits(t, part, sql`pt.home_organisation_id`)} and ${underAgreement} and ${narrowedByLearner}`;
}

function records(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'record', ct.id, ct.done_on, ct.amount, 0, null
    from ${t}.contribution ct join ${promises(t, part)} c on c.id = ct.commitment_id
    where ct.withdrawn_at is null and (c.measure <> 'attested' or ct.countersigned_at is not null)
      and ${open} and ${among(part, 'ct.id')}`;
}

/** The n-th working day, Monday to Friday, after a day; a weekend counts as the Friday before it. */
function workingDaysAfter(day: Sql, n: Sql): Sql {
  const workday = sql`(${day} - greatest(extract(isodow from ${day})::int - 5, 0))`;
  return sql`${workday} + ${n} + 2 * ((extract(isodow from ${workday})::int - 1 + ${n}) / 5)`;
}

const taken = (t: Sql) =>
  sql`join ${t}.offer o on o.id = pt.offer_id left join ${t}.learner_profile lp on lp.person_id = pt.person_id`;

/** The day on which a participation began; null as long as it has not. */
const begun = sql`(coalesce(pt.started_at, case when pt.state = 'completed' then pt.ended_at end) at time zone 'UTC')::date`;
const weight = sql`coalesce((c.weights ->> coalesce(o.level, lp.level))::numeric, 1)`;
const underAgreement = sql`(o.agreement_id = c.agreement_id or (o.agreement_id is null and not c.is_under_agreement))`;
const narrowedByLearner = narrowed(sql`coalesce(o.level, lp.level)`, sql`coalesce(o.field_code, lp.field_code)`);

function narrowed(level: Sql, field: Sql): Sql {
  return sql`(c.kind is null or o.kind = c.kind) and (c.level is null or ${level} = c.level)
    and (c.field_code is null or ${field} like c.field_code || '%')`;
}
