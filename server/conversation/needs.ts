import type { NeedKind } from '@collegium/contract/need-kinds.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import type { Role } from '@collegium/contract/roles.ts';
import { sql, type RawBuilder } from 'kysely';
import { schemaOf, type Database } from '../platform/database/database.ts';
import type { Member } from '../platform/scope.ts';
import { agreementNeeds, promiseNeeds } from './needs/agreements.ts';
import { bookingDecisionNeeds, holderNeeds } from './needs/bookings.ts';
import { coordinatorNeeds } from './needs/coordinator.ts';
import { homeNeeds } from './needs/home.ts';
import { learnerNeeds } from './needs/learner.ts';
import { partnershipNeeds } from './needs/partnerships.ts';
import { providerNeeds } from './needs/provider.ts';
import { signatoryNeeds, signingNeeds } from './needs/signing.ts';

export interface NeedRow {
  kind: NeedKind;
  title: LocalisedText;
  concerns: string | null;
  short_mark: string;
  due_at: Date | null;
  count: number;
  path: string;
}

/** What needs are asked about: tables as `${tables}.offer`, the one who asks, and the time. */
export interface Asking {
  tables: RawBuilder<unknown>;
  actor: Member;
  now: Date;
}

const mostNeeds = 60;

/** Everything that waits for the actor, the most urgent first, in one round trip. Worst case: a few index scans per kind of need. */
export async function listNeeds(db: Database, slug: string, actor: Member, now: Date): Promise<NeedRow[]> {
  const asking = { tables: sql.raw(schemaOf(slug)), actor, now };
  const parts = needsOfRole(asking);
  if (parts.length === 0) return [];
  const { rows } = await sql<NeedRow>`
    select * from (${sql.join(parts, sql` union all `)}) need (kind, title, concerns, short_mark, due_at, count, path)
    order by due_at nulls last, kind, path limit ${mostNeeds}`.execute(db);
  return rows;
}

/** What a role may be asked for in the pipeline, then what any role with the permission may be asked for across it. */
function needsOfRole(asking: Asking): RawBuilder<unknown>[] {
  const { role } = asking.actor;
  const across = (permission: Permission, needs: (asking: Asking) => RawBuilder<unknown>[]) =>
    roleHas(role, permission) ? needs(asking) : [];
  return [
    ...pipelineNeeds[role].flatMap((needs) => needs(asking)),
    ...across('agreement:approve', agreementNeeds),
    ...across('commitment:dispute', promiseNeeds),
    ...across('partnership:change', partnershipNeeds),
    ...across('booking:decide', bookingDecisionNeeds),
    ...across('booking:change', holderNeeds),
  ];
}

const pipelineNeeds: Record<Role, ((asking: Asking) => RawBuilder<unknown>[])[]> = {
  learner: [learnerNeeds],
  coordinator: [coordinatorNeeds, providerNeeds, homeNeeds, signatoryNeeds, signingNeeds],
  organisation_administrator: [providerNeeds, homeNeeds, signatoryNeeds, signingNeeds],
  teacher: [providerNeeds, homeNeeds, signatoryNeeds],
  host_supervisor: [providerNeeds, signatoryNeeds],
  network_administrator: [],
  evaluator: [],
};
