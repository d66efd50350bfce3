import { expect } from 'vitest';
import { linkMailedTo } from './support/mail.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

let organisation: string;

test('the administrator adds an organisation and a unit', async ({ people }) => {
  const page = await people.as('ines');
  await page.goto('organisations');
  await page.getByRole('link', { name: 'Universidade de Ribeira' }).waitFor();
  await lookAt(page, 'organisations');
  await page.goto('organisations/new');
  await page.getByLabel('Name').fill('Skerry Maritime School');
  await page.getByLabel('Short mark').fill('SM');
  await lookAt(page, 'organisation-new');
  await page.getByRole('button', { name: 'Add organisation' }).click();
  await page.getByRole('heading', { name: 'Skerry Maritime School' }).waitFor();
  organisation = page.url();
  await page.getByLabel('New unit').fill('Department of Navigation');
  await page.getByRole('button', { name: 'Add unit' }).click();
  await page.getByText('Department of Navigation', { exact: true }).first().waitFor();
});

test('a person who is invited signs in with the mailed link, until the membership is ended', async ({
  people,
  product,
}) => {
  const page = await people.as('ines');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Runa Skov');
  await page.getByRole('dialog').getByLabel('E-mail').fill('runa@skerry.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
  await page.getByText('runa@skerry.example').waitFor();
  await lookAt(page, 'organisation-members');
  const invited = await people.stranger();
  await invited.goto(await linkMailedTo(product.mails, 'runa@skerry.example'));
  await invited
    .getByRole('button', { name: 'Sign in', exact: true })
    .or(invited.getByLabel('E-mail'))
    .first()
    .waitFor();
  await invited.goto('sign-in');
  await invited.getByLabel('E-mail').fill('runa@skerry.example');
  const before = product.mails.received.length;
  await invited.getByRole('button', { name: 'Send me a link instead' }).click();
  await expect.poll(() => product.mails.received.length, { timeout: 20_000 }).toBeGreaterThan(before);
  await invited.goto(await linkMailedTo(product.mails, 'runa@skerry.example'));
  await invited.getByRole('button', { name: 'Sign in', exact: true }).click();
  await invited.getByRole('button', { name: 'Runa Skov' }).waitFor();
  await page.getByRole('button', { name: 'End the membership of Runa Skov' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End membership' }).click();
  await page.getByText('runa@skerry.example').waitFor({ state: 'detached' });
  await invited.goto('today');
  await invited.getByRole('button', { name: 'Runa Skov' }).waitFor({ state: 'detached' });
  expect(organisation).toContain('/organisations/');
});

test('the administrator changes the smallest group that is shown', async ({ people, product }) => {
  const page = await people.as('ines');
  await page.goto('settings');
  const threshold = page.getByRole('textbox', { name: 'Smallest group that is shown' });
  await threshold.fill('25');
  await lookAt(page, 'settings');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await page.getByText('The rules are saved.').waitFor();
  await page.reload();
  await expect.poll(() => threshold.inputValue()).toBe('25');
  expect(await product.network.selectFrom('setting').select('small_group_threshold').execute()).toEqual([
    { small_group_threshold: 25 },
  ]);
});
