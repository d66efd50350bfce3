import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../bin/lib/chromium.ts';
import { allJobs } from '../../server/jobs.ts';
import { unsafeSignIn } from '../../server/platform/auth/sign-in-as.ts';
import type { Product } from './product.ts';

/** A desk, and a phone. */
export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
/** A folder for a picture of every page that a journey looks at; none are taken without it. */
const pictures = process.env['JOURNEY_PICTURES'];

/** The people of a journey, each with a browser of their own that stays signed in. */
export interface People {
  /** The page of somebody of the cast, signed in. */
  as: (key: string) => Promise<Page>;
  /** The same for somebody who came later, by mail address. */
  withAddress: (email: string) => Promise<Page>;
  /** A page in a browser that nobody has used. */
  stranger: () => Promise<Page>;
  /** Signs everybody in anew: whoever binds an organisation proves who they are within five minutes. */
  signInAgain: () => Promise<void>;
  /** Moves the clock of the product and of everybody’s browser; what is done every so often is done by then. */
  moveTo: (instant: Date) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens one browser for everybody. */
export async function openPeople(product: Product): Promise<People> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('The journeys need Chromium; `npm run e2e` installs it.');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  const pages = new Map<string, Page>();
  const stranger = () => openPage(browser, product);
  const pageOf = async (accountId: string) => {
    const known = pages.get(accountId);
    if (known) return known;
    const page = await stranger();
    await signIn(page.context(), product, accountId);
    pages.set(accountId, page);
    return page;
  };
  const signInAgain = async () => {
    await Promise.all([...pages].map(([accountId, page]) => signIn(page.context(), product, accountId)));
  };
  return {
    stranger,
    signInAgain,
    as: (key) => pageOf(product.cast.member(key).accountId),
    withAddress: async (email) => pageOf(await findAccount(product, email)),
    moveTo: async (instant) => {
      product.ahead.ms = instant.getTime() - Date.now();
      for (const job of allJobs) await job.run(product.services, {}, new AbortController().signal);
      product.services.signal();
      // A sign-in does not last for weeks.
      await signInAgain();
      await Promise.all(browser.contexts().map((context) => context.clock.setSystemTime(instant)));
    },
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, product: Product): Promise<Page> {
  const context = await browser.newContext({
    baseURL: `${product.url}/`,
    viewport: wide,
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  if (product.ahead.ms > 0) await context.clock.setSystemTime(product.services.clock.now());
  return context.newPage();
}

async function findAccount({ services }: Product, email: string): Promise<string> {
  const { id } = await services.db
    .selectFrom('platform.account')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

async function signIn(context: BrowserContext, product: Product, accountId: string): Promise<void> {
  const cookie = await unsafeSignIn(product.services, accountId);
  const [name = '', value = ''] = cookie.slice(0, cookie.indexOf(';')).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: product.url }]);
}

/** Nothing on the page keeps anybody out: wide and light, on a phone and dark, by axe, and without a sideways scroll. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await settle(page);
  const before = page.viewportSize();
  for (const [viewport, colorScheme] of [
    [phone, 'dark'],
    [wide, 'light'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const label = `${name}-${viewport.width}-${colorScheme}`;
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)))');
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${label}.png`), fullPage: true });
    }
    expect.soft(await findBarriers(page), label).toEqual([]);
    expect.soft(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), label).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

async function settle(page: Page): Promise<void> {
  const isThere = `document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null`;
  await expect.poll(() => page.evaluate(isThere), { timeout: 20_000, interval: 50 }).toBe(true);
}

/** What axe finds. A page may still be on its way from another: what is gone at the next look was not on the page. */
async function findBarriers(page: Page, looks = 3): Promise<string[]> {
  const { violations } = await axeFor(page).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  if (found.length === 0 || looks === 1) return found;
  await settle(page);
  return findBarriers(page, looks - 1);
}

/** All rules, told in the page itself: the usual way opens a second page for the sake of frames, of which there are none here. */
function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}
