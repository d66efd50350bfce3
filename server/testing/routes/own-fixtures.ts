import type { SavedSearchView } from '@collegium/contract/offers/saved-searches.ts';
import { unsafeSignIn } from '../../platform/auth/sign-in-as.ts';
import { createMachineToken } from '../../platform/auth/machine-tokens.ts';
import { cookieHeader } from '../cookies.ts';
import { setPassword } from '../../platform/auth/accounts.ts';
import { newId } from '../../platform/ids.ts';
import { answered, type Fixtures } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const theLearner = ({ cast }: Stage) => cast.home.learner;
const ofLearner =
  (stage: Stage) =>
  ({ personId }: CastMember) =>
    personId === theLearner(stage).personId;

async function signedInBrowser({ world, cast }: Stage): Promise<string> {
  const { accountId } = cast.home.learner;
  await unsafeSignIn(world.services, accountId);
  const { id } = await world.db
    .selectFrom('platform.sign_in')
    .select('id')
    .where('user_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** What the learner's own browser sends. */
async function ownBrowser({ world, cast }: Stage) {
  const cookie = cookieHeader(await unsafeSignIn(world.services, cast.home.learner.accountId));
  return { of: cast.home.learner, headers: { cookie } };
}

async function token(stage: Stage): Promise<string> {
  const email = `${theLearner(stage).personId}@example.org`;
  const { id } = await createMachineToken(stage.world.services, {
    network: 'test',
    email,
    name: 'Mine',
    scopes: ['read'],
  });
  return id;
}

async function savedSearch(stage: Stage): Promise<string> {
  const body = { name: `Courses ${newId()}`, query: { kind: ['course'] } };
  const answer = await stage.world.request(theLearner(stage), 'POST', '/saved-searches', body);
  return answered<SavedSearchView>(answer, 201).id;
}

async function imported({ world }: Stage): Promise<string> {
  const id = newId();
  const counts = { rows_read: 2, rows_valid: 1, rows_created: 1, rows_unchanged: 0 };
  await world.network
    .insertInto('import')
    .values({
      id,
      kind: 'offers',
      file_name: 'offers.csv',
      file_sha256: 'ab'.repeat(32),
      on_error: 'apply_valid',
      is_dry_run: false,
      state: 'finished',
      started_at: world.clock.at,
      ...counts,
    })
    .execute();
  return id;
}

/** What is one's own: ways into the account, saved searches; and the network's imports. */
export const ownFixtures: Fixtures = {
  'GET /account': () => ({ url: '/account' }),
  'DELETE /account/browsers/:browserId': async (stage) => ({
    url: `/account/browsers/${await signedInBrowser(stage)}`,
    own: ofLearner(stage),
  }),
  'PUT /account/password': async (stage) => {
    await setPassword(stage.world.db, theLearner(stage).accountId, 'the password so far');
    return {
      url: '/account/password',
      body: { currentPassword: 'the password so far', newPassword: 'quite another password' },
      ownHeaders: await ownBrowser(stage),
    };
  },
  'POST /account/tokens': async (stage) => ({
    url: '/account/tokens',
    body: { name: 'Timetable', scope: 'read', days: 30 },
    ownHeaders: await ownBrowser(stage),
  }),
  'DELETE /account/tokens/:tokenId': async (stage) => ({
    url: `/account/tokens/${await token(stage)}`,
    own: ofLearner(stage),
  }),
  'GET /saved-searches': () => ({ url: '/saved-searches' }),
  'POST /saved-searches': () => ({ url: '/saved-searches', body: { name: 'Mine', query: { words: 'wind' } } }),
  'DELETE /saved-searches/:savedSearchId': async (stage) => ({
    url: `/saved-searches/${await savedSearch(stage)}`,
    own: ofLearner(stage),
  }),
  'GET /imports': () => ({ url: '/imports' }),
  'GET /imports/:importId': async (stage) => ({ url: `/imports/${await imported(stage)}` }),
};
