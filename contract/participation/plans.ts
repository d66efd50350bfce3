import { Type, type Static } from 'typebox';
import { parties, PlanGoal } from '../participation.ts';
import { Day, Id, Instant, Nullable, OneOf } from '../schema.ts';

/** A person as other pages name them. */
export const PersonName = Type.Object({ id: Id, name: Type.String() });
export type PersonName = Static<typeof PersonName>;

const Approvals = Type.Array(OneOf(parties), { maxItems: 3, uniqueItems: true });

/**
 * A proposed version of a plan. A goal keeps its `id` from version to version; a new one needs none.
 * `approveAs` names the parties for which the proposer agrees at once.
 */
export const PlanInput = Type.Object({
  goals: Type.Array(
    Type.Object({
      id: Type.Optional(PlanGoal.properties.id),
      text: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' }),
    }),
    { minItems: 1, maxItems: 50 },
  ),
  tasks: Type.String({ maxLength: 10_000 }),
  startsOn: Day,
  endsOn: Day,
  hours: Type.Number({ exclusiveMinimum: 0, maximum: 20_000 }),
  providerSupervisorId: Type.Optional(Nullable(Id)),
  homeSupervisorId: Type.Optional(Nullable(Id)),
  approveAs: Type.Optional(Approvals),
});
export type PlanInput = Static<typeof PlanInput>;

/** For which of one's parties a version is approved: one for most people, two for somebody of both organisations. */
export const ApprovalInput = Type.Object({
  as: Type.Array(OneOf(parties), { minItems: 1, maxItems: 2, uniqueItems: true }),
});
export type ApprovalInput = Static<typeof ApprovalInput>;

/** One immutable version of a plan; `createdBy` is null when it was made from the offer. */
export const PlanView = Type.Object({
  number: Type.Integer(),
  goals: Type.Array(PlanGoal),
  tasks: Type.String(),
  startsOn: Day,
  endsOn: Day,
  hours: Type.Number(),
  providerSupervisor: Nullable(PersonName),
  homeSupervisor: Nullable(PersonName),
  createdAt: Instant,
  createdBy: Nullable(PersonName),
  agreedAt: Nullable(Instant),
  approvals: Type.Array(
    Type.Object({ party: OneOf(parties), person: PersonName, organisation: Type.String(), approvedAt: Instant }),
  ),
});
export type PlanView = Static<typeof PlanView>;

/** Who may supervise: staff of either organisation, by name. */
export const SupervisorQuery = Type.Object({
  party: OneOf(['provider', 'home']),
  words: Type.Optional(Type.String({ maxLength: 200 })),
});
export type SupervisorQuery = Static<typeof SupervisorQuery>;
export const SupervisorList = Type.Object({ items: Type.Array(PersonName) });
export type SupervisorList = Static<typeof SupervisorList>;
