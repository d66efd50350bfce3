import type { SessionView } from '@collegium/contract/session';
import { expect, test } from 'vitest';
import { asMember } from './session.ts';

const northwater = membership('1', 'Northwater University');
const vantera = membership('2', 'Vantera Energy');

test('nobody signed in is a visitor', () => {
  expect(asMember(session({ person: null, memberships: [] }))).toBeNull();
  expect(asMember(undefined)).toBeNull();
});

test('an account without a membership in this network is a visitor here', () => {
  expect(asMember(session({ memberships: [] }))).toBeNull();
});

test('a member acts for the chosen organisation', () => {
  expect(asMember(session({ actingMembershipId: '2' }))?.acting).toBe(vantera);
});

test('before anything is chosen, and when the chosen membership has ended, the first one acts', () => {
  expect(asMember(session({ actingMembershipId: null }))?.acting).toBe(northwater);
  expect(asMember(session({ actingMembershipId: 'ended' }))?.acting).toBe(northwater);
});

function membership(id: string, name: string): SessionView['memberships'][number] {
  return { id, role: 'coordinator', organisation: { id, name, shortMark: name.slice(0, 2), kind: 'university' } };
}

function session(change: Partial<SessionView>): SessionView {
  return {
    network: { slug: 'sample', name: 'Sample', isSample: true },
    person: { id: '9', name: 'Marit de Vries', email: null, language: 'en', timeZone: 'Europe/Amsterdam' },
    memberships: [northwater, vantera],
    actingMembershipId: null,
    permissions: [],
    counts: { unreadNotifications: 0 },
    ...change,
  };
}
