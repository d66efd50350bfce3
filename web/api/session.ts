import type { MembershipView, SessionView } from '@collegium/contract/session';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { queryClient } from './query-client.ts';

/** The session of somebody who is signed in and belongs to this network. */
export interface Session extends SessionView {
  person: NonNullable<SessionView['person']>;
  /** On whose behalf the reader acts now. */
  acting: MembershipView;
}

/** Who is signed in, for whom they act, what their role may do and what waits for them. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
});

declare global {
  /** The answer to `/session` for which `public/first-paint.js` asked before anything else was there. */
  var collegiumSession: Promise<Response> | undefined;
}

/** Takes the early answer once, when it is a good one; otherwise asks (again), so that a refusal is told in the usual words. */
async function readSession(signal: AbortSignal): Promise<SessionView> {
  const early = globalThis.collegiumSession;
  globalThis.collegiumSession = undefined;
  const answer = await early?.catch(() => undefined);
  if (answer?.ok) return (await answer.json()) as SessionView;
  return api.get<SessionView>('/session', { signal });
}

/** The session on pages below `memberRoute`, where somebody is always signed in. */
export function useSession(): Session {
  const session = useSessionOrNull();
  if (!session) throw new Error('This page is for members; register it below memberRoute');
  return session;
}

/** The session on pages that visitors may read too; null for a visitor. */
export function useSessionOrNull(): Session | null {
  return asMember(useQuery(sessionQuery).data);
}

/** The network whose pages these are; undefined until the session has been read. */
export function useNetwork(): SessionView['network'] | undefined {
  return useQuery(sessionQuery).data?.network;
}

/** A session as a member's; null for somebody signed out or without a membership in this network. */
export function asMember(view: SessionView | undefined): Session | null {
  const { person, memberships = [], actingMembershipId } = view ?? {};
  const acting = memberships.find(({ id }) => id === actingMembershipId) ?? memberships[0];
  return view && person && acting ? { ...view, person, acting } : null;
}

/** Acts on behalf of another organisation from now on. Everything read so far is forgotten, since it was read for the other. */
export async function actAs(membershipId: string): Promise<void> {
  await api.post('/session/acting-as', { membershipId });
  await queryClient.resetQueries();
}
