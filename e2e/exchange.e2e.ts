import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { acceptPlace } from '../server/applications/accept.ts';
import { searchChoices } from '../server/applications/ranked-list.ts';
import { saveRankedList } from '../server/applications/save-ranked-list.ts';
import { createPartnership } from '../server/partnerships/partnerships.ts';
import { Teller } from '../samples/sample/teller.ts';
import type { MemberScope } from '../server/platform/scope.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import { acceptOfferedPlace, openPlacement } from './support/placement.ts';
import type { Product } from './support/product.ts';

const root = resolve(import.meta.dirname, '..');
/** Real exchange agreements with their places and rules, where somebody has put them beside the project. */
const data = join(root, '../shared/data/exchange');
const hard = 'VIA University College';
const easy = 'Fontys University of Applied Sciences';
const dayMs = 86_400_000;
const began = Date.now();
const day = (days: number) => new Date(began + days * dayMs).toISOString().slice(0, 10);
let round: string;
let exchange: string;

/** Runs the real command on the product's database, as a person at a terminal would. */
async function importByCommand({ services }: Product, kind: string, file: string, mapping: string): Promise<string> {
  const { config } = services;
  const env = {
    ...process.env,
    DATABASE_URL: config.databaseUrl,
    COLLEGIUM_DATA: config.dataFolder,
    COLLEGIUM_SECRET: config.secret,
    COLLEGIUM_URL: config.url,
    LOG_LEVEL: 'silent',
  };
  const args = ['cli/collegium.ts', 'import', kind, join(data, file), '--mapping', mapping, '--apply', 'all'];
  const who = ['--network', 'sample', '--as', 'ines@sample.example'];
  return (await promisify(execFile)(process.execPath, [...args, ...who], { cwd: root, env })).stdout;
}

/** The mapping of the project, with the dates of a stay that is still to come. */
function mappingOfStay(): string {
  const mapping = JSON.parse(readFileSync(join(root, 'samples/mappings/hanyang-offers.json'), 'utf8')) as {
    fields: Record<string, unknown>;
  };
  const stay = { startsOn: { constant: day(20) }, endsOn: { constant: day(140) }, creditsEcts: { constant: 30 } };
  const fields = { ...mapping.fields, ...stay, term: { constant: `${new Date(began + 30 * dayMs).getUTCFullYear()}` } };
  const file = join(createScratchFolder('exchange'), 'mapping.json');
  writeFileSync(file, JSON.stringify({ ...mapping, fields }));
  return file;
}

/** Somebody of the cast at the product's own time. */
function scopeOf({ services, cast }: Product, key: string): MemberScope {
  return { ...new Teller(services, cast).as(key), clock: services.clock };
}

/** The other learners rank the first three places that they may have; tells how many did. */
async function rankAsOthers(product: Product, roundId: string): Promise<number> {
  let lists = 0;
  for (const { key } of product.cast.learners.filter((learner) => learner.key !== 'amina')) {
    const scope = scopeOf(product, key);
    const { items } = await searchChoices(scope, roundId, { limit: 100 });
    const possible = items.filter(({ eligibilityFailures }) => eligibilityFailures.length === 0);
    const offerIds = possible.slice(0, 3).map(({ offer }) => offer.id);
    if (offerIds.length > 0) await saveRankedList(scope, roundId, 0, { offerIds });
    lists += Math.sign(offerIds.length);
  }
  return lists;
}

/** The other learners accept what they were offered; tells how many were. */
async function acceptAsOthers(product: Product, roundId: string): Promise<number> {
  const keys = new Map(product.cast.learners.map(({ key }) => [product.cast.member(key).personId, key]));
  const offered = await product.network
    .selectFrom('application')
    .select(['id', 'version', 'person_id'])
    .where('round_id', '=', roundId)
    .where('state', '=', 'offered')
    .execute();
  for (const { id, version, person_id } of offered)
    await acceptPlace(scopeOf(product, keys.get(person_id) ?? ''), id, version);
  return offered.length;
}

