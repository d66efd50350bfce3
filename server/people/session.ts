import { permissions, roleHas, type Permission } from '@collegium/contract/permissions.ts';
import type { SessionView } from '@collegium/contract/session.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { chooseMembership, findSession } from './queries.ts';

/** Who is signed in, on behalf of whom, and what the role may do. */
export async function readSession(scope: Scope): Promise<SessionView> {
  const { actor, network } = scope;
  const row = actor.personId === null ? undefined : await findSession(scope.db, actor.personId, scope.clock.now());
  return {
    network: { slug: network.slug, name: network.name, isSample: network.isSample },
    person: row
      ? { id: row.id, name: row.name, email: row.email, language: row.language, timeZone: row.time_zone }
      : null,
    memberships: row?.memberships.map(presentMembership) ?? [],
    actingMembershipId: actor.membershipId,
    permissions: (Object.keys(permissions) as Permission[]).filter((permission) => roleHas(actor.role, permission)),
    counts: { unreadNotifications: row?.unread ?? 0 },
  };
}

/** Acts on behalf of another of one's memberships from now on. Throws membership.not_found. */
export async function actOnBehalfOf(scope: MemberScope, membershipId: string): Promise<void> {
  const isOwn = await chooseMembership(scope.db, scope.actor.personId, membershipId, scope.clock.now());
  if (!isOwn) throw new Problem('membership.not_found');
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

function presentMembership(row: SessionRow['memberships'][number]): SessionView['memberships'][number] {
  return {
    id: row.id,
    role: row.role,
    organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark, kind: row.kind },
  };
}
