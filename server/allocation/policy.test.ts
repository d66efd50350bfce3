import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '@collegium/contract/roles.ts';
import { roundMachine, type RoundState } from '@collegium/contract/states/round.ts';
import { visitor, type Actor } from '../platform/scope.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestOrganisation } from '../testing/world.ts';
import { canSeeRound, visibleRounds } from './policy.ts';
import { addRound, addRoundOffer, addRoundParties, type RoundParties } from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let uninvolved: TestOrganisation;
let rounds: { id: string; state: RoundState }[];
let invited: Actor;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  uninvolved = await addOrganisation(world.network, 'Jianglan');
  invited = await addMember(world.db, world.network, parties.home, 'learner', 'Ana');
  await addRoundOffer(world, parties.provider, 1);
  rounds = [];
  for (const state of Object.keys(roundMachine.states) as RoundState[]) {
    const { id } = await addRound(world, parties.coordinator);
    await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {});
    await world.request(parties.coordinator, 'POST', `/rounds/${id}/learners`, {});
    const cancelled = state === 'cancelled' ? { cancelled_at: world.clock.at, cancellation_reason: 'Not now' } : {};
    await world.network
      .updateTable('round')
      .set({ state, ...cancelled })
      .where('id', '=', id)
      .execute();
    rounds.push({ id, state });
  }
});
afterAll(() => world.close());

test('the list of rounds holds exactly those that each actor may see, for every role, organisation and state', async () => {
  const actors: Actor[] = [visitor, invited];
  for (const organisation of [parties.home, parties.provider, parties.elsewhere, uninvolved])
    for (const role of roles) actors.push(await addMember(world.db, world.network, organisation, role));
  for (const actor of actors) {
    const expected = rounds.filter(({ state }) =>
      canSeeRound(actor, {
        state,
        organisationId: parties.home.id,
        isInvited: actor === invited,
        invitesOwnLearners: actor.organisationId === parties.home.id,
        hasOwnOffers: actor.organisationId === parties.provider.id,
      }),
    );
    const found = await world.network
      .selectFrom('round')
      .select('id')
      .where(visibleRounds(actor))
      .orderBy('id')
      .execute();
    expect(
      found.map(({ id }) => id),
      `${actor.role} of ${actor.organisationId}`,
    ).toEqual(expected.map(({ id }) => id));
  }
});
