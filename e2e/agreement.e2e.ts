import { expect } from 'vitest';
import {
  approveFor,
  choose,
  clauseForm as form,
  fillClause,
  findOrganisation,
  openClause,
  propose,
  reviewByOnePerson,
  saveClause,
} from './support/agreements.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

let address: string;

test('a coordinator begins an agreement of three parties from a template', async ({ people }) => {
  const page = await people.as('marit');
  await page.goto('agreements/new');
  await page.getByLabel('Memorandum of understanding').check();
  for (const name of ['Universidade de Ribeira', 'Vantera Energy']) await findOrganisation(page, 'With whom', name);
  await page.keyboard.press('Tab');
  await lookAt(page, 'agreement-new');
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await page.getByRole('heading', { name: 'Purpose and parties' }).waitFor();
  address = page.url().replace(/\/edit$/, '');
  await page.getByRole('button', { name: 'Propose to all parties' }).waitFor();
  expect(await page.getByRole('button', { name: 'Propose to all parties' }).isDisabled()).toBe(true);
});

test('of two people who edit one clause at once, the later one sees both texts', async ({ people }) => {
  const [marit, mette] = [await people.as('marit'), await people.as('mette')];
  await mette.goto(`${address}/edit`);
  for (const page of [marit, mette]) await openClause(page, 1);
  await form(marit).getByLabel('Field of cooperation').fill('coastal science');
  await saveClause(marit);
  await form(mette).getByLabel('Field of cooperation').fill('work at sea');
  await mette.getByRole('button', { name: 'Save clause' }).click();
  await mette.getByText('Marit de Vries saved this clause while you wrote.', { exact: false }).waitFor();
  await lookAt(mette, 'agreement-conflict');
  await mette.getByRole('button', { name: 'Go on with my text' }).click();
  await saveClause(mette);
});

test('when nothing is missing the text is proposed, and one party asks for a change', async ({ people, product }) => {
  const page = await people.as('marit');
  await page.reload();
  await openClause(page, 4);
  await choose(page, 'Who promises', 'Blue Coast Alliance');
  await form(page).getByLabel('How much', { exact: true }).fill('2');
  await form(page).getByLabel('First day', { exact: true }).fill('2027-01-01');
  await form(page).getByLabel('Last day', { exact: true }).fill('2028-12-31');
  await saveClause(page);
  await fillClause(page, 7, { 'Contact for personal data': 'privacy@bluecoast.example' });
  await fillClause(page, 8, { 'Court or arbitration': 'the District Court of Rotterdam' });
  await lookAt(page, 'agreement-draft');
  await reviewByOnePerson(product, ['marit', 'rui', 'mette']);
  await propose(page);
  const rui = await people.as('rui');
  await rui.goto(address);
  await rui.getByRole('button', { name: 'Ask for a change' }).click();
  await rui.getByRole('dialog').getByRole('textbox').fill('We want to meet three times a year.');
  await rui.getByRole('dialog').getByRole('button', { name: 'Ask for a change' }).click();
  await rui.getByText('Version 1: Change asked for').waitFor();
});

test('the next version shows word by word what changed, and all three parties approve it', async ({ people }) => {
  const page = await people.as('rui');
  await page.getByRole('button', { name: 'Propose a change' }).click();
  await page.getByRole('heading', { name: 'Purpose and parties' }).waitFor();
  await openClause(page, 4);
  await form(page).getByLabel('How much', { exact: true }).fill('3');
  await saveClause(page);
  await propose(page);
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('link', { name: 'Version 2' }).click();
  await expect.poll(() => page.locator('.clause del').first().innerText()).toContain('2');
  await expect.poll(() => page.locator('.clause ins').first().innerText()).toContain('3');
  await lookAt(page, 'agreement-redline');
  await approveFor(people, address, ['marit', 'rui', 'mette']);
  const last = await people.as('mette');
  await last.getByText('Version 2: Approved by all').waitFor();
  await last.getByRole('tab', { name: 'History' }).click();
  await last.getByText('Approved by all parties').waitFor();
  await lookAt(last, 'agreement-history');
});

test('whoever is no party finds no such agreement, and the register of parties has it', async ({ people }) => {
  const chen = await people.as('chen');
  await chen.goto(address);
  await chen
    .getByText('There is no such agreement, or your organisation is not a party to it.')
    .or(chen.getByText('没有该协议'))
    .first()
    .waitFor();
  const page = await people.as('marit');
  await page.goto('agreements');
  await page.getByRole('link', { name: 'Memorandum of understanding' }).waitFor();
  await lookAt(page, 'agreements');
});
