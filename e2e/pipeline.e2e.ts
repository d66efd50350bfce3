import { expect } from 'vitest';
import { publish, roundOffers } from '../samples/sample/offers.ts';
import { Teller } from '../samples/sample/teller.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import { acceptOfferedPlace, openPlacement } from './support/placement.ts';

const wind = 'Wind-farm data placement';
const port = 'Port digital twin internship';
const dayMs = 86_400_000;
const began = Date.now();
const day = (days: number) => new Date(began + days * dayMs).toISOString().slice(0, 10);
let round: string;
let placement: string;

test('hosts offer places for a round', async ({ people, product }) => {
  const page = await people.as('jonas');
  await page.goto('offers/new');
  await page.getByRole('textbox', { name: 'Title' }).fill(wind);
  await page.getByRole('textbox', { name: 'Credits (ECTS)' }).fill('15');
  await page.getByRole('textbox', { name: 'Hours in all' }).fill('160');
  await page.getByRole('textbox', { name: 'Tasks' }).fill('- Clean sensor data\n- Explain the results');
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByLabel('First day').fill(day(16));
  await page.getByLabel('Last day').fill(day(60));
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByRole('textbox', { name: 'Places' }).fill('1');
  await page.getByLabel('In a round').check();
  await page.getByLabel(/and of its partners/).check();
  await page.getByRole('button', { name: 'Save draft and continue' }).click();
  await page.getByRole('button', { name: 'Publish offer' }).waitFor();
  await lookAt(page, 'offer-check');
  await page.getByRole('button', { name: 'Publish offer' }).click();
  await page.getByRole('button', { name: 'Publish for Vantera Energy' }).click();
  await page.waitForURL(/\/offers\/[0-9a-f-]{36}$/);
  await lookAt(page, 'offer-published');
  const [, other] = roundOffers(16, 60);
  if (other) await publish(new Teller(product.services, product.cast).at(0, 0), { ...other, places: 2 });
});

