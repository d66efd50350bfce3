import { expect } from 'vitest';
import { publish, roundOffers } from '../samples/sample/offers.ts';
import { Teller } from '../samples/sample/teller.ts';
import { findOrganisation } from './support/agreements.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

const [gone, successor] = ['Vantera Energy', 'Lindqvist Institute'] as const;
let agreement: string;

test('an organisation has an offer, and negotiates an agreement', async ({ people, product }) => {
  const [offer] = roundOffers(30, 120);
  if (!offer) throw new Error('The sample world has no offer.');
  await publish(new Teller(product.services, product.cast), offer);
  const page = await people.as('marit');
  await page.goto('agreements/new');
  await page.getByLabel('Memorandum of understanding').check();
  for (const name of ['Universidade de Ribeira', gone]) await findOrganisation(page, 'With whom', name);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await page.getByRole('heading', { name: 'Purpose and parties' }).waitFor();
  agreement = page.url().replace(/\/edit$/, '');
});

test('the administrator reads what follows before an organisation is merged into another', async ({
  people,
  product,
}) => {
  const page = await people.as('ines');
  await page.goto(`organisations/${product.cast.organisation('vantera')}`);
  await page.getByRole('button', { name: 'Merge into another' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This cannot be undone.').waitFor();
  await findOrganisation(dialog, 'Which organisation takes its place?', successor);
  await dialog.getByLabel('Why? It stands in the record of changes.').fill('Both boards decided it.');
  await lookAt(page, 'organisation-merge');
  await dialog.getByRole('button', { name: `Merge into ${successor}` }).click();
  await page.getByText('Merged', { exact: true }).waitFor();
  await page.getByRole('link', { name: successor }).first().waitFor();
  await lookAt(page, 'organisation-merged');
});

test('its agreement names the successor and says what happened', async ({ people }) => {
  const page = await people.as('rui');
  await page.goto(agreement);
  const parties = page.getByRole('region', { name: 'Parties' });
  // What follows from the decision is there within moments.
  await expect
    .poll(
      async () => {
        await page.reload();
        await parties.waitFor();
        return parties.getByText(successor).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  expect(await parties.getByText(gone).count()).toBe(0);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('A party was merged with another').first().waitFor();
  await lookAt(page, 'agreement-after-merger');
});

test('its offer and its people go on at the successor', async ({ people }) => {
  const page = await people.as('rui');
  await page.goto('catalogue');
  await page.getByRole('link', { name: 'Wind-farm data placement' }).first().click();
  await page.getByRole('heading', { name: 'Wind-farm data placement', level: 1 }).waitFor();
  await page.getByRole('main').getByText(successor).first().waitFor();
  const mette = await people.as('mette');
  await mette.goto('today');
  await mette.getByText(successor).first().waitFor();
});

test('the organisation that is gone is offered nowhere any more', async ({ people }) => {
  const page = await people.as('rui');
  await page.goto('partnerships/new');
  const searched = page.waitForResponse((response) => response.url().includes('/organisations?words='));
  await page.getByLabel('Members').first().fill(gone);
  expect(await (await searched).json()).toMatchObject({ items: [] });
  expect(await page.getByRole('option', { name: gone }).count()).toBe(0);
  await page.goto('partnerships');
  await page.getByRole('link', { name: 'Blue Coast consortium' }).first().click();
  await page.getByRole('region', { name: 'Who?' }).getByRole('link', { name: successor }).waitFor();
  await lookAt(page, 'partnership-after-merger');
});
