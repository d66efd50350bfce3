import { expect, test } from 'vitest';
import { importsOf } from './read.ts';
import { forbidden } from './rules.ts';

test.each([
  ['server/offers/publish-offer.ts', 'server/platform/clock.ts'],
  ['server/offers/offers.ts', 'contract/errors.ts'],
  ['server/offers/offers.ts', 'server/offers/queries.ts'],
  ['server/allocation/run.ts', 'server/applications/applications.ts'],
  ['server/allocation/run.ts', 'engine/matching'],
  ['server/app.ts', 'server/adapters/oeapi/routes.ts'],
  ['server/offers/offers.test.ts', 'server/testing/database.ts'],
  ['server/evaluation/funnel.ts', 'server/offers/offers.ts'],
  ['web/offers/OfferPage.tsx', 'web/ui/Card.tsx'],
  ['web/routes/tree.ts', 'web/offers/OfferPage.tsx'],
  ['web/offers/OfferPage.tsx', 'web/theme.ts'],
  ['web/offers/OfferPage.tsx', 'web/routes/offers.ts'],
  ['server/applications/testing.ts', 'server/testing/app.ts'],
  ['web/offers/OfferPage.tsx', 'contract/states.ts'],
  ['cli/commands/serve.ts', 'server/app.ts'],
])('%s may import %s', (file, target) => {
  expect(forbidden(file, target)).toBeUndefined();
});

test.each([
  ['server/offers/offers.ts', 'server/people/queries.ts', 'use the verbs of server/people, not its queries'],
  ['server/offers/offers.ts', 'server/applications/apply.ts', 'the pipeline points one way'],
  ['server/platform/audit/change.ts', 'server/offers/offers.ts', 'the platform knows no capability'],
  ['server/offers/routes.ts', 'server/adapters/oeapi/present.ts', 'only server/routes.ts knows the adapters'],
  ['server/offers/offers.ts', 'server/testing/database.ts', 'only tests use the testing folder'],
  ['server/offers/offers.ts', 'samples/sample/index.ts', 'the server runs without it'],
  ['contract/states.ts', 'server/platform/ids.ts', 'the contract imports nothing of the rest'],
  ['engine/matching/rank.test.ts', 'contract/states.ts', 'an engine imports nothing of the rest'],
  ['web/offers/OfferPage.tsx', 'web/applications/Wishes.tsx', 'web/offers and web/applications stay apart'],
  ['web/ui/Card.tsx', 'web/offers/OfferPage.tsx', 'web/ui is shared and knows no capability'],
  ['web/offers/OfferPage.tsx', 'server/offers/present.ts', 'pages know the contract, not the server'],
  ['server/app.ts', 'cli/collegium.ts', 'commands stand on the server, not under it'],
])('%s may not import %s', (file, target, reason) => {
  expect(forbidden(file, target)).toContain(reason);
});

test('every way to import is seen, packages of others and comments are not', () => {
  const source = `
    import { sql } from 'kysely';
    import type { A } from '../platform/a.ts';
    import {
      b,
      type B,
    } from "@collegium/contract/b.ts";
    import * as queries from './queries.ts';
    export { c } from './c.ts';
    import './side-effect.ts';
    // import x from './commented.ts';
    /* import y from './commented.ts'; */
    const d = await import('../people/d.ts');
    import { solve } from '@collegium/matching';
  `;
  expect(importsOf('server/offers/offers.ts', source)).toEqual([
    'server/platform/a.ts',
    'contract/b.ts',
    'server/offers/queries.ts',
    'server/offers/c.ts',
    'server/offers/side-effect.ts',
    'server/people/d.ts',
    'engine/matching',
  ]);
});
