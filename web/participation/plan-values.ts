import type { PlanInput } from '@collegium/contract/participation/plans';
import type { ParticipationView } from '@collegium/contract/participation/views';
import type { Party } from '@collegium/contract/participation';

/** What stands in the fields of a proposal. `key` keeps a goal’s field while others come and go. */
export interface PlanValues extends Record<string, unknown> {
  goals: { key: string; id?: string; text: string }[];
  tasks: string;
  startsOn: string;
  endsOn: string;
  hours: number | string;
  providerSupervisorId: string | null;
  homeSupervisorId: string | null;
  approveAs: Party[];
}

/** A proposal begins with the latest version, or with what the offer says. */
export function planValues(view: ParticipationView): PlanValues {
  const latest = view.plans[0];
  return {
    goals: latest ? latest.goals.map((goal) => ({ key: goal.id, ...goal })) : [{ key: 'first', text: '' }],
    tasks: latest?.tasks ?? '',
    startsOn: latest?.startsOn ?? view.startsOn ?? '',
    endsOn: latest?.endsOn ?? view.endsOn ?? '',
    hours: latest?.hours ?? '',
    providerSupervisorId: latest?.providerSupervisor?.id ?? null,
    homeSupervisorId: latest?.homeSupervisor?.id ?? null,
    approveAs: [...view.myParties],
  };
}

/** What is sent; goals left empty are left out. */
export function toPlanInput(values: PlanValues): PlanInput {
  return {
    goals: values.goals
      .filter((goal) => goal.text.trim() !== '')
      .map(({ id, text }) => ({ ...(id !== undefined && { id }), text: text.trim() })),
    tasks: values.tasks,
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    hours: Number(values.hours),
    providerSupervisorId: values.providerSupervisorId,
    homeSupervisorId: values.homeSupervisorId,
    approveAs: values.approveAs,
  };
}
