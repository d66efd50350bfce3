import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** The learner reads the published result of the round and accepts the place. */
export async function acceptOfferedPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept place' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept place' }).click();
  await page.getByRole('heading', { name: 'You accepted the place' }).waitFor();
}

/** Opens the participation that follows from the accepted place; it appears once the event was told. */
export async function openPlacement(page: Page, title: string): Promise<string> {
  const link = page.getByRole('link', { name: title });
  const count = async () => {
    await page.goto('participations');
    await page.locator('h1').waitFor();
    return link.count();
  };
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(0);
  await link.first().click();
  await page.getByText('Read the plan and approve it').waitFor();
  return page.url();
}
