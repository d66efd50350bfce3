import { inForce } from '../agreements/testing.ts';
import type { TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../testing/world.ts';

/** People on the two ways by which a resource is opened to partners. */
export interface WaysIn {
  owner: TestMember;
  /** Administrator and learner of a party of agreements with the owner, in no partnership with it. */
  party: TestMember;
  learner: TestMember;
  /** Coordinator of an organisation that shares a partnership with the owner, but no agreement. */
  partner: TestMember;
  /** Puts another agreement between owner and party in force. */
  agree: (terms?: object) => Promise<string>;
}

export async function addWaysIn(world: TestApp): Promise<WaysIn> {
  const [ribeira, vantera, halden] = [
    await addOrganisation(world.network, 'Ribeira'),
    await addOrganisation(world.network, 'Vantera', 'company'),
    await addOrganisation(world.network, 'Halden'),
  ];
  const owner = await addMember(world.db, world.network, ribeira, 'organisation_administrator');
  const party = await addMember(world.db, world.network, vantera, 'organisation_administrator');
  const learner = await addMember(world.db, world.network, vantera, 'learner');
  const partner = await addMember(world.db, world.network, halden, 'coordinator');
  await addPartnership(world.network, ribeira, halden);
  const agree = (terms: object = {}) => inForce(world, [owner, party], [ribeira, vantera], terms);
  return { owner, party, learner, partner, agree };
}

/** Terms of an agreement that ends on a day. */
export const until = (endsOn: string) => ({ endsOn, renewal: 'none', renewalMonths: null });
