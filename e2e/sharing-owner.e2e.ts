import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import { book, bookOnPage, fillBooking, newName, open, send, share, timesOf } from './support/sharing.ts';

// Each step shares what it needs for itself, so that a step that is walked again begins anew.
describe.each(['desk', 'phone'] as const)('on a %s', (device) => {
  /** Every page is looked at once, wide and narrow. */
  const look = async (...seen: Parameters<typeof lookAt>) => device === 'desk' && lookAt(...seen);

  test('a laboratory is booked with its instrument: whoever holds the one holds the other', async ({
    people,
    product,
  }) => {
    const { at, day } = timesOf(product);
    const jonas = await open(people, 'jonas', device);
    const instrument = await share(jonas, 'Spectrometer');
    await jonas.goto('resources/new');
    const name = newName('Optics laboratory');
    await jonas.getByRole('textbox', { name: 'Name' }).fill(name);
    await choose(jonas, 'Booked with it', instrument.name);
    await jonas.getByRole('radiogroup', { name: 'Who may book' }).getByText('Everyone in the network').click();
    await jonas.getByRole('button', { name: 'Share resource' }).click();
    await jonas.getByText('In service').first().waitFor();
    const url = jonas.url();

    const amina = await open(people, 'amina', device);
    await amina.goto(url);
    await fillBooking(amina, at(0, '10:00'), at(0, '12:00'));
    await amina.getByRole('dialog').getByText(`Booked with it ${instrument.name}`).waitFor();
    await amina.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
    await amina.getByText('comes with it').waitFor();
    await look(amina, 'booking-with-part');

    const helena = await open(people, 'helena', device);
    await helena.goto(instrument.url);
    await fillBooking(helena, at(0, '11:00'), at(0, '11:30'));
    await helena.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
    await helena.getByText(`${instrument.name} cannot be had at that time`).first().waitFor();
    await helena.goto(`calendar?day=${day(0)}&resourceId=${encodeURIComponent(JSON.stringify([instrument.id]))}`);
    if (device === 'desk') await helena.getByRole('gridcell').first().waitFor();
  });

  test('what is entered wrongly is marked where it stands, and nothing is saved', async ({ people }) => {
    const jonas = await open(people, 'jonas', device);
    const basin = await share(jonas, 'Quiet basin');
    await jonas.goto(`${basin.url}/edit`);
    await jonas.getByRole('button', { name: 'Add hours' }).click();
    const hours = jonas.getByRole('group', { name: 'Opening hours, line 1' });
    await hours.getByLabel('Opens').fill('19:00');
    await hours.getByLabel('Opens').blur();
    await jonas.getByRole('button', { name: 'Add a limit' }).click();
    await jonas.getByRole('button', { name: 'Add a limit' }).click();
    await jonas.getByRole('button', { name: 'Save resource' }).click();
    await hours.getByText('Closing comes after opening').waitFor();
    await jonas.getByRole('group', { name: 'Limit, line 2' }).getByText('This stands here twice.').waitFor();
    await jonas.getByText('Nothing was saved').waitFor();
    await look(jonas, 'resource-faults');
    await hours.getByLabel('Closes').fill('23:00');
    await jonas.getByRole('group', { name: 'Limit, line 2' }).getByRole('button', { name: 'Remove line 2' }).click();
    await jonas.getByRole('button', { name: 'Save resource' }).click();
    await jonas.getByText('19:00–23:00').waitFor();
  });

  test('a photograph is shown, what is none is refused, and a safety note is there to be read', async ({ people }) => {
    const jonas = await open(people, 'jonas', device);
    const kiln = await share(jonas, 'Kiln');
    await jonas.goto(`${kiln.url}/edit`);
    await addFile(jonas, { name: 'kiln.png', mimeType: 'image/png', buffer: Buffer.from('This is a text.') });
    await jonas.getByText('A photograph is a picture: PNG, JPEG or WebP.').waitFor();
    await addFile(jonas, { name: 'all.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(22_000_000) });
    await jonas.getByText('The file is larger than 20 MB').waitFor();
    await addFile(jonas, { name: 'kiln.png', mimeType: 'image/png', buffer: await jonas.screenshot() });
    await jonas.getByRole('button', { name: 'Remove kiln.png' }).waitFor();
    await choose(jonas, 'What the file is', 'Safety instruction');
    await addFile(jonas, { name: 'Heat.txt', mimeType: 'text/plain', buffer: Buffer.from('Wear gloves.') });
    await jonas.getByRole('button', { name: 'Remove Heat.txt' }).waitFor();
    const amina = await open(people, 'amina', device);
    await amina.goto(kiln.url);
    const photograph = amina.getByRole('img', { name: /^Photograph of Kiln/ });
    await photograph.waitFor();
    await expect
      .poll(() => photograph.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0)))
      .toBeGreaterThan(0);
    await amina.getByRole('link', { name: 'Heat.txt' }).waitFor();
    await look(amina, 'resource-files');
  });

  test('who would exceed a limit reads whose it is and how much of it is left', async ({ people, product }) => {
    const { at } = timesOf(product);
    const quotas = [{ per: 'person', period: 'day', limitMinutes: 120 }];
    const box = await share(await people.as('jonas'), 'Glove box', { quotas });
    const amina = await open(people, 'amina', device);
    await book(amina, box, at(1, '09:00'), at(1, '10:30'));
    await amina.goto(box.url);
    await fillBooking(amina, at(1, '11:00'), at(1, '12:00'));
    const dialog = amina.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Book', exact: true }).click();
    await dialog
      .getByText(/one person may book at most 2 hours\. Booked already: 1\.5 hours\. This takes 1 hour\./)
      .waitFor();
    await look(amina, 'booking-limit');
  });

  test('a passport of a partner opens what recognises it, after the own organisation agreed', async ({
    people,
    product,
  }) => {
    const { at } = timesOf(product);
    const jonas = await people.as('jonas');
    const theirs = newName('Laser safety');
    const { id } = await send(jonas, 'qualifications', { name: { en: theirs } });
    await send(jonas, `qualifications/${id}/passports`, { email: 'amina@sample.example' });

    const ebba = await open(people, 'ebba', device);
    const ours = newName('Optical radiation');
    await ebba.goto('passports');
    await ebba.getByRole('button', { name: 'Add a qualification' }).click();
    const dialog = ebba.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(ours);
    await choose(ebba, 'Passports of others that open it too', new RegExp(theirs));
    await dialog.getByRole('button', { name: 'Save qualification' }).click();
    await ebba.getByText(`also opened by ${theirs}`).waitFor();
    await look(ebba, 'passports');
    await ebba.goto('resources/new');
    await ebba.getByRole('textbox', { name: 'Name' }).fill(newName('Laser bench'));
    await ebba.getByRole('radiogroup', { name: 'Who may book' }).getByText('Everyone in the network').click();
    await choose(ebba, 'Training passports needed', new RegExp(ours));
    await ebba.getByLabel('the holder’s organisation').check();
    await ebba.getByRole('button', { name: 'Share resource' }).click();
    await ebba.getByText('In service').first().waitFor();
    const url = ebba.url();

    const sigrid = await open(people, 'sigrid', device);
    await sigrid.goto(url);
    await fillBooking(sigrid, at(2, '09:00'), at(2, '10:00'));
    await sigrid.getByText(`${ours}, from`).waitFor();
    await sigrid.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
    await sigrid.getByText(`You need a valid passport for: ${ours}`).waitFor();

    const amina = await open(people, 'amina', device);
    await amina.goto(url);
    await bookOnPage(amina, at(2, '13:00'), at(2, '14:00'));
    await amina.getByText('Waits for the approval of Universidade de Ribeira.').waitFor();
    const rui = await open(people, 'rui', device);
    await rui.goto(amina.url());
    await rui.getByRole('button', { name: 'Approve booking' }).click();
    await rui.getByText('Confirmed').first().waitFor();
  });

  test('what is lent is called back, with a reason that its holder reads', async ({ people, product }) => {
    const { at } = timesOf(product);
    const input = { kind: 'collection', sharedAs: 'items', units: 3, rules: { longestMinutes: 40_320 } };
    const helena = await open(people, 'helena', device);
    const charts = await share(helena, 'Sea charts', input);
    const amina = await people.as('amina');
    const id = await book(amina, charts, at(0, '09:00'), at(18, '09:00'));
    await helena.goto(`bookings/${id}`);
    await helena.getByRole('button', { name: 'Call back' }).click();
    const dialog = helena.getByRole('dialog');
    await dialog.getByLabel(/^Return by/).fill(at(6, '12:00'));
    await dialog.getByLabel(/^Why/).fill('An exhibition opens');
    await look(helena, 'booking-recall');
    await dialog.getByRole('button', { name: 'Call back' }).click();
    await dialog.waitFor({ state: 'detached' });
    await amina.setViewportSize(helena.viewportSize() ?? { width: 1440, height: 900 });
    const told = async () => {
      await amina.goto('messages');
      return amina.getByText(`Return “${charts.name}” earlier: An exhibition opens`).count();
    };
    await expect.poll(told, { timeout: 30_000, interval: 1_000 }).toBeGreaterThan(0);
  });

  test('idle hours become an offer, and are no longer idle; never more than there are', async ({ people }) => {
    const mette = await open(people, 'mette', device);
    const workdays = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      opensMinute: 480,
      closesMinute: 960,
      audience: 'network',
    }));
    const mill = await share(mette, 'Paper mill', { openings: workdays });
    await mette.goto('use');
    const idle = mette.getByRole('row').filter({ hasText: mill.name }).last().getByRole('cell').nth(2);
    await idle.waitFor();
    expect(await idle.innerText()).toBe('160');
    await mette.getByRole('button', { name: `Offer hours: ${mill.name}` }).click();
    const dialog = mette.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Places' }).fill('90');
    await dialog.getByRole('button', { name: /^Offer/ }).click();
    await dialog.getByText(/^Only \d+ hours of these days are free/).waitFor();
    await dialog.getByRole('textbox', { name: 'Hours a place' }).fill('2.1');
    await dialog.getByRole('textbox', { name: 'Places' }).fill('4');
    await dialog.getByRole('button', { name: /^Offer/ }).click();
    await dialog.getByText('in steps of 15 minutes').waitFor();
    await look(mette, 'idle-refused');
    await dialog.getByRole('textbox', { name: 'Hours a place' }).fill('2');
    await dialog.getByRole('button', { name: 'Offer 8 hours' }).click();
    await mette.waitForURL(/\/offers\/[0-9a-f-]{36}$/);
    await mette.goto('use');
    await idle.waitFor();
    await expect.poll(() => idle.innerText()).toBe('152');
    await look(mette, 'use-and-cost');
  });
});

/** Chooses from a list by the label of its field, and closes the list. */
async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const field: Locator = page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first();
  await field.click();
  await page.getByRole('option', { name: option }).first().click();
  await field.blur();
}

async function addFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Add a file' }).click(),
  ]);
  await chooser.setFiles(file);
}
