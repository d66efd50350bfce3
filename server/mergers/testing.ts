import { commitmentSubscriptions } from '../commitments/subscriptions.ts';
import { grantSubscriptions } from '../grants/subscriptions.ts';
import { participationSubscriptions } from '../participation/subscriptions.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import type { TestApp } from '../testing/app.ts';
import { addParties, type Parties } from '../testing/placement.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { mergerSubscriptions } from './subscriptions.ts';

const subscriptions = [
  ...mergerSubscriptions,
  ...participationSubscriptions,
  ...commitmentSubscriptions,
  ...grantSubscriptions,
];

/** Lets everything follow that follows from a merger. */
export const follow = (world: TestApp) => dispatchPending({ services: world.services, subscriptions });

/** A home and a provider; and a third organisation, whose administrator may merge them. */
export interface MergerCast {
  parties: Parties;
  third: TestOrganisation;
  administrator: TestMember;
}

export async function addMergerCast(world: TestApp): Promise<MergerCast> {
  const parties = await addParties(world);
  const third = await addOrganisation(world.network, 'Third');
  const administrator = await addMember(world.db, world.network, third, 'network_administrator');
  return { parties, third, administrator };
}

/** Asks for a merger. */
export function merge(world: TestApp, as: TestMember | null, from: string, intoId: string, version = 1) {
  const url = `/organisations/${from}/merge`;
  return world.request(as, 'POST', url, { intoId, reason: 'By law' }, { 'if-match': `"${version}"` });
}

/** Merges the provider into the third organisation, and lets follow what follows. */
export async function mergeProvider(world: TestApp, { parties, third, administrator }: MergerCast): Promise<void> {
  const answer = await merge(world, administrator, parties.provider.id, third.id);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  await follow(world);
}
