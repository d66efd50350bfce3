import { expect } from 'vitest';
import { addApprovedVersion, type ApprovedVersion } from '../server/agreements/signing/testing.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { verifySeal } from '../server/platform/seal/verify-seal.ts';
import { sealKeyOf } from '../server/platform/seal/kept-key.ts';
import { sealEvents } from '../server/platform/seal/seal-events.ts';
import { test } from './support/journey.ts';
import { lookAt } from './support/people.ts';
import {
  bringDocument,
  confirmDocument,
  openSigningLink,
  signAs,
  signByCode,
  untilAgreementIs,
} from './support/signing.ts';

const master = 'harbour.master@kade.example';
let version: ApprovedVersion;
let code: string;

test('when all parties have approved, a coordinator names who signs: an administrator, a link, and paper', async ({
  people,
  product,
}) => {
  const { cast, network } = product;
  const party = (key: string, name: string) => ({ id: cast.member(key).organisationId, name });
  const parties = [
    party('rui', 'Universidade de Ribeira'),
    party('sanne', 'Kade Port Authority'),
    party('mette', 'Vantera Energy'),
  ];
  version = await addApprovedVersion({ network, clock: { at: new Date() } }, parties);
  const page = await people.as('rui');
  await page.goto(`agreements/${version.agreementId}/sign`);
  await page.getByText('Approved by all').first().waitFor();
  await lookAt(page, 'signing-start');
  const kade = page.getByRole('group', { name: /Kade/ });
  await kade.getByText('By a link').click();
  await kade.getByLabel('Name', { exact: true }).fill('Piet Vos');
  await kade.getByLabel('Mail address').fill(master);
  await kade.getByLabel('Function').fill('Harbour master');
  await page.getByLabel('To be signed by').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Begin the signing' }).click();
  await page.getByText('Being signed').first().waitFor();
});

test('an administrator reads the text and signs for the university', async ({ people }) => {
  const page = await people.as('rui');
  await page.goto(`agreements/${version.agreementId}/sign`);
  await signAs(page, 'Universidade de Ribeira', 'Rector');
  await lookAt(page, 'signing-open');
});

test('somebody without an account reads by the link, and signs with the code that is mailed', async ({
  people,
  product,
}) => {
  const { page, link } = await openSigningLink(people, product, master);
  await page.getByText('Piet Vos, you are asked to sign').waitFor();
  await lookAt(page, 'signing-link');
  await signByCode(page, product, master);
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('This link was used').waitFor();
});

test('a paper that one party brings counts when another confirms it; then all is sealed and in force', async ({
  people,
  product,
}) => {
  const rui = await people.as('rui');
  await rui.goto(`agreements/${version.agreementId}/sign`);
  await bringDocument(rui, 'Vantera Energy', 'Mette Holm');
  const mette = await people.as('mette');
  await mette.goto(`agreements/${version.agreementId}/sign`);
  await confirmDocument(mette, 'Vantera Energy');
  await untilAgreementIs(product, version.agreementId, 'in_force');
  await mette.reload();
  await mette
    .getByText(/Signed and sealed/)
    .first()
    .waitFor();
  code =
    (await mette
      .getByText(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
      .first()
      .textContent()) ?? '';
});

test('anybody checks the document with its code, and the history under it is proved', async ({ people, product }) => {
  const page = await people.stranger();
  await page.goto(`check/${code.replaceAll('-', '')}`);
  await page.getByText('this version is in force').waitFor();
  for (const name of ['Rui Teixeira', 'Piet Vos', 'Mette Holm']) await page.getByText(name).first().waitFor();
  await lookAt(page, 'signing-check');
  const { services } = product;
  const db = inNetwork(services.db, 'sample');
  await sealEvents(services, { db, slug: 'sample' });
  const publicKey = sealKeyOf(services.config).publicKey;
  expect((await verifySeal({ db, network: 'sample', publicKey, witnesses: [] })).faults).toEqual([]);
});
