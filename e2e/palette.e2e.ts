import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { lookAt, openPeople, phone, type People } from './support/people.ts';
import { type Product, startProduct } from './support/product.ts';

const searchWords = 'Search or type what you want to do';
let product: Product;
let people: People;

beforeAll(async () => {
  product = await startProduct(undefined, true);
  people = await openPeople(product);
});
afterAll(async () => {
  await people.close();
  await product.close();
});

/** The palette as Enter would leave it: the entry that is selected. */
const selected = (page: Page) => page.locator('.mantine-Spotlight-action[data-selected]');

async function openPalette(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(searchWords).waitFor();
}

test('what waits and what can be done stand first, and Enter goes where the selection is', async () => {
  const page = await people.as('marit');
  await page.goto('today');
  await openPalette(page);
  await selected(page).getByText('Publish the result').waitFor();
  await lookAt(page, 'palette');
  await page.getByPlaceholder(searchWords).fill('publish an off');
  await selected(page).getByText('Publish an offer').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/offers\/new$/);
});

test('offers of one name are told apart, and agreements and resources are found', async () => {
  const page = await people.as('marit');
  await page.goto('today');
  await openPalette(page);
  await page.getByPlaceholder(searchWords).fill('wind');
  const details = page.locator('.mantine-Spotlight-actionDescription');
  await expect.poll(() => details.count()).toBeGreaterThan(3);
  const told = await details.allTextContents();
  expect(new Set(told).size).toBe(told.length);
  await page.getByText('Mentors from the wind farms').last().waitFor();
  await page.getByPlaceholder(searchWords).fill('towing');
  await selected(page).getByText('Towing tank').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/resources\//);
  await openPalette(page);
  await page.getByPlaceholder(searchWords).fill('nothing is called so');
  await page.getByText('Nothing found.').waitFor();
  await lookAt(page, 'palette-empty');
});

test('a learner reads on a phone what was told, and it is read', async () => {
  const page = await people.as('amina');
  await page.setViewportSize(phone);
  await page.goto('messages');
  await lookAt(page, 'messages');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Messages' }).waitFor();
  expect(await page.getByRole('button', { name: 'Mark all as read' }).count()).toBe(0);
  await page
    .getByRole('link', { name: /The round .* is open/ })
    .first()
    .click();
  await page.waitForURL(/\/rounds\//);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByPlaceholder(searchWords).waitFor();
  await lookAt(page, 'palette-learner');
});
