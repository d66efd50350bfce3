import { describe, expect } from 'vitest';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import { book, fillBooking, open, send, share, timesOf } from './support/sharing.ts';

describe.each(['desk', 'phone'] as const)('on a %s', (device) => {
  const look = async (...seen: Parameters<typeof lookAt>) => device === 'desk' && lookAt(...seen);

  test('a room, instruments and an expert are booked together for a course, at whose cost is said', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const jonas = await people.as('jonas');
    const room = await share(jonas, 'Basin hall', { kind: 'room' });
    const probes = await share(jonas, 'Wave probes', { kind: 'equipment', sharedAs: 'items', units: 6 });
    const { personId } = product.cast.member('jonas');
    const expert = await share(jonas, 'Hours of an expert', {
      kind: 'person_time',
      personId,
      services: ['guest_lecture', 'consultation'],
    });
    const page = await open(people, 'amina', device);
    await page.goto(room.url);
    await fillBooking(page, at(0, '10:00'), at(0, '12:00'));
    const dialog = page.getByRole('dialog');
    for (const { name } of [probes, expert]) {
      await dialog.getByRole('combobox', { name: /^What/ }).first().fill(name);
      await page.getByRole('option', { name }).click();
    }
    await page.keyboard.press('Escape');
    await dialog.getByLabel(`How many of ${probes.name}`).fill('4');
    await dialog.getByRole('combobox', { name: 'What the hours are booked for' }).click();
    await page.getByRole('option', { name: 'Guest lecture' }).click();
    await dialog.getByText('A course', { exact: true }).click();
    await dialog.getByLabel('Name of the course').fill('Sediment transport');
    await dialog.getByLabel('How many people').fill('18');
    await dialog.getByLabel('Cost centre').fill('CC 4711');
    await look(page, 'booking-together');
    await dialog.getByRole('button', { name: 'Book', exact: true }).click();
    await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/);
    for (const words of [room.name, expert.name, 'Sediment transport', 'CC 4711', 'Guest lecture'])
      await page.getByText(words).first().waitFor();
    await page.getByText(/(?:no\. \d\D*){4}/).waitFor();
    await look(page, 'booking-of-several');
  });

  test('without an answer of the server one is told, and nothing is booked behind one’s back', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    const page = await open(people, 'amina', device);
    await page.goto(flume.url);
    await fillBooking(page, at(0, '10:00'), at(0, '12:00'));
    const button = page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true });
    await page.context().setOffline(true);
    await button.click();
    await page.getByText('The server did not answer').waitFor();
    await look(page, 'booking-unreachable');
    await page.context().setOffline(false);
    const { items } = (await (await page.request.get(`api/bookings?resourceId=${flume.id}`)).json()) as {
      items: unknown[];
    };
    expect(items).toEqual([]);
    await button.click();
    await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/);
  });

  test('a booking is moved past another that is in the way, and prolonged until the next begins', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    const page = await open(people, 'amina', device);
    await book(await people.as('chen'), flume, at(1, '10:00'), at(1, '12:00'));
    const id = await book(page, flume, at(0, '10:00'), at(0, '12:00'));
    await page.goto(`bookings/${id}`);
    await page.getByRole('button', { name: 'Change time' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^From/).fill(at(1, '11:00'));
    expect(await dialog.getByLabel(/^To/).inputValue()).toBe(at(1, '13:00'));
    await dialog.getByRole('button', { name: 'Change booking' }).click();
    await look(page, 'booking-change');
    await dialog.getByRole('button', { name: /^Take / }).click();
    await dialog.getByRole('button', { name: 'Change booking' }).click();
    await dialog.waitFor({ state: 'detached' });
    await book(await people.as('chen'), flume, at(1, '14:30'), at(1, '15:30'));
    await page.getByRole('button', { name: 'Extend' }).click();
    expect(await dialog.getByLabel(/^Until/).inputValue()).toBe(at(1, '15:00'));
    await dialog.getByRole('button', { name: 'Extend booking' }).click();
    await dialog.getByText('cannot be had at that time: somebody holds it.').waitFor();
    await look(page, 'booking-extend');
    await dialog.getByLabel(/^Until/).fill(at(1, '14:30'));
    await dialog.getByRole('button', { name: 'Extend booking' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('a holder who may not see others’ bookings proposes to swap all the same', async ({ people, product }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    const chen = await open(people, 'chen', device);
    const amina = await open(people, 'amina', device);
    const theirs = await book(chen, flume, at(2, '10:00'), at(2, '11:00'));
    const mine = await book(amina, flume, at(3, '10:00'), at(3, '11:00'));
    await amina.goto(`bookings/${mine}`);
    await amina.getByRole('button', { name: 'Swap' }).click();
    await amina.getByRole('dialog').locator(`input[value="${theirs}"]`).check();
    await amina.getByRole('dialog').getByRole('button', { name: 'Propose to swap' }).click();
    await amina.getByText('waits for an answer').waitFor();
    await look(amina, 'booking-swap-proposed');
    await chen.goto(`bookings/${theirs}`);
    await chen.getByText('Amina Yusuf').first().waitFor();
  });

  test('of a recurring booking all that is to come is cancelled, from the list of its times', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const flume = await share(await people.as('ebba'), 'Wave flume');
    const page = await open(people, 'amina', device);
    await send(page, 'bookings/series', {
      resources: [{ resourceId: flume.id }],
      starts: at(0, '10:00'),
      ends: at(0, '11:00'),
      rule: 'FREQ=WEEKLY;COUNT=3',
    });
    const { items } = (await (await page.request.get(`api/bookings?resourceId=${flume.id}&side=own`)).json()) as {
      items: { id: string }[];
    };
    await page.goto(`bookings/${items[0]?.id}`);
    await page.getByRole('link', { name: 'One of several; show them all' }).click();
    await page.waitForURL(/seriesId=/);
    await page.reload();
    const times = page.getByRole('listitem').filter({ hasText: 'one of several' });
    await expect.poll(() => times.count()).toBe(3);
    await look(page, 'bookings-of-a-series');
    await times.first().getByRole('link').click();
    await page.getByRole('button', { name: 'Cancel booking' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('All that have not begun').check();
    await dialog.getByRole('textbox').fill('The course moved to spring');
    await dialog.getByRole('button', { name: 'Cancel booking' }).click();
    await page.getByText('Cancelled: The course moved to spring').waitFor();
    await page.getByRole('link', { name: 'One of several; show them all' }).click();
    await expect.poll(() => times.filter({ hasText: 'Cancelled' }).count()).toBe(3);
  });

  test('a time is found for a kind of resource, near a place, together with somebody, who is invited', async ({
    people,
  }) => {
    const ebba = await people.as('ebba');
    const van = await share(ebba, 'Survey van', {
      kind: 'vehicle',
      city: 'Vadstena',
      latitude: 58.45,
      longitude: 14.89,
    });
    const page = await open(people, 'amina', device);
    await page.goto('calendar/find');
    const chooseIn = async (name: string, words: string, option: string | RegExp) => {
      const field = page.getByRole('combobox', { name, exact: true });
      await field.click();
      if (words !== '') await field.fill(words);
      await page.getByRole('option', { name: option }).first().click();
    };
    await chooseIn('What', '', 'Vehicle');
    await chooseIn('Near', '', /Vadstena/);
    await page.getByLabel('Within kilometres').fill('50');
    await chooseIn('Together with', 'Hel', 'Helena Sousa');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Find a time' }).click();
    const found = page.getByRole('listitem').filter({ hasText: van.name });
    await found.getByRole('button', { name: 'Book' }).click();
    await look(page, 'find-a-time');
    await page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
    await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/);
    await page.getByRole('region', { name: 'Who takes part' }).getByText('Helena Sousa').waitFor();
    const helena = await open(people, 'helena', device);
    await helena.goto('bookings?side=invited');
    await helena.getByRole('link', { name: van.name, exact: true }).click();
    await helena.getByRole('button', { name: 'I come', exact: true }).click();
    await helena.getByText('Comes', { exact: true }).waitFor();
  });
});

test('an address of a calendar that cannot be read is refused with the reason', async ({ people }) => {
  const page = await open(people, 'amina', 'desk');
  await page.goto('calendars');
  const read = async (name: string, address: string) => {
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Address of the calendar' }).fill(address);
    await page.getByRole('button', { name: 'Read this calendar' }).click();
  };
  await read('Work', 'my calendar');
  await page.getByText('That is no address of a calendar.').waitFor();
  await read('Work', 'https://127.0.0.1/work.ics');
  await page.getByText('Its address leads into a closed network.').waitFor();
  await lookAt(page, 'calendars-unreadable');
});

test('who follows an address of nothing reads so, and finds the way back', async ({ people }) => {
  const page = await open(people, 'amina', 'phone');
  await page.goto('resources/what-was-here');
  await page.getByText('There is nothing at this address, or you may not see it.').waitFor();
  await lookAt(page, 'resource-gone');
  await page.goto('bookings/00000000-0000-7000-8000-000000000000');
  await page.getByText('There is no such booking, or you may not see it.').waitFor();
  await page.getByRole('link', { name: 'Bookings', exact: true }).first().click();
  await page.waitForURL(/\/bookings$/);
});
