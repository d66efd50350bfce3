import type { Locator, Page } from 'playwright-core';
import { setReviewChain } from '../../server/agreements/party-settings.ts';
import { newId } from '../../server/platform/ids.ts';
import type { MemberScope } from '../../server/platform/scope.ts';
import type { People } from './people.ts';
import type { Product } from './product.ts';

/** The form of the clause that is being edited. */
export function clauseForm(page: Page): Locator {
  return page.locator('.clause-form');
}

export async function openClause(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: `Edit clause ${number}`, exact: true }).click();
}

export async function saveClause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save clause' }).click();
  await page.getByRole('button', { name: 'Save clause' }).waitFor({ state: 'detached' });
}

/** Fills fields of a clause of the draft, found by their labels, and saves it. */
export async function fillClause(page: Page, number: number, values: Record<string, string>): Promise<void> {
  await openClause(page, number);
  for (const [label, value] of Object.entries(values))
    await clauseForm(page).getByLabel(label, { exact: true }).fill(value);
  await saveClause(page);
}

/** Chooses from a list by the label of its field. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Finds an organisation by its name in a field of organisations. */
export async function findOrganisation(within: Page | Locator, label: string, name: string): Promise<void> {
  const page = 'page' in within ? within.page() : within;
  await within.getByLabel(label).first().fill(name);
  await page.getByRole('option', { name }).click();
}

export async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Propose to all parties' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Propose version/ })
    .click();
  await page.getByRole('tab', { name: 'Clauses' }).waitFor();
}

/** Approves for the party of each of these people, one after the other. */
export async function approveFor(people: People, address: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const page = await people.as(key);
    await page.goto(address);
    await approve(page);
  }
}

/** Approves the step of the review that waits for the reader. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Approve for/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve for/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Whoever joins signs the text in force, in the language of the reader. */
export async function signToJoin(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?tab=life`);
  await page.getByRole('button', { name: /^Sign for|^代表.*签署/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Your function|您的职务/).fill('Rector');
  await dialog.getByText(/which joins on|起加入/).waitFor();
  await dialog.getByRole('button', { name: /^Sign for|^代表.*签署/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Agrees to the request that waits, in the language of the reader. */
export async function agreeTo(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?tab=life`);
  await page.getByRole('button', { name: /^Agree for|^代表.*同意/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Agree for|^代表.*同意/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Each of these parties lets one person decide, as small organisations do. */
export async function reviewByOnePerson(product: Product, keys: readonly string[]): Promise<void> {
  const { network } = product;
  const { id } = await network.selectFrom('agreement').select('id').executeTakeFirstOrThrow();
  for (const key of keys) {
    const scope = scopeOf(product, key);
    const { personId } = scope.actor;
    await setReviewChain(scope, id, { chain: ['head'], reviewers: [{ step: 'head', personId }] });
  }
}

function scopeOf({ services, network, cast }: Product, key: string): MemberScope {
  return {
    ...services,
    db: network,
    network: { slug: 'sample', name: 'Blue Coast (sample)', isSample: true },
    actor: cast.member(key),
    requestId: newId(),
    language: 'en',
  };
}
