import { expect } from 'vitest';
import { setPassword } from '../server/platform/auth/accounts.ts';
import { linkMailedTo } from './support/mail.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

test.beforeAll(async ({ product }) => {
  await setPassword(product.services.db, product.cast.member('marit').accountId, 'a long enough password');
});

test('a password opens the page that was asked for; signing out closes it', async ({ people }) => {
  const page = await people.stranger();
  await page.goto('evaluation');
  await page.waitForURL(/\/sign-in\?/);
  await page.getByLabel('E-mail').fill('marit@sample.example');
  await page.getByLabel('Password', { exact: true }).fill('not her password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').first().waitFor();
  await lookAt(page, 'sign-in');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Evaluation' }).waitFor();
  await page.getByRole('button', { name: 'Marit de Vries' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in$/);
  await page.goto('evaluation');
  await page.waitForURL(/\/sign-in\?/);
  await page.context().close();
});

test('a mailed link opens it once, and says so when it is used again', async ({ people, product }) => {
  const page = await people.stranger();
  await page.goto('sign-in');
  await page.getByLabel('E-mail').fill('amina@sample.example');
  await page.getByRole('button', { name: 'Send me a link instead' }).click();
  await page.getByText('Look into your mail').waitFor();
  await lookAt(page, 'sign-in-mail-sent');
  const link = await linkMailedTo(product.mails, 'amina@sample.example');
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Amina Yusuf' }).waitFor();
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await lookAt(page, 'sign-in-link-used');
  await page.context().close();
});

test('one click signs in to the sample world; the organisation one acts for can be changed', async ({ people }) => {
  const page = await people.stranger();
  await page.goto('sign-in');
  await page.getByRole('button', { name: /Marit de Vries/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookAt(page, 'today-empty');
  await page.getByRole('button', { name: /^Blue Coast Alliance/ }).click();
  await page.getByRole('menuitemradio', { name: /Northwater University/ }).click();
  await page.getByRole('button', { name: /^Northwater University/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Northwater University/ }).waitFor();
  await page.context().close();
});

test('an unknown address says so; what was typed outlives the end of a session', async ({ people }) => {
  const page = await people.as('jonas');
  await page.goto('no/such/page');
  await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  await lookAt(page, 'missing');
  await page.goto('offers/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Grid operations placement');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByRole('alert').first().waitFor();
  await lookAt(page, 'session-ended');
  await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /Jonas Kirk/ }).click();
  await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Grid operations placement');
});

test('without a connection the page says what still works and tries again', async ({ people }) => {
  const page = await people.as('oskar');
  await page.goto('evaluation');
  await page.getByRole('heading', { name: 'Evaluation' }).waitFor();
  await page.route(/\/api\/offers/, (route) => route.abort());
  await page.getByRole('link', { name: 'Catalogue' }).first().click();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await lookAt(page, 'catalogue-offline');
  await page.unroute(/\/api\/offers/);
  await again.click();
  await page.getByText('Nothing is offered yet').waitFor();
});

test('people change their password, and give a program a token that is shown once', async ({ people }) => {
  const page = await people.as('marit');
  await page.goto('account');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByLabel('Password now').fill('not the password');
  await page.getByLabel('New password').fill('another long password');
  await page.getByRole('button', { name: 'Use this password' }).click();
  await page.getByText('The current password is not right').waitFor();
  await lookAt(page, 'account-password');
  await page.getByLabel('Password now').fill('a long enough password');
  await page.getByRole('button', { name: 'Use this password' }).click();
  await page.getByRole('button', { name: 'Change password' }).waitFor();
  await page.getByRole('button', { name: 'Make a token' }).click();
  await page.getByLabel('What for').fill('Timetable');
  await lookAt(page, 'account-new-token');
  await page.getByRole('button', { name: 'Make token' }).click();
  const secret = await page.getByLabel('Token', { exact: true }).inputValue();
  expect(secret).toMatch(/^collegium_sample_/);
  await lookAt(page, 'account-token');
  const asProgram = { headers: { authorization: `Bearer ${secret}` } };
  expect((await page.request.get('api/profile', asProgram)).status()).toBe(200);
  await page.reload();
  await page.getByRole('button', { name: 'Revoke: Timetable' }).click();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click();
  await page.getByText('No program acts as you').waitFor();
});
