import { afterAll, beforeAll, expect, test } from 'vitest';
import { startIdentityProvider, type TestIdentityProvider } from '../server/testing/identity-provider.ts';
import { lookAt, openPeople, type People } from './support/people.ts';
import { type Product, startProduct } from './support/product.ts';

const client = { id: 'collegium', secret: 'hush' };
let provider: TestIdentityProvider;
let product: Product;
let people: People;
beforeAll(async () => {
  product = await startProduct(async (url) => {
    provider = await startIdentityProvider({ ...client, callback: `${url}/api/auth/callback/oidc` });
    return {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_LABEL: 'Blue Coast ID',
    };
  });
  provider.people['amina'] = { email: 'amina@sample.example', email_verified: true };
  provider.people['stranger'] = { email: 'stranger@example.org', email_verified: true };
  people = await openPeople(product);
});
afterAll(async () => {
  await people.close();
  await product.close();
  await provider.close();
});

/** From our button through the provider's own pages, as somebody whom it knows by this name. */
async function enterAs(name: string) {
  const page = await people.stranger();
  await page.goto('sign-in?next=/catalogue');
  const button = page.getByRole('button', { name: 'Sign in with Blue Coast ID' });
  await button.waitFor();
  await lookAt(page, 'sign-in-provider');
  await button.click();
  await page.waitForURL(new RegExp(`^${provider.issuer}`));
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/consent|\/interaction|\/sample\//);
  if (page.url().startsWith(provider.issuer)) await page.locator('button[type="submit"]').click();
  return page;
}

test('somebody whom the provider and the network know comes in, to the page that was asked for', async () => {
  const page = await enterAs('amina');
  await page.waitForURL(/\/sample\/catalogue/);
  await page.getByRole('button', { name: 'Amina Yusuf' }).first().waitFor();
  await page.goto('account');
  await page.getByText('This browser').waitFor();
  await lookAt(page, 'account');
});

test('somebody whom nobody here knows is told what to do, and has no account', async () => {
  const page = await enterAs('stranger');
  await page.waitForURL(/\/sample\/sign-in/);
  await page.getByText('nobody here has the address').waitFor();
  await lookAt(page, 'sign-in-refused');
  const accounts = product.services.db.selectFrom('platform.account').where('email', 'like', 'stranger%');
  expect(await accounts.execute()).toEqual([]);
});
