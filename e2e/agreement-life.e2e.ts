import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import {
  agreeTo,
  approveFor,
  choose,
  clauseForm as form,
  fillClause,
  findOrganisation,
  openClause,
  propose,
  reviewByOnePerson,
  saveClause,
  signToJoin,
} from './support/agreements.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import {
  bringDocument,
  confirmDocument,
  openSigningLink,
  signAs,
  signByCode,
  untilAgreementIs,
} from './support/signing.ts';

const [ribeira, vantera, alliance] = ['Universidade de Ribeira', 'Vantera Energy', 'Blue Coast Alliance'] as const;
const jianglan = 'Jianglan University';
const director = 'director@vantera.example';
const place = 'Turbine data placement';
const dayMs = 86_400_000;
const slowly = { timeout: 20_000 };
const began = Date.now();
const day = (days: number) => new Date(began + days * dayMs).toISOString().slice(0, 10);
/** Who decides for the four organisations. */
const three = ['rui', 'mette', 'marit'];
let address: string;
const id = () => address.split('/').at(-1) ?? '';

test('three parties draft: one is brought in and taken out, a teacher is invited, a clause comes from the library', async ({
  people,
}) => {
  const page = await people.as('rui');
  await page.goto('agreements/library');
  await lookAt(page, 'agreement-library');
  await page.getByRole('link', { name: 'Begin from it: Memorandum of understanding' }).click();
  for (const name of [vantera, alliance]) await findOrganisation(page, 'With whom', name);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await page.getByRole('heading', { name: 'Purpose and parties' }).waitFor();
  address = page.url().replace(/\/edit$/, '');

  await page.getByRole('button', { name: 'Bring in another party' }).click();
  await findOrganisation(page.getByRole('dialog'), 'Which organisation', 'Kade Port Authority');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('button', { name: 'Take Kade Port Authority out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click();
  await page.getByRole('button', { name: 'Take Kade Port Authority out' }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await choose(page, 'Person', 'Helena Sousa');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('may comment').waitFor();

  await choose(page, 'From the library', 'Internships offered');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('heading', { name: 'Internships offered' }).waitFor();
});

test('the clauses are put into another order by buttons, and what is missing is listed by name', async ({ people }) => {
  const page = await people.as('rui');
  await page.getByRole('button', { name: 'Change the order' }).click();
  for (let moved = 0; moved < 2; moved += 1)
    await page.getByRole('button', { name: 'Move Internships offered up' }).click();
  await lookAt(page, 'agreement-order');
  await page.getByRole('button', { name: 'Save this order' }).click();
  await page.getByRole('button', { name: 'Save this order' }).waitFor({ state: 'detached' });
  const headings = page.locator('.draft-clause h2');
  await expect.poll(async () => (await headings.allInnerTexts()).at(-3), slowly).toContain('Internships offered');
  const missing = page.getByRole('complementary').getByText('who promises', { exact: false });
  await missing.first().waitFor();
  await lookAt(page, 'agreement-draft-tools');
});

test('an invited teacher reads and comments, and cannot edit', async ({ people }) => {
  const page = await people.as('helena');
  await page.goto(`${address}?tab=discussion`);
  await page.getByRole('textbox', { name: 'Comment' }).fill('Who supervises on the vessel?');
  await page.getByRole('button', { name: 'Send comment' }).click();
  await page.getByText('Who supervises on the vessel?').first().waitFor();
  expect(await page.getByRole('link', { name: 'Edit the draft' }).count()).toBe(0);
});

test('a promise is asked for once more before all three approve the changed text', async ({ people, product }) => {
  const page = await people.as('rui');
  await page.goto(`${address}/edit`);
  await page.getByRole('heading', { name: 'Purpose and parties' }).waitFor();
  await page.getByRole('button', { name: 'Take out “Meetings”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click();
  await page.getByRole('button', { name: 'Take out “Meetings”' }).waitFor({ state: 'detached' });
  await fillClause(page, await numberOf(page, 'Purpose'), { 'Field of cooperation': 'work at sea' });
  await fillClause(page, await numberOf(page, 'Personal data'), {
    'Contact for personal data': 'privacy@ribeira.example',
  });
  await fillClause(page, await numberOf(page, 'Disagreement'), {
    'Court or arbitration': 'the District Court of Rotterdam',
  });
  await openClause(page, await numberOf(page, 'Internships offered'));
  await choose(page, 'How it is measured', 'Places filled');
  await choose(page, 'Who promises', vantera);
  await choose(page, 'To whom', 'All other parties');
  await form(page).getByLabel('How much', { exact: true }).fill('30');
  await choose(page, 'How often', 'Once in the whole time');
  await form(page).getByLabel('First day', { exact: true }).fill(day(0));
  await form(page).getByLabel('Last day', { exact: true }).fill(day(100));
  await saveClause(page);
  await page.getByText('Nothing is missing').waitFor();
  await reviewByOnePerson(product, three);
  await propose(page);

  const mette = await people.as('mette');
  await mette.goto(address);
  await mette.getByRole('button', { name: 'Ask for a change' }).click();
  await mette.getByRole('dialog').getByRole('textbox').fill('Twenty are what our crews can teach.');
  await mette.getByRole('dialog').getByRole('button', { name: 'Ask for a change' }).click();
  await mette.getByText('Version 1: Change asked for').waitFor();
  await mette.getByRole('button', { name: 'Propose a change' }).click();
  await mette.getByRole('heading', { name: 'Purpose and parties' }).waitFor();
  await openClause(mette, await numberOf(mette, 'Internships offered'));
  await form(mette).getByLabel('How much', { exact: true }).fill('20');
  await saveClause(mette);
  await propose(mette);
  await mette.goto(`${address}?version=2&against=1`);
  await expect.poll(() => mette.locator('.clause del').first().innerText(), slowly).toContain('30');
  await expect.poll(() => mette.locator('.clause ins').first().innerText(), slowly).toContain('20');
  await approveFor(people, address, three);
});

test('it is signed with an account, by a link and on paper, and enters into force', async ({ people, product }) => {
  const rui = await people.as('rui');
  await rui.goto(`${address}/sign`);
  const company = rui.getByRole('group', { name: /Vantera/ });
  await company.getByText('By a link').click();
  await company.getByLabel('Name', { exact: true }).fill('Arne Holm');
  await company.getByLabel('Mail address').fill(director);
  await company.getByLabel('Function').fill('Director');
  await rui.getByLabel('To be signed by').fill(day(20));
  await rui.getByRole('button', { name: 'Begin the signing' }).click();
  await rui.getByText('Being signed').first().waitFor();
  await people.signInAgain();
  await signAs(rui, ribeira, 'Rector');
  const { page } = await openSigningLink(people, product, director);
  await signByCode(page, product, director);
  await rui.reload();
  await bringDocument(rui, alliance, 'Marit de Vries');
  const mette = await people.as('mette');
  await mette.goto(`${address}/sign`);
  await confirmDocument(mette, alliance);
  await untilAgreementIs(product, id(), 'in_force');
});

test('an offer under the agreement is seen by the parties’ learners alone; one takes a place, and the promise is on track', async ({
  people,
}) => {
  const jonas = await people.as('jonas');
  await jonas.goto('offers/new');
  await jonas.getByRole('textbox', { name: 'Title' }).fill(place);
  await jonas.getByRole('textbox', { name: 'Hours in all' }).fill('160');
  await jonas.getByRole('textbox', { name: 'Tasks' }).fill('- Clean sensor data');
  await jonas.getByRole('button', { name: 'Save draft and continue' }).click();
  await jonas.getByLabel('First day').fill(day(2));
  await jonas.getByLabel('Last day').fill(day(90));
  await jonas.getByRole('button', { name: 'Save draft and continue' }).click();
  await jonas.getByRole('textbox', { name: 'Places' }).fill('5');
  await jonas.getByLabel('First come, first served').check();
  await jonas.getByLabel('People of the parties of the agreement').check();
  await choose(jonas, 'Agreement', /Memorandum/);
  await jonas.getByRole('button', { name: 'Save draft and continue' }).click();
  await jonas.getByRole('button', { name: 'Publish offer' }).click();
  await jonas.getByRole('button', { name: `Publish for ${vantera}` }).click();
  await jonas.waitForURL(/\/offers\/[0-9a-f-]{36}$/);
  const offer = jonas.url();

  const stranger = await people.as('jianglan-1');
  await stranger.goto(offer);
  await stranger
    .getByText(/没有该项目|There is no such offer/)
    .first()
    .waitFor();
  const amina = await people.as('amina');
  await amina.goto(offer);
  await amina.getByRole('button', { name: 'Take a place' }).click();
  await amina.getByText('You hold a place.').waitFor();
  const rui = await people.as('rui');
  await rui.goto(`${address}?tab=commitments`);
  await rui.getByRole('link', { name: place }).waitFor();
  await rui.getByText('1 of 5 taken').waitFor();
  await expect.poll(() => figureOf(people.as('rui')), slowly).toMatch(/1 of 20 places[^]*On track/);
  await lookAt(await people.as('rui'), 'agreement-on-track');
});

test('forty days later one place of twenty is too few: the agreement is at risk', async ({ people }) => {
  await people.moveTo(new Date(began + 40 * dayMs));
  await expect.poll(() => figureOf(people.as('rui')), slowly).toMatch(/1 of 20 places[^]*At risk/);
  await lookAt(await people.as('rui'), 'agreement-at-risk');
});

test('a fourth party joins when all agree and it signs; nobody signs again, and everybody sees it', async ({
  people,
  product,
}) => {
  const rui = await people.as('rui');
  await rui.goto(`${address}?tab=life`);
  await rui.getByRole('button', { name: 'Let a party join…' }).click();
  const dialog = rui.getByRole('dialog');
  await dialog.getByText('nobody signs again', { exact: false }).waitFor();
  await findOrganisation(dialog, 'Who joins', jianglan);
  await dialog.getByLabel('Why? All parties read this.').fill('Its learners want to work at sea, too.');
  await dialog.getByRole('button', { name: `Ask for ${ribeira}` }).click();
  await rui.getByText(`Accession: ${jianglan}`).waitFor();
  for (const key of ['mette', 'marit']) await agreeTo(await people.as(key), address);
  await people.signInAgain();
  await signToJoin(await people.as('chen'), address);
  const joined = async () =>
    (
      await product.network
        .selectFrom('agreement_party')
        .select('joined_on')
        .where('agreement_id', '=', id())
        .where('organisation_id', '=', product.cast.organisation('jianglan'))
        .executeTakeFirst()
    )?.joined_on;
  await expect.poll(joined, slowly).toBeDefined();
  await rui.reload();
  await rui.getByText('4 parties').waitFor();
  const rail = rui.getByRole('complementary');
  await rail.getByText('Joined later, with its own signature').waitFor();
  await rail.getByText('3 of 3').waitFor();
  await lookAt(rui, 'agreement-life');
  const learner = await people.as('jianglan-1');
  await learner.goto('catalogue');
  await learner.getByRole('link', { name: place }).waitFor();
});

test('all four terminate it: offers close, and who takes part goes on', async ({ people, product }) => {
  const rui = await people.as('rui');
  await rui.goto(`${address}?tab=life`);
  await rui.getByRole('button', { name: 'Terminate it…' }).click();
  const dialog = rui.getByRole('dialog');
  await dialog.getByText('1 participation runs under it now', { exact: false }).waitFor();
  await dialog.getByLabel('Why? All parties read this.').fill('The wind farm is sold.');
  await dialog.getByRole('button', { name: `Ask for ${ribeira}` }).click();
  await rui.getByText(`Termination: ${ribeira}`).waitFor();
  for (const key of ['mette', 'marit', 'chen']) await agreeTo(await people.as(key), address);
  await untilAgreementIs(product, id(), 'terminated');
  await rui.reload();
  await rui.getByText('Terminated').first().waitFor();
  await rui.getByText(place).waitFor();
  expect(await rui.getByText('in force', { exact: true }).count()).toBe(0);
  await lookAt(rui, 'agreement-terminated');
  const amina = await people.as('amina');
  await amina.goto('participations');
  await amina.getByText(place).first().waitFor();
  const learner = await people.as('jianglan-1');
  await learner.goto('catalogue');
  await learner
    .getByText(/还没有项目|Nothing is offered yet/)
    .first()
    .waitFor();
  expect(await learner.getByRole('link', { name: place }).count()).toBe(0);
});

/** Where a clause stands in the draft. */
async function numberOf(page: Page, title: string): Promise<number> {
  const clauses = page.locator('.draft-clause h2');
  await clauses.filter({ hasText: title }).first().waitFor();
  const headings = await clauses.allInnerTexts();
  return headings.findIndex((heading) => heading.includes(title)) + 1;
}

/** What the page of commitments says about the promise. */
async function figureOf(opened: Promise<Page>): Promise<string> {
  const page = await opened;
  await page.goto(`${address}?tab=commitments`);
  await page.locator('.commitment-row').first().waitFor();
  return page.locator('.commitment-row').first().innerText();
}
