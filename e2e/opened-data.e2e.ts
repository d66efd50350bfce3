import { expect } from 'vitest';
import type { Page } from 'playwright-core';
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
import { lookAt, phone, wide } from './support/people.ts';
import { signAs, untilAgreementIs } from './support/signing.ts';

const [ribeira, vantera] = ['Universidade de Ribeira', 'Vantera Energy'] as const;
const dayMs = 86_400_000;
const began = Date.now();
const day = (days: number) => new Date(began + days * dayMs).toISOString().slice(0, 10);
const slowly = { timeout: 20_000 };
let address: string;

test('a clause that would open data to its own holder is named as faulty beside the field and in the list', async ({
  people,
}) => {
  const page = await people.as('rui');
  await page.goto('agreements/new');
  await page.getByLabel('Data sharing agreement').check();
  await findOrganisation(page, 'With whom', vantera);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await page.getByRole('heading', { name: 'What is opened' }).waitFor();
  address = page.url().replace(/\/edit$/, '');
  await openClause(page, 2);
  await form(page).getByText('Still to be filled').first().waitFor();
  await form(page).getByLabel('For which purpose').fill('Supervise placements');
  await choose(page, 'Whose data', ribeira);
  await choose(page, 'Who sees it', ribeira);
  await form(page).getByRole('combobox', { name: 'Which data' }).press('Space');
  await page.getByRole('option', { name: 'Name', exact: true }).click();
  await page.getByRole('option', { name: 'Level', exact: true }).click();
  await page.keyboard.press('Tab');
  await choose(page, 'About whom', 'All learners');
  await form(page).getByLabel('First day', { exact: true }).fill(day(-1));
  await form(page).getByLabel('Last day', { exact: true }).fill(day(-3));
  await saveClause(page);
  await page.getByText('2 faults to be corrected').waitFor();
  const list = page.getByRole('complementary');
  await list.getByText('The last day is before the first', { exact: false }).waitFor();
  await openClause(page, 2);
  await form(page).getByText('The last day is before the first', { exact: false }).waitFor();
  await lookAt(page, 'opened-faults');
});

test('corrected, approved and signed by both, the clause opens what it says', async ({ people, product }) => {
  const page = await people.as('rui');
  await choose(page, 'Who sees it', vantera);
  await form(page).getByLabel('Last day', { exact: true }).fill(day(60));
  await saveClause(page);
  await fillClause(page, 1, { Purpose: 'supervision', 'Legal basis': 'the contract with the learner' });
  await fillClause(page, 3, { 'Measures of protection': 'two factors' });
  await openClause(page, 6);
  await choose(page, 'Who promises', vantera);
  await choose(page, 'To whom', ribeira);
  await form(page).getByLabel('First day', { exact: true }).fill(day(0));
  await form(page).getByLabel('Last day', { exact: true }).fill(day(60));
  await saveClause(page);
  await fillClause(page, 9, { 'Court or arbitration': 'the court of Porto' });
  await page.getByText('Nothing is missing').waitFor();
  await reviewByOnePerson(product, ['rui', 'mette']);
  await propose(page);
  await approveFor(people, address, ['rui', 'mette']);
  await people.signInAgain();
  await page.goto(`${address}/sign`);
  await page.getByLabel('To be signed by').fill(day(20));
  await page.getByRole('button', { name: 'Begin the signing' }).click();
  await page.getByText('Being signed').first().waitFor();
  await page.reload();
  await signAs(page, ribeira, 'Rector');
  const mette = await people.as('mette');
  await mette.goto(`${address}/sign`);
  await signAs(mette, vantera, 'Director');
  await untilAgreementIs(product, address.split('/').at(-1) ?? '', 'in_force');
});

for (const device of ['desk', 'phone'] as const)
  test(`a supervisor reads before the look that it is written down, and looks (${device})`, async ({ people }) => {
    const page = await people.as('jonas');
    await page.setViewportSize(device === 'desk' ? wide : phone);
    await page.goto('opened-data');
    await page.getByRole('link', { name: 'What is opened' }).waitFor();
    await lookAt(page, `opened-list-${device}`);
    await page.getByRole('link', { name: 'What is opened' }).click();
    await page.getByText('Each learner you see reads that you looked').waitFor();
    expect(await page.getByText('Amina Yusuf').count()).toBe(0);
    await lookAt(page, `opened-first-${device}`);
    await page.getByRole('button', { name: `Look for ${vantera}` }).click();
    await page.getByText('Amina Yusuf').first().waitFor();
    expect(await page.getByRole('columnheader', { name: 'E-mail address' }).count()).toBe(0);
    await lookAt(page, `opened-learners-${device}`);
  });

test('the learner sees who may see what under which clause, and who looked', async ({ people }) => {
  const page = await people.as('amina');
  await page.goto('who-sees');
  await page.getByText('Open to them now').first().waitFor();
  // A step that is walked once more has looked once more.
  await page.getByText(/looked at [2-9] times/).waitFor();
  const looks = page.getByRole('list', { name: 'Who looked at your data' });
  await looks.getByText(`Jonas Kirk, ${vantera}`).first().waitFor();
  await looks.getByText('What is opened').first().waitFor();
  await lookAt(page, 'opened-learner');
});

test('whoever is no party has nothing open, and after the last day of the clause nobody has', async ({ people }) => {
  const lu = await people.as('lu');
  await lu.goto('opened-data');
  await lu.getByText(/No clause opens anything|目前没有条款/).waitFor();
  await lookAt(lu, 'opened-nothing');
  await people.moveTo(new Date(began + 62 * dayMs));
  await expect.poll(() => namesOpened(people.as('jonas')), slowly).toBe(0);
  const amina = await people.as('amina');
  await amina.goto('who-sees');
  await amina.getByText(`Jonas Kirk, ${vantera}`).first().waitFor();
  expect(await amina.getByText('Open to them now').count()).toBe(0);
});

/** How many clauses open something to somebody now. */
async function namesOpened(opened: Promise<Page>): Promise<number> {
  const page = await opened;
  await page.goto('opened-data');
  await page
    .getByText('No clause opens anything')
    .or(page.getByRole('link', { name: 'What is opened' }))
    .first()
    .waitFor();
  return page.getByRole('link', { name: 'What is opened' }).count();
}
