import { expect } from 'vitest';
import { addApprovedVersion } from '../server/agreements/signing/testing.ts';
import { approve, approveFor, reviewByOnePerson } from './support/agreements.ts';
import { test } from './support/journey.ts';
import { lookAt, phone } from './support/people.ts';
import { bringDocument, confirmDocument, refuseDocument, signAs } from './support/signing.ts';

const [ribeira, alliance, vantera] = ['Universidade de Ribeira', 'Blue Coast Alliance', 'Vantera Energy'] as const;
const dayMs = 86_400_000;
let address: string;

test('a party reviews by its own steps, one after the other, each by the person who is named', async ({
  people,
  product,
}) => {
  const { cast, network } = product;
  const party = (key: string, name: string) => ({ id: cast.member(key).organisationId, name });
  const parties = [party('rui', ribeira), party('marit', alliance), party('mette', vantera)];
  const version = await addApprovedVersion({ network, clock: { at: new Date() } }, parties);
  await network
    .updateTable('agreement_version')
    .set({ state: 'proposed', approved_at: null })
    .where('id', '=', version.versionId)
    .execute();
  await reviewByOnePerson(product, ['marit', 'mette']);
  address = `agreements/${version.agreementId}`;
  const rui = await people.as('rui');
  await rui.goto(address);
  await rui.getByRole('button', { name: 'How we review, and who is responsible' }).click();
  const dialog = rui.getByRole('dialog');
  await dialog.getByLabel('Legal review').check();
  const deciders = dialog.getByRole('combobox', { name: 'Decided by' });
  await deciders
    .or(dialog.getByRole('textbox', { name: 'Decided by' }))
    .nth(1)
    .click();
  await rui.getByRole('option', { name: 'Helena Sousa' }).click();
  await lookAt(rui, 'signing-chain');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await approve(rui);
  await rui.getByRole('complementary').getByText('Legal review').waitFor();
  expect(await rui.getByRole('button', { name: /^Approve for/ }).count()).toBe(0);
  const helena = await people.as('helena');
  await helena.goto(address);
  await lookAt(helena, 'signing-review');
  await approve(helena);
  await approveFor(people, address, ['rui', 'marit', 'mette']);
  await (await people.as('mette')).getByText('Version 1: Approved by all').waitFor();
});

test('in an order, a delegate signs in her own name, a witness beside her, and who comes later waits', async ({
  people,
}) => {
  const rui = await people.as('rui');
  await rui.goto(`${address}/sign`);
  const own = rui.getByRole('group', { name: ribeira, exact: false }).first();
  await own.getByText('A member').click();
  await own
    .getByRole('combobox', { name: 'Person' })
    .or(own.getByRole('textbox', { name: 'Person' }))
    .first()
    .click();
  await rui.getByRole('option', { name: 'Rui Teixeira' }).click();
  await own.getByLabel('Function').fill('Rector');
  await own.getByRole('button', { name: 'A witness' }).click();
  const alliances = rui.getByRole('group', { name: alliance, exact: false }).first();
  await alliances.getByText('By a link').click();
  await alliances.getByLabel('Name', { exact: true }).fill('Marit de Vries');
  await alliances.getByLabel('Mail address').fill('office@alliance.example');
  await rui.getByLabel('One after the other, by steps').check();
  await rui.getByLabel('To be signed by').fill(new Date(Date.now() + 20 * dayMs).toISOString().slice(0, 10));
  await lookAt(rui, 'signing-order');
  await rui.getByRole('button', { name: 'Begin the signing' }).click();
  await rui.getByText('Being signed').first().waitFor();
  await rui
    .getByRole('button', { name: `More about ${ribeira}` })
    .first()
    .click();
  await rui.getByRole('menuitem', { name: 'Name delegates' }).click();
  await rui.getByRole('dialog').getByLabel('Delegates').first().click();
  await rui.getByRole('option', { name: 'Helena Sousa' }).click();
  await rui.keyboard.press('Escape');
  await rui.getByRole('dialog').getByRole('button', { name: 'Name the delegates' }).click();
  await rui.getByText('or Helena Sousa').waitFor();

  await people.signInAgain();
  const mette = await people.as('mette');
  await mette.goto(`${address}/sign`);
  await mette.getByText('After others').first().waitFor();
  expect(await mette.getByRole('button', { name: `Sign for ${vantera}` }).count()).toBe(0);
  const helena = await people.as('helena');
  await helena.goto(`${address}/sign`);
  await signAs(helena, ribeira, 'Vice-rector');
  await rui.reload();
  await rui.getByRole('button', { name: `Witness for ${ribeira}` }).click();
  const dialog = rui.getByRole('dialog');
  await dialog.getByLabel('Your function').fill('Registrar');
  await dialog.getByText('witness the signing of version 1', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: `Witness for ${ribeira}` }).click();
  await dialog.waitFor({ state: 'detached' });
  await rui.getByText('Helena Sousa, Vice-rector').waitFor();
  await rui.getByText('Rui Teixeira, Registrar').waitFor();
  await lookAt(rui, 'signing-witnessed');
});

test('a paper that another party does not recognise is refused with a reason; the right one is confirmed', async ({
  people,
}) => {
  const [mette, rui] = [await people.as('mette'), await people.as('rui')];
  await mette.goto(`${address}/sign`);
  await bringDocument(mette, alliance, 'Marit de Vries');
  await rui.goto(`${address}/sign`);
  await refuseDocument(rui, alliance, 'The last page is missing.');
  await mette.reload();
  await bringDocument(mette, alliance, 'Marit de Vries');
  await rui.reload();
  await confirmDocument(rui, alliance);
  await rui.getByText('confirmed by Rui Teixeira', { exact: false }).waitFor();
});

test('the last in the order declines on a phone with a reason, which every party reads; the next version can begin', async ({
  people,
}) => {
  const mette = await people.as('mette');
  await mette.setViewportSize(phone);
  await mette.goto(`${address}/sign`);
  await mette.getByRole('button', { name: 'Decline to sign' }).click();
  const dialog = mette.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The ministry has asked us to wait.');
  await dialog.getByRole('button', { name: 'Decline to sign' }).click();
  await dialog.waitFor({ state: 'detached' });
  const rui = await people.as('rui');
  await rui.goto(`${address}/sign`);
  await rui.getByText('Somebody declined to sign').first().waitFor();
  await rui.getByText('The ministry has asked us to wait.').first().waitFor();
  await lookAt(rui, 'signing-declined');
  await rui.goto(address);
  await rui.getByRole('button', { name: 'Propose a change' }).waitFor();
});
