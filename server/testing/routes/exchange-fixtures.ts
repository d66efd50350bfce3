import { giveCode, iiaFile, testIia } from '../../adapters/ewp/testing.ts';
import { addApprovedVersion } from '../../agreements/signing/testing.ts';
import type { Fixtures } from './fixture.ts';
import type { Stage } from './stage.ts';

async function file({ world, organisations }: Stage): Promise<string> {
  const home = await giveCode(world.network, organisations.home, 'home.example');
  return iiaFile(testIia(home, await giveCode(world.network, organisations.provider, 'provider.example')));
}

/** Agreements in the format of Erasmus Without Paper. */
export const exchangeFixtures: Fixtures = {
  'GET /agreements/:agreementId/iia.xml': async (stage) => {
    await file(stage);
    const { home, provider } = stage.organisations;
    const { agreementId } = await addApprovedVersion(stage.world, [home, provider]);
    return { url: `/agreements/${agreementId}/iia.xml`, own: ({ side }) => side !== 'foreign' };
  },
  'POST /agreement-exchange/preview': async (stage) => ({
    url: '/agreement-exchange/preview',
    body: { file: await file(stage) },
  }),
  'POST /agreement-exchange/import': async (stage) => ({
    url: '/agreement-exchange/import',
    body: { file: await file(stage), number: 1 },
  }),
};