describe.skipIf(!existsSync(data))('exchange places on real rules', () => {
  test('88 agreements and their universities come in by the command, and the administrator reads how it went', async ({
    people,
    product,
  }) => {
    const mapping = join(root, 'samples/mappings/hanyang-organisations.json');
    const organisations = await importByCommand(product, 'organisations', 'hanyang-universities.csv', mapping);
    expect(organisations).toContain('85 organisations added');
    expect(await importByCommand(product, 'offers', 'hanyang-2022.csv', mappingOfStay())).toContain('88 offers added');
    const page = await people.as('ines');
    await page.goto('imports');
    await page.getByRole('link', { name: /hanyang-2022\.csv/ }).waitFor();
    await lookAt(page, 'imports');
    await page.getByRole('link', { name: /hanyang-2022\.csv/ }).click();
    await page.getByText('Taken whole').waitFor();
    await lookAt(page, 'import');
  });

  test('a host university is invited, and all of them are partners', async ({ people, product }) => {
    const page = await people.as('ines');
    await page.goto(`organisations?words=${encodeURIComponent(hard)}`);
    await page.getByRole('link', { name: hard }).first().click();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ditte Krag');
    await dialog.getByLabel('E-mail').fill('ditte@via.example');
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: /teacher/i }).click();
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await page.getByText('ditte@via.example').waitFor();
    const universities = await product.network
      .selectFrom('offer')
      .select('organisation_id')
      .distinct()
      .where('external_source', '=', 'hanyang-2022')
      .execute();
    const organisationIds = [
      product.cast.member('marit').organisationId,
      product.cast.organisation('ribeira'),
      product.cast.organisation('northwater'),
      ...universities.map(({ organisation_id }) => organisation_id),
    ];
    // That all agreed is known from their agreements; the administrator of the network writes it down.
    await createPartnership(scopeOf(product, 'ines'), {
      name: 'Exchange agreements',
      model: 'consortium',
      organisationIds,
    });
  });

  test('the coordinator opens a round of all exchange places, by lottery', async ({ people }) => {
    const page = await people.as('marit');
    await page.goto('rounds/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Exchange round');
    await page.getByRole('radio', { name: /lottery/i }).check();
    await page.getByRole('button', { name: 'Save draft and collect offers' }).click();
    for (const what of ['offers', 'learners']) {
      await page.waitForURL(new RegExp(`/${what}`));
      await page.getByRole('button', { name: 'See what can be added' }).click();
      await page.getByRole('button', { name: 'Add all that match' }).click();
      await page.getByText('Nothing to add').waitFor();
      if (what === 'offers') {
        await lookAt(page, 'exchange-offers');
        round = page.url().replace(/\/offers.*/, '');
        await page.goto(`${round}/learners`);
      }
    }
    await page.goto(round);
    await page
      .getByText(/88 offers/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open the round' }).click();
    await page.getByText('have sent their list').waitFor();
  });

  test('a learner reads in words what the profile lacks, mends it, and ranks places', async ({ people, product }) => {
    const page = await people.as('amina');
    const search = async () => {
      await page.goto(`${round}/application`);
      await page.getByRole('searchbox').fill('VIA University');
      await page.getByRole('link', { name: hard }).waitFor();
    };
    await search();
    await page.getByText('Your grade average must be at least 4 out of 4.5.').waitFor();
    await page
      .getByText(/TOEFL iBT.* 83/)
      .first()
      .waitFor();
    await lookAt(page, 'exchange-unmet');
    expect(await page.getByRole('button', { name: `Add ${hard}` }).count()).toBe(0);
    await page.goto('settings');
    await page.getByRole('textbox', { name: 'Grade average' }).fill('3.9');
    await page.getByRole('textbox', { name: 'Best possible average' }).fill('4');
    await page.getByRole('textbox', { name: 'Score' }).first().fill('101');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText(/^Saved /).waitFor();
    await search();
    await page.getByRole('button', { name: `Add ${hard}` }).click();
    await page.getByRole('searchbox').fill('Fontys');
    await page.getByRole('button', { name: `Add ${easy}` }).click();
    await page.getByRole('button', { name: 'Submit list' }).click();
    await page.getByText(/^Submitted at/).waitFor();
    await lookAt(page, 'exchange-wishes');
    expect(await rankAsOthers(product, round.split('/').at(-1) ?? '')).toBeGreaterThanOrEqual(10);
  });

  test('the round is run, published, and the places accepted', async ({ people, product }) => {
    await people.moveTo(new Date(began + 14 * dayMs + 2 * 3_600_000));
    const page = await people.as('marit');
    const run = page.getByRole('button', { name: 'Run the allocation' });
    await expect
      .poll(
        async () => {
          await page.goto(round);
          return run.waitFor({ timeout: 2_000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await run.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Run the allocation' }).click();
    await page.getByRole('button', { name: 'Publish the result' }).waitFor({ timeout: 60_000 });
    await lookAt(page, 'exchange-review');
    await page.getByRole('button', { name: 'Publish the result' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish the result' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const learner = await people.as('amina');
    await learner.goto(`${round}/result`);
    await learner.getByRole('heading', { name: 'You have a place' }).waitFor();
    await learner.getByText(hard).first().waitFor();
    await lookAt(learner, 'exchange-result');
    await acceptOfferedPlace(learner);
    expect(await acceptAsOthers(product, round.split('/').at(-1) ?? '')).toBeGreaterThanOrEqual(10);
  });

  test('learner, host university and home agree on the plan of the stay', async ({ people }) => {
    const page = await people.as('amina');
    exchange = await openPlacement(page, hard);
    await lookAt(page, 'exchange-planning');
    for (const party of [page, await people.withAddress('ditte@via.example'), await people.as('helena')]) {
      await party.goto(`${exchange}/plan`);
      await party.locator('.approve-acts button').first().click();
      await party.getByRole('dialog').locator('.form-actions button').first().click();
      await party.getByRole('dialog').waitFor({ state: 'detached' });
    }
    const last = await people.as('helena');
    await last.getByText('In force').first().waitFor();
  });

  test('after the stay it is assessed, countersigned and recognised', async ({ people }) => {
    await people.moveTo(new Date(began + 141 * dayMs));
    const host = await people.withAddress('ditte@via.example');
    await host.goto(exchange);
    await host.getByRole('button', { name: 'Complete', exact: true }).click();
    await host.getByRole('button', { name: `Complete for ${hard}` }).click();
    await host.getByRole('link', { name: 'Assess', exact: true }).click();
    await host.getByLabel('Goal reached').first().waitFor();
    for (const level of await host.getByLabel('Goal reached').all()) await level.check();
    await host.getByRole('textbox', { name: 'In your words' }).fill('Amina took part in everything.');
    await host.getByRole('button', { name: `Assess for ${hard}` }).click();
    await host.waitForURL(/\/outcomes\//);
    const outcome = host.url();
    const learner = await people.as('amina');
    await learner.goto(outcome);
    await learner.getByRole('textbox', { name: 'In your own words' }).fill('I learnt Danish.');
    await learner.getByRole('button', { name: 'Countersign the assessment' }).click();
    await learner.getByText('I learnt Danish.').waitFor();
    const home = await people.as('helena');
    await home.goto(outcome);
    await home.getByRole('button', { name: 'Recognise for Universidade de Ribeira' }).click();
    await home.getByText('Recognised').first().waitFor();
    await lookAt(home, 'exchange-recognised');
  });

  test('the evaluation counts the places of all 88 agreements', async ({ people }) => {
    const page = await people.as('oskar');
    await page.goto('evaluation?kind=exchange_place');
    await page.getByRole('heading', { name: 'Evaluation' }).waitFor();
    const counted = page.getByRole('table').last().getByRole('row').nth(1);
    await counted.getByRole('cell', { name: '187' }).waitFor();
    expect((await counted.getByRole('cell').allInnerTexts()).slice(1, 4)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^\d+$/) as string),
    );
    await lookAt(page, 'exchange-evaluation');
  });
});
