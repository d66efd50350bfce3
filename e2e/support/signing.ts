import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { linkMailedTo } from './mail.ts';
import type { People } from './people.ts';
import type { Product } from './product.ts';

/** Signs with the account that is signed in, in this function. */
export async function signAs(page: Page, organisation: string, office: string): Promise<void> {
  await page.getByRole('button', { name: `Sign for ${organisation}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your function').fill(office);
  await dialog.getByText(`, ${office}, sign version`, { exact: false }).waitFor();
  await dialog.getByRole('button', { name: `Sign for ${organisation}` }).click();
  await page
    .getByText(/Signed \d/)
    .first()
    .waitFor();
}

/** Opens the link that was mailed to somebody without an account, in a browser that nobody has used. */
export async function openSigningLink(people: People, { mails }: Product, address: string) {
  const page = await people.stranger();
  const link = await linkMailedTo(mails, address);
  await page.goto(link);
  await page.getByText('you are asked to sign', { exact: false }).waitFor();
  return { page, link };
}

/** Signs on the page of a link, with the code that is mailed to the same address. */
export async function signByCode(page: Page, { mails }: Product, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Send me the code' }).click();
  const codeOf = () => {
    const mail = mails.received.findLast(({ to, raw }) => to.includes(address) && /Subject: \d{6}/.test(raw));
    return /Subject: (\d{6})/.exec(mail?.raw ?? '')?.[1];
  };
  await expect.poll(codeOf, { timeout: 20_000 }).toBeDefined();
  await page.getByLabel('The six digits').fill(codeOf() ?? '');
  await page.getByRole('button', { name: /^Sign for/ }).click();
  await page.getByRole('heading', { name: /You have signed/ }).waitFor();
}

/** Uploads a document that was signed elsewhere for a party. */
export async function bringDocument(page: Page, organisation: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${organisation}` }).click();
  await page.getByRole('menuitem', { name: 'Upload a signed document' }).click();
  const dialog = page.getByRole('dialog');
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByText('Choose a file').click();
  await (await chooser).setFiles({ name: 'signed.pdf', mimeType: 'application/pdf', buffer: pdf });
  await dialog.getByLabel('Who signed').fill(name);
  await dialog.getByLabel('In which function').fill('Director');
  await dialog.getByLabel('On which day').fill(new Date().toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Upload the document' }).click();
  await page.getByText('Document to be confirmed').first().waitFor();
}

/** Another party confirms the document that was brought. */
export async function confirmDocument(page: Page, organisation: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${organisation}` }).click();
  await page.getByRole('menuitem', { name: 'Confirm the document' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm the document' }).click();
}

/** Another party says that the document is not the signature of this text, and why. */
export async function refuseDocument(page: Page, organisation: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${organisation}` }).click();
  await page.getByRole('menuitem', { name: 'Refuse the document' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: 'Refuse the document' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Waits until the agreement stands as it should: what people did is followed up a moment later. */
export async function untilAgreementIs(product: Product, id: string, state: string): Promise<void> {
  const stateOf = async () =>
    (await product.network.selectFrom('agreement').select('state').where('id', '=', id).executeTakeFirst())?.state;
  await expect.poll(stateOf, { timeout: 20_000 }).toBe(state);
}
