import type { ParticipationListItem, ParticipationView } from '@collegium/contract/participation/views.ts';
import type { PlanView } from '@collegium/contract/participation/plans.ts';
import type { Actor } from '../platform/scope.ts';
import { abilitiesOf, isPlanWaiting } from './abilities.ts';
import type { DetailRow } from './detail-query.ts';
import { parseSteps } from './open-steps.ts';
import { paceMinutes } from './pace.ts';
import { partiesOf } from './policy.ts';
import { presentEntry } from './present-entry.ts';
import type { SummaryRow } from './queries.ts';

/** A participation as a list shows it. */
export function presentSummary(actor: Actor, row: SummaryRow): ParticipationListItem {
  return {
    id: row.id,
    state: row.state,
    offer: { id: row.offer_id, kind: row.offer_kind, title: row.offer_title, city: row.offer_city },
    learner: { id: row.person_id, name: row.learner_name },
    home: { id: row.home_organisation_id, name: row.home_name, shortMark: row.home_mark },
    provider: { id: row.provider_organisation_id, name: row.provider_name, shortMark: row.provider_mark },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    plannedMinutes: row.hours === null ? null : Math.round(row.hours * 60),
    minutes: row.minutes,
    outcome: row.outcome_id === null ? null : { id: row.outcome_id, state: row.outcome_state ?? 'assessed' },
    openSteps: parseSteps(row.open_steps),
    myParties: partiesOf(actor, row),
    createdAt: row.created_at.toISOString(),
  };
}

/** A participation as its page shows it, with what this actor may do next. */
export function presentParticipation(actor: Actor, row: DetailRow): ParticipationView {
  const summary = presentSummary(actor, row);
  const inForce = row.plans.find((plan) => plan.number === row.in_force_number);
  const abilities = abilitiesOf(actor, row);
  return {
    ...summary,
    offer: {
      ...summary.offer,
      country: row.offer_country,
      timeZone: row.offer_time_zone,
      creditsEcts: row.offer_credits,
      pay: payOf(row.offer_details),
    },
    today: row.today,
    appliedAt: row.applied_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by_name,
    endReason: row.end_reason,
    plans: row.plans.map(presentPlan),
    planInForce: row.in_force_number,
    planWaiting: isPlanWaiting(row) ? row.latest_number : null,
    journal: {
      minutes: row.minutes,
      confirmedMinutes: row.weeks.reduce((sum, week) => sum + week.confirmed_minutes, 0),
      plannedMinutes: inForce ? Math.round(inForce.hours * 60) : null,
      paceMinutes: inForce ? paceMinutes(inForce.starts_on, inForce.ends_on, inForce.hours, row.today) : null,
      waiting: row.waiting,
      weeks: row.weeks.map((week) => ({
        startsOn: week.starts_on,
        minutes: week.minutes,
        confirmedMinutes: week.confirmed_minutes,
      })),
      latest: row.entries.map((entry) => presentEntry(entry, abilities)),
    },
    outcome: row.outcome && {
      id: row.outcome.id,
      state: row.outcome.state,
      goalResults: row.outcome.goal_results,
      providerStatement: row.outcome.provider_statement,
      assessedBy: row.outcome.assessed_by_name,
      assessedAt: new Date(row.outcome.assessed_at).toISOString(),
      creditsEctsProposed: row.outcome.credits_ects_proposed,
      creditsEctsRecognised: row.outcome.credits_ects_recognised,
    },
    version: row.version,
    abilities,
  };
}

function payOf(details: DetailRow['offer_details']) {
  if (details.kind !== 'internship' || details.payMinorPerMonth === undefined || !details.currency) return null;
  return { minorPerMonth: details.payMinorPerMonth, currency: details.currency };
}

function presentPlan(plan: DetailRow['plans'][number]): PlanView {
  return {
    number: plan.number,
    goals: plan.goals,
    tasks: plan.tasks,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
    hours: plan.hours,
    providerSupervisor: nameOf(plan.host_id, plan.host_name),
    homeSupervisor: nameOf(plan.tutor_id, plan.tutor_name),
    createdAt: new Date(plan.created_at).toISOString(),
    createdBy: nameOf(plan.author_id, plan.author_name),
    agreedAt: plan.agreed_at && new Date(plan.agreed_at).toISOString(),
    approvals: plan.approvals.map((approval) => ({
      party: approval.party,
      person: { id: approval.person_id, name: approval.person_name },
      organisation: approval.organisation_name,
      approvedAt: new Date(approval.approved_at).toISOString(),
    })),
  };
}

function nameOf(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}
