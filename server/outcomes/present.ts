import type { OutcomeListItem, OutcomeView } from '@collegium/contract/outcomes.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { partiesOf } from '../participation/policy.ts';
import type { Actor } from '../platform/scope.ts';
import { outcomeAbilities } from './policy.ts';
import type { OutcomeRow, OutcomeSummaryRow } from './queries.ts';

/** An outcome as lists and transcripts show it. */
export function presentOutcomeSummary(actor: Actor, row: OutcomeSummaryRow): OutcomeListItem {
  return {
    id: row.id,
    participationId: row.participation_id,
    state: row.state,
    offer: { id: row.offer_id, kind: row.offer_kind, title: row.offer_title },
    learner: { id: row.person_id, name: row.learner_name },
    home: { id: row.home_organisation_id, name: row.home_name, shortMark: row.home_mark },
    provider: { id: row.provider_organisation_id, name: row.provider_name, shortMark: row.provider_mark },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    grade: row.grade,
    gradeScale: row.grade_scale,
    creditsEctsProposed: row.credits_ects_proposed,
    creditsEctsRecognised: row.credits_ects_recognised,
    gradeRecognised: row.grade_recognised,
    gradeScaleRecognised: row.grade_scale_recognised,
    assessedAt: row.assessed_at.toISOString(),
    recognisedAt: row.recognised_at?.toISOString() ?? null,
    myParties: partiesOf(actor, row),
    waitsForMe: row.waits_for_me === true,
  };
}

/** An outcome as its page shows it, with what this actor may do next. */
export function presentOutcome(actor: Actor, row: OutcomeRow): OutcomeView {
  const { waitsForMe: _, ...summary } = presentOutcomeSummary(actor, row);
  return {
    ...summary,
    goals: row.goals,
    goalResults: row.goal_results,
    hours: row.hours,
    confirmedMinutes: row.confirmed_minutes ?? 0,
    providerStatement: row.provider_statement,
    assessedBy: row.assessed_by_name,
    learnerStatement: row.learner_statement,
    countersignedAt: row.countersigned_at?.toISOString() ?? null,
    recognisedBy: row.recognised_by_name,
    refusalReason: row.refusal_reason,
    isRunning: !participationMachine.groups.recognisable.includes(row.participation_state),
    version: row.version,
    abilities: outcomeAbilities(actor, row),
  };
}
