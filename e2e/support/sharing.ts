import type { Page } from 'playwright-core';
import { phone, wide, type People } from './people.ts';
import type { Product } from './product.ts';

const dayMs = 86_400_000;

/** How a journey's people hold their device. */
export const devices = { desk: wide, phone } as const;
export type Device = keyof typeof devices;

/** A resource that one step made for itself, so that the step may be walked again. */
export interface Shared {
  id: string;
  name: string;
  /** The address of its page. */
  url: string;
}

/** Days from a Tuesday a week or more ahead of the product's clock, as clocks at the place show them. */
export function timesOf({ services }: Product) {
  const soonest = services.clock.now().getTime() + 7 * dayMs;
  const days = (2 - new Date(soonest).getUTCDay() + 7) % 7;
  const tuesday = Date.parse(new Date(soonest + days * dayMs).toISOString().slice(0, 10));
  const day = (later: number) => new Date(tuesday + later * dayMs).toISOString().slice(0, 10);
  return { day, at: (later: number, clock: string) => `${day(later)}T${clock}` };
}

/** The page of somebody, on the device. */
export async function open(people: People, key: string, device: Device): Promise<Page> {
  const page = await people.as(key);
  await page.setViewportSize(devices[device]);
  return page;
}

let shared = 0;

/** A name that no other step gave. */
export function newName(name: string): string {
  shared += 1;
  return `${name} ${shared}`;
}

/** Shares something without the page, as what came before a step. */
export async function share(page: Page, name: string, input: object = {}): Promise<Shared> {
  const unique = newName(name);
  const { id } = await send(page, 'resources', {
    kind: 'laboratory',
    timeZone: 'Europe/Amsterdam',
    audience: 'network',
    city: 'Umeå',
    country: 'SE',
    ...input,
    name: { en: unique },
  });
  return { id, name: unique, url: `resources/${id}` };
}

/** Books without the page, as what came before a step; returns the booking's id. */
export async function book(page: Page, { id }: Shared, starts: string, ends: string): Promise<string> {
  return (await send(page, 'bookings', { resources: [{ resourceId: id }], starts, ends, purpose: 'Study' })).id;
}

/** Opens the dialog and enters a time. */
export async function fillBooking(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^From/).fill(from);
  await dialog.getByLabel(/^To/).fill(to);
  await dialog.getByLabel('What for').fill('Sediment study');
}

/** Books a resource whose page is open, as people do; the booking's page is open afterwards. */
export async function bookOnPage(page: Page, from: string, to: string): Promise<void> {
  await fillBooking(page, from, to);
  await page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/);
}

/** Asks the interface as the person of the page. */
export async function send(page: Page, path: string, data: object): Promise<{ id: string }> {
  const answer = await page.request.post(`api/${path}`, { data, headers: { 'x-collegium': '1' } });
  if (!answer.ok()) throw new Error(await answer.text());
  return answer.json() as Promise<{ id: string }>;
}
