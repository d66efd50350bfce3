import { expect } from 'vitest';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

const title = 'Safe work on the water';
let offer: string;

test('a provider writes a course step by step, sees how others will see it, and publishes it', async ({ people }) => {
  const page = await people.as('ebba');
  await page.goto('offers/new');
  await page.getByRole('radiogroup', { name: 'Kind' }).getByText('Course').click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await lookAt(page, 'offer-new');
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByLabel('City').fill('Umeå');
  await lookAt(page, 'offer-where');
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByRole('textbox', { name: 'Places' }).fill('1');
  await page.getByLabel('First come, first served').check();
  await page.getByLabel('Everybody in the network; visitors read it too').check();
  await lookAt(page, 'offer-places');
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByRole('button', { name: 'Publish offer' }).click();
  await page.getByText('You promise 1 place.').waitFor();
  await page.getByRole('button', { name: 'Publish for Lindqvist' }).click();
  await page.waitForURL(/\/offers\/[0-9a-f-]{36}$/);
  offer = page.url();
});

test('a visitor finds it in the catalogue and is led to sign in', async ({ people }) => {
  const page = await people.stranger();
  await page.goto('catalogue');
  await lookAt(page, 'catalogue-visitor');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Sign in to apply' }).click();
  await page.waitForURL(/\/sign-in\?/);
  await page.context().close();
});

test('the first learner has the seat at once, the second waits in line', async ({ people }) => {
  const amina = await people.as('amina');
  await amina.goto(offer);
  await amina.getByText('1 place is left').waitFor();
  await lookAt(amina, 'offer-open');
  await amina.getByRole('button', { name: 'Take a place' }).click();
  await amina.getByText('You hold a place.').waitFor();
  const second = await people.as('northwater-1');
  await second.goto(offer);
  await second.getByText('All places are taken').waitFor();
  await second.getByRole('button', { name: 'Join the waiting list' }).click();
  await second.getByText('You are number 1 on the waiting list.').waitFor();
  await lookAt(second, 'offer-waiting');
});

test('when the first withdraws, the second has the seat and is told', async ({ people, product }) => {
  const amina = await people.as('amina');
  await amina.goto(offer);
  await amina.getByRole('button', { name: 'Withdraw' }).click();
  await amina.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await amina.getByText('You withdrew it.').waitFor();
  const second = await people.as('northwater-1');
  await second.reload();
  await second.getByText('You hold a place.').waitFor();
  await expect.poll(() => product.mails.received.some(({ raw }) => raw.includes('Safe work'))).toBe(true);
  await second.goto('messages');
  await second
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .waitFor();
  await lookAt(second, 'messages');
  await second.goto('applications');
  await second.getByRole('link', { name: title }).waitFor();
  await lookAt(second, 'applications-own');
});

test('the provider reads who holds a place', async ({ people }) => {
  const page = await people.as('ebba');
  await page.goto(offer);
  await page.getByRole('link', { name: 'See who applied' }).click();
  await page.getByText('Accepted').first().waitFor();
  await lookAt(page, 'applications-provider');
});
