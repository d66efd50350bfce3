import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { setReviewChain } from '../server/agreements/party-settings.ts';
import { newId } from '../server/platform/ids.ts';
import type { MemberScope } from '../server/platform/scope.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import type { Product } from './support/product.ts';

let address: string;

test('a coordinator begins an agreement of three parties from a template', async ({ people }) => {
  const page = await people.as('marit');
  await page.goto('agreements/new');
  await page.getByLabel('Memorandum of understanding').check();
  for (const name of ['Universidade de Ribeira', 'Vantera Energy']) {
    await page.getByLabel('With whom').first().fill(name);
    await page.getByRole('option', { name }).click();
  }
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
  for (const [number, label, value] of [
    [7, 'Contact for personal data', 'privacy@bluecoast.example'],
    [8, 'Court or arbitration', 'the District Court of Rotterdam'],
  ] as const) {
    await openClause(page, number);
    await form(page).getByLabel(label).fill(value);
    await saveClause(page);
  }
  await lookAt(page, 'agreement-draft');
  await reviewByOnePerson(product);
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
  for (const key of ['marit', 'rui', 'mette']) {
    const approving = await people.as(key);
    await approving.goto(address);
    await approving.getByRole('button', { name: /^Approve for/ }).click();
    await approving
      .getByRole('dialog')
      .getByRole('button', { name: /^Approve for/ })
      .click();
    await approving.getByRole('dialog').waitFor({ state: 'detached' });
  }
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

/** The form of the clause that is being edited. */
function form(page: Page): Locator {
  return page.locator('.clause-form');
}

async function openClause(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: `Edit clause ${number}`, exact: true }).click();
}

async function saveClause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save clause' }).click();
  await page.getByRole('button', { name: 'Save clause' }).waitFor({ state: 'detached' });
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).click();
}

async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Propose to all parties' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Propose version/ })
    .click();
  await page.getByRole('tab', { name: 'Clauses' }).waitFor();
}

/** Each party lets one person decide, as small organisations do. */
async function reviewByOnePerson({ services, network, cast }: Product): Promise<void> {
  const { id } = await network.selectFrom('agreement').select('id').executeTakeFirstOrThrow();
  for (const key of ['marit', 'rui', 'mette']) {
    const actor = cast.member(key);
    const scope: MemberScope = {
      ...services,
      db: network,
      network: { slug: 'sample', name: 'Blue Coast (sample)', isSample: true },
      actor,
      requestId: newId(),
      language: 'en',
    };
    await setReviewChain(scope, id, { chain: ['head'], reviewers: [{ step: 'head', personId: actor.personId }] });
  }
}
