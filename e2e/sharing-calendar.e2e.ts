import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import { book, newName, open, send, share, timesOf, type Shared } from './support/sharing.ts';

const rowOf = (page: Page, { name }: Shared) => page.getByRole('row').filter({ hasText: name });

test('a time is chosen by keys and booked; the booking is moved by keys', async ({ people, product }) => {
  const { day } = timesOf(product);
  const flume = await share(await people.as('ebba'), 'Wave flume');
  const page = await open(people, 'amina', 'desk');
  await page.goto(`calendar?day=${day(4)}`);
  const cell = rowOf(page, flume).getByRole('gridcell').nth(4);
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('region', { name: 'New booking' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('Booked.', { exact: true }).waitFor();
  const own = rowOf(page, flume).getByRole('button', { name: /You, Confirmed/ });
  await own.waitFor();
  const before = await own.getAttribute('aria-label');
  await own.focus();
  await page.keyboard.press('m');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: 'Move here' }).click();
  await expect.poll(() => own.getAttribute('aria-label')).not.toBe(before);
  expect(await own.count()).toBe(1);
});

test('a time is chosen by dragging; the booking is dragged to another day', async ({ people, product }) => {
  const { day, at } = timesOf(product);
  const flume = await share(await people.as('ebba'), 'Wave flume');
  const page = await open(people, 'amina', 'desk');
  await page.goto(`calendar?day=${day(0)}&resourceId=${encodeURIComponent(JSON.stringify([flume.id]))}`);
  const cells = rowOf(page, flume).getByRole('gridcell');
  await drag(page, cells.nth(1), cells.nth(1), [0.4, 0.6]);
  await page.getByRole('region', { name: 'New booking' }).waitFor();
  await page.locator('#book-it').click();
  const own = rowOf(page, flume).getByRole('button', { name: /You, Confirmed/ });
  await own.waitFor();
  const before = await own.getAttribute('aria-label');
  await drag(page, cells.nth(1), cells.nth(3), [0.5, 0.5]);
  await page.getByRole('button', { name: 'Move here' }).click();
  await expect.poll(() => own.getAttribute('aria-label')).not.toBe(before);
  const { items } = (await (await page.request.get(`api/bookings?resourceId=${flume.id}&side=own`)).json()) as {
    items: { startsAt: string }[];
  };
  expect(items.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([at(2, '').slice(0, 10)]);
});

test('on a phone the next free hour is one press away', async ({ people, product }) => {
  const { day } = timesOf(product);
  const flume = await share(await people.as('ebba'), 'Wave flume');
  const page = await open(people, 'amina', 'phone');
  await page.goto(`calendar?day=${day(4)}`);
  await page
    .getByRole('region', { name: flume.name, exact: true })
    .getByRole('button', { name: /^Book / })
    .click();
  await page.locator('#book-it').click();
  await page.getByText('Booked.', { exact: true }).waitFor();
});

test('two resources of one name are told apart, also by those who listen', async ({ people, product }) => {
  const { day } = timesOf(product);
  const name = { en: newName('Twin basin') };
  const input = { kind: 'laboratory', timeZone: 'Asia/Shanghai', audience: 'network', name };
  const ids = [
    await send(await people.as('ebba'), 'resources', input),
    await send(await people.as('jonas'), 'resources', input),
    await send(await people.as('jonas'), 'resources', input),
  ].map(({ id }) => id);
  const page = await open(people, 'amina', 'phone');
  await page.goto(`calendar?day=${day(0)}&resourceId=${encodeURIComponent(JSON.stringify(ids))}`);
  await page.getByRole('region', { name: `${name.en}, Vantera Energy, 2`, exact: true }).waitFor();
  await lookAt(page, 'calendar-same-name');
});

test('the calendar can be read with no, ten and more than five hundred bookings', async ({ people, product }) => {
  const { day, at } = timesOf(product);
  const jonas = await people.as('jonas');
  const page = await open(people, 'amina', 'desk');
  const show = async (shown: Shared[], view: 'week' | 'month', name: string) => {
    const resourceId = encodeURIComponent(JSON.stringify(shown.map(({ id }) => id)));
    await page.goto(`calendar?day=${day(0)}&view=${view}&resourceId=${resourceId}`);
    await page.getByRole('grid').waitFor();
    await lookAt(page, name);
  };
  const few = await share(jonas, 'Quiet basin', { timeZone: 'Asia/Shanghai' });
  await show([few], 'week', 'calendar-0');
  for (let n = 0; n < 10; n += 1) {
    const hour = String(8 + (n % 5) * 2);
    await book(
      page,
      few,
      at(n % 2, `${hour.padStart(2, '0')}:00`),
      at(n % 2, `${String(Number(hour) + 1).padStart(2, '0')}:00`),
    );
  }
  await show([few], 'week', 'calendar-10');
  const many: Shared[] = [];
  for (let n = 0; n < 20; n += 1) {
    many.push(await share(jonas, 'Busy basin'));
    for (const [from, until] of [
      ['08:00', '09:30'],
      ['10:00', '11:30'],
      ['12:00', '13:30'],
      ['14:00', '15:30'],
    ] as const)
      await send(page, 'bookings/series', {
        resources: [{ resourceId: many.at(-1)?.id }],
        starts: at(-1, from),
        ends: at(-1, until),
        rule: 'FREQ=DAILY;COUNT=7',
      });
  }
  await show(many, 'week', 'calendar-500');
  await show([few], 'month', 'calendar-month');
});

/** Presses the mouse in one cell and lets go in another, at so much of their width. */
async function drag(
  page: Page,
  from: ReturnType<Page['locator']>,
  to: ReturnType<Page['locator']>,
  [starts, ends]: readonly [number, number],
): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('The cell is not drawn.');
  await page.mouse.move(a.x + a.width * starts, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width * starts + 2, a.y + a.height / 2);
  await page.mouse.move(b.x + b.width * ends, b.y + b.height / 2, { steps: 4 });
  await page.mouse.up();
}
