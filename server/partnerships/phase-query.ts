import { dormantBefore, type PartnershipPhase } from '@collegium/contract/partnerships/phase.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

/** The SQL twin of `phaseOf` on the columns of `partnership`, for lists: how far it is on a day follows from facts. */
export function phaseOn(today: string): RawBuilder<PartnershipPhase> {
  const last = sql`greatest(${lastPlaceMonth()}, ${lastAgreementOn()})`;
  return sql<PartnershipPhase>`(case
    when partnership.ended_on <= ${today}::date then 'ended'
    when (${membersCounted()}) >= 2 and (${membersCounted().where('counted.left_on', 'is', null)}) < 2 then 'ended'
    when ${last} >= ${dormantBefore(today)}::date then 'active'
    when exists (${agreementsIn([agreementMachine.initial])}) then 'forming'
    when ${last} is not null or exists (${agreementsIn([...agreementMachine.groups.bound])}) then 'dormant'
    when exists (${goals()}) then 'forming'
    else 'exploring' end)`;
}

const from = () => expressionBuilder<Tables, 'partnership'>();

/** The first day of the last month in which a place was taken up between members. */
export function lastPlaceMonth() {
  return from()
    .selectFrom('cooperation_flow as flow')
    .innerJoin('partnership_member as gives', 'gives.organisation_id', 'flow.provider_id')
    .innerJoin('partnership_member as takes', 'takes.organisation_id', 'flow.home_id')
    .select((eb) => eb.fn.max('flow.month').as('month'))
    .whereRef('gives.partnership_id', '=', 'partnership.id')
    .whereRef('takes.partnership_id', '=', 'partnership.id')
    .where('flow.places', '>', 0);
}

function lastAgreementOn() {
  return from()
    .selectFrom('agreement as entered')
    .select(sql<string>`max((entered.entered_into_force_at at time zone 'UTC')::date)`.as('day'))
    .whereRef('entered.partnership_id', '=', 'partnership.id');
}

/** Of today and before. */
function membersCounted() {
  return from()
    .selectFrom('partnership_member as counted')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .whereRef('counted.partnership_id', '=', 'partnership.id');
}

function agreementsIn(states: (typeof agreementMachine.groups.bound)[number][]) {
  return from()
    .selectFrom('agreement as standing')
    .select('standing.id')
    .whereRef('standing.partnership_id', '=', 'partnership.id')
    .where('standing.state', 'in', states);
}

function goals() {
  return from()
    .selectFrom('partnership_goal as goal')
    .select('goal.id')
    .whereRef('goal.partnership_id', '=', 'partnership.id');
}
