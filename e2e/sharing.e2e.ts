import { describe, expect } from 'vitest';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import { book, bookOnPage, fillBooking, newName, open, share, timesOf } from './support/sharing.ts';

// Each step shares what it needs for itself, so that a step that is walked again begins anew.
describe.each(['desk', 'phone'] as const)('on a %s', (device) => {
  /** Every page is looked at once, wide and narrow. */
  const look = async (...seen: Parameters<typeof lookAt>) => device === 'desk' && lookAt(...seen);

  test('an owner shares a laboratory: what it is, when it is open, by which rules', async ({ people }) => {
    const page = await open(people, 'ebba', device);
    await page.goto('resources/new');
    await page.getByRole('textbox', { name: 'Name' }).fill(newName('Wave flume'));
    await page.getByLabel('City').fill('Umeå');
    await page.getByRole('radiogroup', { name: 'Who may book' }).getByText('Everyone in the network').click();
    await page.getByLabel('Time to accept what became free, minutes').fill('120');
    await look(page, 'resource-new');
    await page.getByRole('button', { name: 'Share resource' }).click();
    await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
    await page.getByText('In service').first().waitFor();
    await look(page, 'resource-own');
  });

  test('a learner finds it, sees that it is free, and books it', async ({ people, product }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    const page = await open(people, 'amina', device);
    await page.goto('resources');
    await page.getByLabel('Free from').fill(at(0, '10:00'));
    await page.getByLabel('Free until').fill(at(0, '13:00'));
    await page.getByRole('button', { name: 'Show what is free' }).click();
    await page.getByRole('searchbox', { name: 'Search all that is shared' }).fill(flume.name);
    await page.waitForURL(/freeFrom=.*words=|words=.*freeFrom=/);
    await look(page, 'resources');
    await page.getByRole('link', { name: flume.name, exact: true }).click();
    await look(page, 'resource');
    await bookOnPage(page, at(0, '10:00'), at(0, '13:00'));
    await page.getByText('Confirmed').first().waitFor();
    await look(page, 'booking');
  });

  test('who wants a time that is taken is told what can be had, waits, and has it once the first cancels', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume', { rules: { acceptWithinMinutes: 120 } });
    const amina = await open(people, 'amina', device);
    const first = await book(amina, flume, at(0, '10:00'), at(0, '13:00'));
    const helena = await open(people, 'helena', device);
    await helena.goto(flume.url);
    await fillBooking(helena, at(0, '11:00'), at(0, '12:00'));
    const dialog = helena.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Book', exact: true }).click();
    await dialog.getByText('cannot be had at that time: somebody holds it.').waitFor();
    await dialog.getByRole('button', { name: /^Take / }).waitFor();
    await look(helena, 'booking-clash');
    await dialog.getByRole('button', { name: 'Join the waiting list' }).click();
    await helena.getByText('On the waiting list').first().waitFor();
    await look(helena, 'booking-waiting');

    await amina.goto(`bookings/${first}`);
    await amina.getByRole('button', { name: 'Cancel booking' }).click();
    await amina.getByRole('dialog').getByRole('textbox').fill('The samples are late');
    await amina.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
    await amina.getByText('Cancelled: The samples are late').waitFor();

    const accept = helena.getByRole('button', { name: 'Accept this time' });
    const isThere = async () => {
      await helena.reload();
      await helena.getByText(flume.name).first().waitFor();
      return accept.isVisible();
    };
    await expect.poll(isThere, { timeout: 30_000, interval: 1_000 }).toBe(true);
    await accept.click();
    await helena.getByText('Confirmed').first().waitFor();
  });

  test('an owner approves what needs approval, from the list of what waits for a decision', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const jonas = await open(people, 'jonas', device);
    const turbine = await share(jonas, 'Turbine simulator', { rules: { approvalChain: ['owner'] } });
    const amina = await open(people, 'amina', device);
    await amina.goto(turbine.url);
    await bookOnPage(amina, at(1, '09:00'), at(1, '11:00'));
    await amina.getByText('Waits for the approval of Vantera Energy.').waitFor();
    await jonas.goto('bookings?side=decide');
    await look(jonas, 'bookings-to-decide');
    await jonas.getByRole('link', { name: turbine.name, exact: true }).click();
    await jonas.getByRole('button', { name: 'Approve booking' }).click();
    await jonas.getByText('Confirmed').first().waitFor();
    await amina.reload();
    await amina.getByText('Confirmed').first().waitFor();
  });

  test('a recurring booking says which times cannot be had, leaves out a day, and books the rest', async ({
    people,
    product,
  }) => {
    const { at, day } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    await book(await people.as('helena'), flume, at(0, '11:00'), at(0, '12:00'));
    const page = await open(people, 'amina', device);
    await page.goto(flume.url);
    await fillBooking(page, at(0, '11:00'), at(0, '12:00'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Repeat').first().click();
    await page.getByRole('option', { name: 'Every week', exact: true }).click();
    await dialog.getByLabel('How often').fill('4');
    await dialog.getByLabel('Leave out a day').fill(day(7));
    await dialog.getByText(/^Not on/).waitFor();
    await dialog.getByRole('button', { name: 'See which times can be had' }).click();
    await dialog.getByText('left out', { exact: true }).waitFor();
    await look(page, 'booking-series');
    await dialog.getByRole('button', { name: 'Book 2 times' }).click();
    await page.waitForURL(/\/bookings$/);
    const booked = page.getByRole('listitem').filter({ hasText: flume.name }).filter({ hasText: 'one of several' });
    await booked.nth(1).waitFor();
    expect(await booked.count()).toBe(2);
    await look(page, 'bookings');
  });

  test('two holders swap their times', async ({ people, product }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    const helena = await open(people, 'helena', device);
    const amina = await open(people, 'amina', device);
    const hers = await book(amina, flume, at(2, '10:00'), at(2, '11:00'));
    const mine = await book(helena, flume, at(3, '10:00'), at(3, '11:00'));
    await helena.goto(`bookings/${mine}`);
    await helena.getByRole('button', { name: 'Swap' }).click();
    const dialog = helena.getByRole('dialog');
    await dialog.locator(`input[value="${hers}"]`).check();
    await look(helena, 'booking-swap');
    await dialog.getByRole('button', { name: 'Propose to swap' }).click();
    await helena.getByText('waits for an answer').waitFor();
    await amina.goto(`bookings/${hers}`);
    await amina.getByRole('region', { name: 'Proposals to swap' }).getByRole('button', { name: 'Swap' }).click();
    await amina.waitForURL(/\/bookings$/);
    const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
    const swapped = format.format(new Date(`${at(3, '12:00')}:00Z`)).replace(',', '');
    await amina.getByRole('listitem').filter({ hasText: flume.name }).filter({ hasText: swapped }).waitFor();
  });

  test('one checks in with the code at the resource; a wrong one is refused', async ({ people, product }) => {
    const { at } = timesOf(product);
    const rules = { checkIn: 'code', releaseAfterMinutes: 15 };
    const cutter = await share(await people.as('jonas'), 'Laser cutter', { rules, checkInCode: 'ANCHOR7' });
    const amina = await open(people, 'amina', device);
    const id = await book(amina, cutter, `${at(0, '09:00')}Z`, `${at(0, '12:00')}Z`);
    await people.moveTo(new Date(`${at(0, '08:55')}:00Z`));
    await amina.goto(`bookings/${id}`);
    await amina.getByRole('button', { name: 'Check in' }).click();
    const dialog = amina.getByRole('dialog');
    await dialog.getByLabel('Code at the resource').fill('ANCHOR1');
    await dialog.getByRole('button', { name: 'Check in' }).click();
    await dialog.getByText('That is not the code at the resource.').waitFor();
    await look(amina, 'booking-code');
    await dialog.getByLabel('Code at the resource').fill('anchor7');
    await dialog.getByRole('button', { name: 'Check in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await amina.getByText('Checked in', { exact: true }).waitFor();
  });

  test('who does not come loses the rest of the time', async ({ people, product }) => {
    const { at } = timesOf(product);
    const drone = await share(await people.as('jonas'), 'Survey drone', {
      rules: { checkIn: 'page', releaseAfterMinutes: 15 },
    });
    const amina = await open(people, 'amina', device);
    const id = await book(amina, drone, `${at(0, '09:00')}Z`, `${at(0, '12:00')}Z`);
    await people.moveTo(new Date(`${at(0, '09:20')}:00Z`));
    await amina.goto(`bookings/${id}`);
    await amina.getByText('Nobody checked in, so the rest of the time was released for others.').waitFor();
    await look(amina, 'booking-missed');
  });

  test('when more is asked for than there is, fair share decides, and says why', async ({ people, product }) => {
    const { at, day } = timesOf(product);
    const shares = (['ribeira', 'jianglan'] as const).map((key, index) => ({
      organisationId: product.cast.organisation(key),
      promisedMinutes: index === 0 ? 600 : 6_000,
      startsOn: day(-30),
      endsOn: day(300),
    }));
    const tank = await share(await people.as('jonas'), 'Towing tank', { rules: { fairShareHours: 24 }, shares });
    const amina = await open(people, 'amina', device);
    await book(amina, tank, at(1, '13:00'), at(1, '15:00'));
    await people.moveTo(new Date(`${at(0, '14:00')}:00Z`));
    const lost = await book(amina, tank, at(9, '10:00'), at(9, '12:00'));
    await book(await people.as('chen'), tank, at(9, '10:00'), at(9, '12:00'));
    await people.moveTo(new Date(`${at(8, '12:00')}:00Z`));
    await amina.goto(`bookings/${lost}`);
    await amina.getByText('Who went first, and why').waitFor();
    await amina.getByText('Others had used less of their share, so they went first.').waitFor();
    await look(amina, 'booking-fair-share');
  });
});

test('one’s calendar program has an address of its own, shown once', async ({ people, product }) => {
  const { at } = timesOf(product);
  const flume = await share(await people.as('ebba'), 'Wave flume');
  const page = await open(people, 'amina', 'desk');
  await book(page, flume, at(0, '10:00'), at(0, '11:00'));
  await page.goto('calendars');
  await page.getByRole('button', { name: 'Make a secret address' }).click();
  const address = await page.getByLabel('Secret address').inputValue();
  await lookAt(page, 'calendars');
  const feed = await fetch(address);
  expect(await feed.text()).toContain(`SUMMARY:${flume.name}`);
  const etag = feed.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  await expect.poll(() => product.mails.received.some(({ raw }) => raw.includes('method=REQUEST'))).toBe(true);
});
