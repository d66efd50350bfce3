import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';

const dayMs = 86_400_000;
/** A Tuesday, a week or more ahead, in wall clocks of the place. */
const tuesday = nextTuesday();
const on = (daysLater: number, clock: string) =>
  `${new Date(Date.parse(tuesday) + daysLater * dayMs).toISOString().slice(0, 10)}T${clock}`;
const place = { timeZone: 'Europe/Amsterdam', audience: 'network', city: 'Umeå', country: 'SE' };
let flume: string;

test('an owner shares a laboratory: what it is, when it is open, by which rules', async ({ people }) => {
  const page = await people.as('ebba');
  await page.goto('resources/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Wave flume');
  await page.getByLabel('City').fill('Umeå');
  await page.getByRole('radiogroup', { name: 'Who may book' }).getByText('Everyone in the network').click();
  await page.getByLabel('Time to accept what became free, minutes').fill('120');
  await lookAt(page, 'resource-new');
  await page.getByRole('button', { name: 'Share resource' }).click();
  await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
  await page.getByText('In service').first().waitFor();
  await lookAt(page, 'resource-own');
  flume = page.url();
});

test('a learner finds it, sees that it is free, and books it', async ({ people }) => {
  const page = await people.as('amina');
  await page.goto('resources');
  await page.getByLabel('Free from').fill(on(0, '10:00'));
  await page.getByLabel('Free until').fill(on(0, '13:00'));
  await page.getByRole('button', { name: 'Show what is free' }).click();
  await page.getByRole('searchbox', { name: 'Search all that is shared' }).fill('flume');
  await page.waitForURL(/freeFrom=.*words=flume|words=flume.*freeFrom=/);
  await lookAt(page, 'resources');
  await page.getByRole('link', { name: 'Wave flume' }).click();
  await lookAt(page, 'resource');
  await bookOnPage(page, on(0, '10:00'), on(0, '13:00'));
  await page.getByText('Confirmed').first().waitFor();
  await lookAt(page, 'booking');
});

