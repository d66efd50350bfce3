import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findOrganisation } from './support/agreements.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

let address: string;
const name = 'Pilots for the coast';

test('a coordinator finds partners that fit, each with its reasons', async ({ people }) => {
  const page = await people.as('rui');
  await page.goto('partnerships/suggestions');
  const row = page.getByRole('listitem').filter({ hasText: 'Kade Harbour School' }).first();
  await row.getByText(/^Looks for what you are strong in:/).waitFor();
  await row.getByText(/^\d+ points?$/).waitFor();
  await lookAt(page, 'partner-suggestions');
});

test('who founds a partnership is its member; whoever is named is invited and decides itself', async ({
  people,
  product,
}) => {
  const page = await people.as('rui');
  const mails = product.mails.received.length;
  await page.goto('partnerships/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Purpose').fill('Train pilots together, on the water and ashore.');
  await findOrganisation(page, 'Members', 'Vantera Energy');
  await page.keyboard.press('Escape');
  await lookAt(page, 'partnership-new');
  await page.getByRole('button', { name: 'Found the partnership' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByText('Vantera Energy is invited').waitFor();
  await page.getByText('1 member', { exact: true }).waitFor();
  address = page.url();
  await lookAt(page, 'partnership-invited');
  await expect.poll(() => product.mails.received.length, { timeout: 20_000 }).toBeGreaterThan(mails);
});

test('the invitation waits on Today, and its acceptance is a decision that stands on the page', async ({ people }) => {
  const mette = await people.as('mette');
  await mette.goto('today');
  await mette.getByRole('link', { name, exact: true }).click();
  await mette.getByRole('heading', { name, level: 1 }).waitFor();
  await mette.getByText('Vantera Energy is invited').waitFor();
  await lookAt(mette, 'partnership-asked');
  await mette.getByRole('button', { name: 'Accept', exact: true }).click();
  await mette.getByText('2 members', { exact: true }).waitFor();
  const rui = await people.as('rui');
  await rui.goto(address);
  const decided = rui.getByRole('region', { name: 'What was decided?' });
  await decided.getByText('Vantera Energy').waitFor();
});

test('members set and change goals, and rename a working group', async ({ people }) => {
  const page = await people.as('rui');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Set a goal' }).click();
  await dialog.getByLabel('Goal').fill('Ten pilots a year');
  await dialog.getByRole('button', { name: 'Set the goal' }).click();
  await page.getByRole('button', { name: 'Change the goal Ten pilots a year' }).click();
  await dialog.getByLabel('Goal').fill('Twelve pilots a year');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Twelve pilots a year').waitFor();
  await page.getByRole('button', { name: 'Make a working group' }).click();
  await dialog.getByLabel('Name').fill('Simulators');
  await dialog.getByRole('button', { name: 'Make the group' }).click();
  await page.getByRole('button', { name: 'Change the group Simulators' }).click();
  await dialog.getByLabel('Name').fill('Simulators and boats');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('heading', { name: 'Simulators and boats' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await lookAt(page, 'partnership-working');
});

test('people who are signed out read field by field what the partners chose, and nothing before', async ({
  people,
}) => {
  const [page, outside] = [await people.as('rui'), await people.stranger()];
  await outside.goto(address);
  await outside.getByText('There is no such partnership', { exact: false }).waitFor();
  await showOnly(page, ['Purpose', 'Goals']);
  await outside.reload();
  await outside.getByText('Train pilots together, on the water and ashore.').waitFor();
  await outside.getByText('Twelve pilots a year').waitFor();
  for (const hidden of ['Simulators and boats', 'What was decided?'])
    expect(await outside.getByText(hidden).count()).toBe(0);
  expect(await outside.getByRole('region', { name: 'Who?' }).count()).toBe(0);
  await lookAt(outside, 'partnership-public');
  await showOnly(page, ['Members']);
  await outside.reload();
  await outside.getByRole('region', { name: 'Who?' }).getByRole('link', { name: 'Vantera Energy' }).waitFor();
  expect(await outside.getByText('Twelve pilots a year').count()).toBe(0);
});

/** Chooses in the page what others see. */
async function showOnly(page: Page, fields: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Choose what others see' }).click();
  const dialog = page.getByRole('dialog');
  for (const field of ['Purpose', 'Goals', 'Members']) {
    const box = dialog.getByRole('checkbox', { name: field, exact: true });
    await box.setChecked(fields.includes(field));
  }
  await dialog.getByRole('button', { name: 'Save the choice' }).click();
  await dialog.waitFor({ state: 'detached' });
}
