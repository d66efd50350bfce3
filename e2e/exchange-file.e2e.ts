import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { giveCode, testIia } from '../server/adapters/ewp/testing.ts';
import { readIias } from '../server/adapters/ewp/read-iias.ts';
import { writeIias } from '../server/adapters/ewp/write-iias.ts';
import { addApprovedVersion } from '../server/agreements/signing/testing.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

const iia = testIia('ribeira.example', 'jianglan.example');

/** Chooses a file in the page as people do, from one that stands in memory. */
async function chooseFile(page: Page, text: string): Promise<void> {
  const button = page.getByRole('button', { name: /^File/ });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles({ name: 'iia.xml', mimeType: 'application/xml', buffer: Buffer.from(text) });
}

test('a file that was changed on its way is refused with its reason, and so is one with entities', async ({
  people,
}) => {
  const page = await people.as('rui');
  await page.goto('agreements');
  await page.getByRole('link', { name: 'Import EWP XML' }).click();
  await page.getByRole('heading', { name: 'Import EWP XML', level: 1 }).waitFor();
  await chooseFile(page, writeIias([iia]).replace('>3<', '>30<'));
  await page.getByText('The conditions are not those that were hashed', { exact: false }).waitFor();
  await lookAt(page, 'iia-refused');
  await page.reload();
  await chooseFile(page, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>');
  await page.getByText('The file declares a document type or entities.', { exact: false }).waitFor();
});

test('before it is begun, one sees whom it means and chooses who is not known', async ({ people, product }) => {
  await giveCode(product.network, { id: product.cast.organisation('ribeira'), name: 'Ribeira' }, 'ribeira.example');
  const page = await people.as('rui');
  await page.goto('agreements/import');
  await chooseFile(page, writeIias([iia]));
  await page.getByText('Universidade de Ribeira', { exact: true }).last().waitFor();
  const begin = page.getByRole('button', { name: 'Begin this agreement' });
  expect(await begin.isDisabled()).toBe(true);
  await page.getByLabel('Which organisation is jianglan.example?').first().fill('Jianglan');
  await page.getByRole('option', { name: 'Jianglan University' }).click();
  await lookAt(page, 'iia-preview');
  await begin.click();
  await page.getByRole('heading', { name: 'Numbers of this agreement' }).waitFor();
  await page.getByText('Student mobility for studies').first().waitFor();
});

test('a file that was begun before says so, with the draft that it became', async ({ people }) => {
  const page = await people.as('rui');
  await page.goto('agreements/import');
  await chooseFile(page, writeIias([iia]));
  await page.getByText('It was begun here before.', { exact: false }).waitFor();
  await lookAt(page, 'iia-begun-before');
  await page.locator('.note').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Numbers of this agreement' }).waitFor();
});

test('an agreement is exported as a file that others read, or the page says why not', async ({ people, product }) => {
  const [ribeira, jianglan] = ['ribeira', 'jianglan'].map((key) => ({
    id: product.cast.organisation(key),
    name: key,
  })) as [{ id: string; name: string }, { id: string; name: string }];
  const { agreementId } = await addApprovedVersion({ network: product.network, clock: { at: new Date() } }, [
    ribeira,
    jianglan,
  ]);
  const page = await people.as('rui');
  await page.goto(`agreements/${agreementId}`);
  await page.getByRole('button', { name: 'Export as EWP XML' }).click();
  await page.getByText('jianglan has no SCHAC code.', { exact: false }).waitFor();
  await giveCode(product.network, jianglan, 'jianglan.example');
  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as EWP XML' }).click();
  const text = readFileSync(await (await downloaded).path(), 'utf8');
  expect(readIias(text)).toMatchObject([{ partners: [{ heiId: 'ribeira.example' }, { heiId: 'jianglan.example' }] }]);
});