test('a coordinator makes a round, collects offers and learners, and opens it', async ({ people }) => {
  const page = await people.as('marit');
  await page.goto('rounds/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Spring placement round');
  await lookAt(page, 'round-new');
  await page.getByRole('button', { name: 'Save draft and collect offers' }).click();
  for (const what of ['offers', 'learners']) {
    await page.waitForURL(new RegExp(`/${what}`));
    await page.getByRole('button', { name: 'See what can be added' }).click();
    await page.getByRole('button', { name: 'Add all that match' }).click();
    await page.getByText('Nothing to add').waitFor();
    await page.getByText('In the round', { exact: true }).click();
    await page.locator('.rows > li').first().waitFor();
    await lookAt(page, `round-${what}`);
    round = page.url().replace(/\/(offers|learners).*/, '');
    if (what === 'offers') await page.goto(`${round}/learners`);
  }
  await page.goto(round);
  await page.getByRole('button', { name: 'Open the round' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the round' }).click();
  await page.getByText('have sent their list').waitFor();
  await lookAt(page, 'round-open');
});

test('a learner puts wishes in order by keyboard and by dragging, and changes the list afterwards', async ({
  people,
}) => {
  const page = await people.as('amina');
  await page.goto('today');
  await page.getByRole('link', { name: 'Spring placement round' }).first().waitFor();
  await lookAt(page, 'today-learner');
  await page.goto(`${round}/application`);
  for (const title of [port, wind]) await page.getByRole('button', { name: `Add ${title}` }).click();
  const wishes = page.locator('ol.ranked > li');
  await page.getByRole('button', { name: `Move ${wind}`, exact: true }).focus();
  for (const key of ['Space', 'ArrowUp', 'Space']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  await expect.poll(() => wishes.first().innerText()).toContain(wind);
  await page.getByRole('button', { name: 'Submit list' }).click();
  await page.getByText(/^Submitted at/).waitFor();
  const grip = await page.getByRole('button', { name: `Move ${wind}`, exact: true }).boundingBox();
  const target = await wishes.last().boundingBox();
  if (!grip || !target) throw new Error('The list is not to be seen.');
  await page.mouse.move(grip.x + 8, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(grip.x + 8, target.y + target.height - 4, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => wishes.first().innerText()).toContain(port);
  // What was dropped still glides to its place for a moment, and takes no click until it is there.
  const moveUp = async () => {
    if (!(await wishes.first().innerText()).includes(wind))
      await page.getByRole('button', { name: `Move ${wind} up` }).click();
    return wishes.first().innerText();
  };
  await expect.poll(moveUp, { timeout: 10_000, interval: 300 }).toContain(wind);
  await page
    .getByText('Everything is submitted.')
    .or(page.getByText(/^Submitted at/))
    .first()
    .waitFor();
  await lookAt(page, 'wishes');
  const rival = await people.as('northwater-1');
  await rival.goto(`${round}/application`);
  await rival.getByRole('button', { name: `Add ${wind}` }).click();
  await rival.getByRole('button', { name: 'Submit list' }).click();
  await rival.getByText(/^Submitted at/).waitFor();
});

test('the host ranks those who wish for its offer', async ({ people }) => {
  const page = await people.as('jonas');
  await page.goto(round);
  await page.getByRole('link', { name: wind }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Amina Yusuf' });
  await row.getByRole('button', { name: 'Rank' }).click();
  await page.getByRole('button', { name: 'Save the ranking' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await lookAt(page, 'ranking');
});

test('after the deadline the round is run, a learner placed by hand, and the result published', async ({ people }) => {
  await people.moveTo(new Date(began + 14 * dayMs + 2 * 3_600_000));
  const page = await people.as('marit');
  await page.goto(round);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page
          .getByRole('button', { name: 'Run the allocation' })
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await page.getByRole('button', { name: 'Run the allocation' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run the allocation' }).click();
  await page.getByRole('button', { name: 'Publish the result' }).waitFor({ timeout: 60_000 });
  await lookAt(page, 'round-review');
  await page.getByRole('button', { name: 'Place by hand' }).first().click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Place in' }).click();
  await page.getByRole('option', { name: new RegExp(port) }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Her supervisor has agreed to it.');
  await page.getByRole('dialog').getByRole('button', { name: 'Place by hand' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publish the result' }).click();
  await page.getByText('1 place was changed by hand; the proof says so.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish the result' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await lookAt(page, 'round-published');
});

test('each learner reads the result and why; one accepts', async ({ people }) => {
  const rival = await people.as('northwater-1');
  await rival.goto(`${round}/result`);
  await rival.getByText('Her supervisor has agreed to it.').waitFor();
  await lookAt(rival, 'result-by-hand');
  const page = await people.as('amina');
  await page.goto(`${round}/result`);
  await page.getByRole('heading', { name: 'You have a place' }).waitFor();
  await lookAt(page, 'result');
  await acceptOfferedPlace(page);
  await page.goto(`${round}/proof`);
  await lookAt(page, 'proof');
});

test('learner, host and home agree on the plan', async ({ people }) => {
  const page = await people.as('amina');
  placement = await openPlacement(page, wind);
  await lookAt(page, 'placement-planning');
  for (const key of ['amina', 'jonas', 'helena']) {
    const party = await people.as(key);
    await party.goto(`${placement}/plan`);
    if (key === 'amina') await lookAt(party, 'plan');
    await party.locator('.approve-acts button').first().click();
    await party.getByRole('dialog').locator('.form-actions button').first().click();
    await party.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const last = await people.as('helena');
  await last.getByText('In force').first().waitFor();
});

test('the learner keeps a journal that the host confirms', async ({ people }) => {
  await people.moveTo(new Date(began + 17 * dayMs));
  const page = await people.as('amina');
  await page.goto(`${placement}/journal`);
  await page.getByRole('textbox', { name: 'What you did' }).fill('Cleaned the first week of sensor data.');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('Cleaned the first week of sensor data.').last().waitFor();
  await lookAt(page, 'journal');
  const host = await people.as('jonas');
  await host.goto(`${placement}/journal`);
  await host.getByRole('button', { name: 'Confirm one entry' }).click();
  await host.getByRole('button', { name: 'Confirm one entry' }).waitFor({ state: 'detached' });
});

test('the host completes and assesses, the learner countersigns, the home organisation recognises', async ({
  people,
}) => {
  await people.moveTo(new Date(began + 61 * dayMs));
  const host = await people.as('jonas');
  await host.goto(placement);
  await host.getByText('Say whether it is completed').waitFor();
  await lookAt(host, 'placement-ended');
  await host.getByRole('button', { name: 'Complete', exact: true }).click();
  await host.getByRole('button', { name: 'Complete for Vantera Energy' }).click();
  await host.getByRole('link', { name: 'Assess', exact: true }).click();
  await host.getByLabel('Goal reached').first().waitFor();
  for (const level of await host.getByLabel('Goal reached').all()) await level.check();
  await host.getByRole('textbox', { name: 'In your words' }).fill('Careful work, well explained.');
  await lookAt(host, 'assess');
  await host.getByRole('button', { name: 'Assess for Vantera Energy' }).click();
  await host.waitForURL(/\/outcomes\//);
  const outcome = host.url();
  const learner = await people.as('amina');
  await learner.goto(outcome);
  await learner.getByRole('textbox', { name: 'In your own words' }).fill('I learnt to ask earlier.');
  await lookAt(learner, 'countersign');
  await learner.getByRole('button', { name: 'Countersign the assessment' }).click();
  await learner.getByText('I learnt to ask earlier.').waitFor();
  const home = await people.as('helena');
  await home.goto(outcome);
  await home.getByRole('button', { name: 'Recognise for Universidade de Ribeira' }).waitFor();
  await lookAt(home, 'recognise');
  await home.getByRole('button', { name: 'Recognise for Universidade de Ribeira' }).click();
  await home.getByText('Recognised').first().waitFor();
  await learner.goto('outcomes');
  await learner.getByText(wind).first().waitFor();
  await lookAt(learner, 'transcript');
});

test('the evaluator sees it counted, small groups hidden, and the file says the same', async ({ people }) => {
  const page = await people.as('oskar');
  await page.goto('evaluation');
  await page.getByText('hidden').first().waitFor();
  await lookAt(page, 'evaluation');
  const file = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
  const csv = await (await page.request.get(new URL(file ?? '', page.url()).href)).text();
  const [head = [], ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const columns = ['places', 'applied', 'placed', 'accepted', 'started', 'completed', 'recognised'];
  const inFile = lines.map((line) => columns.map((column) => line[head.indexOf(column)]));
  const rows = await page.getByRole('table').last().getByRole('row').all();
  const shown = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
  expect(shown.map((cells) => cells.slice(0, columns.length))).toEqual(inFile);
});
