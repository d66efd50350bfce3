import type { Browser, BrowserContextOptions } from 'playwright-core';

/** Signs in as a learner of the sample world; also finds an offer's address. */
export async function signInAsSample(
  browser: Browser,
  network: string,
): Promise<{ storageState: NonNullable<BrowserContextOptions['storageState']>; offer: string }> {
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto(`${network}/sign-in`);
    await page
      .getByRole('button', { name: /learner/i })
      .first()
      .click();
    await page.waitForURL(/\/today$/);
    await page.goto(`${network}/catalogue`);
    const offer = await page.locator('.offer-row a').first().getAttribute('href');
    if (offer === null) throw new Error('The catalogue of the sample world is empty');
    return { storageState: await context.storageState(), offer };
  } finally {
    await context.close();
  }
}