test('who wants the same time is told what can be had instead, and may wait', async ({ people }) => {
  const page = await people.as('helena');
  await page.goto(flume);
  await fillBooking(page, on(0, '11:00'), on(0, '12:00'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await dialog.getByText('This time is taken or closed.').waitFor();
  await dialog.getByRole('button', { name: /^Take / }).waitFor();
  await lookAt(page, 'booking-clash');
  await dialog.getByRole('button', { name: 'Join the waiting list' }).click();
  await page.getByText('On the waiting list').first().waitFor();
  await lookAt(page, 'booking-waiting');
});

test('when the first cancels, the next who waits has it once she accepts', async ({ people }) => {
  const amina = await people.as('amina');
  await amina.getByRole('button', { name: 'Cancel booking' }).click();
  await amina.getByRole('dialog').getByRole('textbox').fill('The samples are late');
  await amina.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await amina.getByText('Cancelled: The samples are late').waitFor();
  const helena = await people.as('helena');
  const accept = helena.getByRole('button', { name: 'Accept this time' });
  const isThere = async () => {
    await helena.reload();
    await helena.getByText('Wave flume').first().waitFor();
    return accept.isVisible();
  };
  await expect.poll(isThere, { timeout: 30_000, interval: 1_000 }).toBe(true);
  await accept.click();
  await helena.getByText('Confirmed').first().waitFor();
});

test('an owner approves what needs approval, from the list of what waits for a decision', async ({ people }) => {
  const jonas = await people.as('jonas');
  const turbine = await share(jonas, { name: 'Turbine simulator', rules: { approvalChain: ['owner'] } });
  const amina = await people.as('amina');
  await amina.goto(turbine);
  await bookOnPage(amina, on(1, '09:00'), on(1, '11:00'));
  await amina.getByText('Waits for the approval of Vantera Energy.').waitFor();
  await jonas.goto('bookings?side=decide');
  await lookAt(jonas, 'bookings-to-decide');
  await jonas.getByRole('link', { name: 'Turbine simulator' }).click();
  await jonas.getByRole('button', { name: 'Approve booking' }).click();
  await jonas.getByText('Confirmed').first().waitFor();
  await amina.reload();
  await amina.getByText('Confirmed').first().waitFor();
});

test('a recurring booking says which times cannot be had, leaves out a day, and books the rest', async ({ people }) => {
  const page = await people.as('amina');
  await page.goto(flume);
  await fillBooking(page, on(0, '11:00'), on(0, '12:00'));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Repeat').first().click();
  await page.getByRole('option', { name: 'Every week', exact: true }).click();
  await dialog.getByLabel('How often').fill('4');
  await dialog.getByLabel('Leave out a day').fill(on(7, '').slice(0, 10));
  await dialog.getByText(/^Not on/).waitFor();
  await dialog.getByRole('button', { name: 'See which times can be had' }).click();
  await dialog.getByText('left out', { exact: true }).waitFor();
  await lookAt(page, 'booking-series');
  await dialog.getByRole('button', { name: 'Book 2 times' }).click();
  await page.waitForURL(/\/bookings$/);
  await page.getByText('one of several').first().waitFor();
  expect(await page.getByText('one of several').count()).toBe(2);
  await lookAt(page, 'bookings');
});

test('two holders swap their times', async ({ people }) => {
  const helena = await people.as('helena');
  const amina = await people.as('amina');
  const hers = await book(amina, flume, on(2, '10:00'), on(2, '11:00'));
  const mine = await book(helena, flume, on(3, '10:00'), on(3, '11:00'));
  await helena.goto(`bookings/${mine}`);
  await helena.getByRole('button', { name: 'Swap' }).click();
  const dialog = helena.getByRole('dialog');
  await dialog.locator(`input[value="${hers}"]`).check();
  await lookAt(helena, 'booking-swap');
  await dialog.getByRole('button', { name: 'Propose to swap' }).click();
  await helena.getByText('waits for an answer').waitFor();
  await amina.goto(`bookings/${hers}`);
  await amina.getByRole('region', { name: 'Proposals to swap' }).getByRole('button', { name: 'Swap' }).click();
  await amina.waitForURL(/\/bookings$/);
  const friday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
  const day = friday.format(new Date(`${on(3, '12:00')}:00Z`)).replace(',', '');
  await amina.getByText(day).first().waitFor();
});

test('the calendar shows who holds what; a time is chosen by keys and booked', async ({ people }) => {
  const page = await people.as('amina');
  await page.goto(`calendar?day=${on(4, '').slice(0, 10)}`);
  const cell = page.getByRole('gridcell', { name: /Wave flume/ }).nth(4);
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('region', { name: 'New booking' }).waitFor();
  await lookAt(page, 'calendar');
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('Booked.', { exact: true }).waitFor();
  await page
    .getByRole('button', { name: /You, Confirmed/ })
    .first()
    .waitFor();
});

test('who does not come loses the rest of the time', async ({ people }) => {
  const jonas = await people.as('jonas');
  const drone = await share(jonas, { name: 'Survey drone', rules: { checkIn: 'page', releaseAfterMinutes: 15 } });
  const amina = await people.as('amina');
  const id = await book(amina, drone, on(0, '09:00'), on(0, '12:00'));
  await people.moveTo(new Date(Date.parse(`${on(0, '08:20')}:00Z`)));
  await amina.goto(`bookings/${id}`);
  await amina.getByText('Nobody checked in, so the rest of the time was released for others.').waitFor();
  await lookAt(amina, 'booking-missed');
});

test('when more is asked for than there is, fair share decides, and says why', async ({ people, product }) => {
  const jonas = await people.as('jonas');
  const ribeira = product.cast.organisation('ribeira');
  const jianglan = product.cast.organisation('jianglan');
  const year = tuesday.slice(0, 4);
  const shares = [ribeira, jianglan].map((organisationId, index) => ({
    organisationId,
    promisedMinutes: index === 0 ? 600 : 6_000,
    startsOn: `${year}-01-01`,
    endsOn: `${Number(year) + 1}-12-31`,
  }));
  const tank = await share(jonas, { name: 'Towing tank', rules: { fairShareHours: 24 }, shares });
  const amina = await people.as('amina');
  await book(amina, tank, on(1, '13:00'), on(1, '15:00'));
  const lost = await book(amina, tank, on(9, '10:00'), on(9, '12:00'));
  await book(await people.as('chen'), tank, on(9, '10:00'), on(9, '12:00'));
  await people.moveTo(new Date(Date.parse(`${on(8, '12:00')}:00Z`)));
  await amina.goto(`bookings/${lost}`);
  await amina.getByText('Who went first, and why').waitFor();
  await amina.getByText('Others had used less of their share, so they went first.').waitFor();
  await lookAt(amina, 'booking-fair-share');
});

test('one’s calendar program has an address of its own, shown once', async ({ people, product }) => {
  const page = await people.as('amina');
  await page.goto('calendars');
  await page.getByRole('button', { name: 'Make a secret address' }).click();
  const address = await page.getByLabel('Secret address').inputValue();
  await lookAt(page, 'calendars');
  const feed = await fetch(address);
  expect(await feed.text()).toContain('SUMMARY:Wave flume');
  const etag = feed.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect(product.mails.received.some(({ raw }) => raw.includes('method=REQUEST'))).toBe(true);
});

/** Opens the dialog and enters a time. */
async function fillBooking(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^From/).fill(from);
  await dialog.getByLabel(/^To/).fill(to);
  await dialog.getByLabel('What for').fill('Sediment study');
}

async function bookOnPage(page: Page, from: string, to: string): Promise<void> {
  await fillBooking(page, from, to);
  await page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/);
}

/** Books without the page, as what came before a step. */
async function book(page: Page, resource: string, starts: string, ends: string): Promise<string> {
  const resourceId = resource.slice(-36);
  return (await send(page, 'bookings', { resources: [{ resourceId }], starts, ends, purpose: 'Study' })).id;
}

async function share(page: Page, input: { name: string; rules?: object; shares?: object[] }): Promise<string> {
  const { id } = await send(page, 'resources', { kind: 'laboratory', ...place, ...input, name: { en: input.name } });
  return `resources/${id}`;
}

async function send(page: Page, path: string, data: object): Promise<{ id: string }> {
  const answer = await page.request.post(`api/${path}`, { data, headers: { 'x-collegium': '1' } });
  if (!answer.ok()) throw new Error(await answer.text());
  return answer.json() as Promise<{ id: string }>;
}

function nextTuesday(): string {
  const from = Date.now() + 7 * dayMs;
  const days = (2 - new Date(from).getUTCDay() + 7) % 7;
  return new Date(from + days * dayMs).toISOString().slice(0, 10);
}
