import { runChecks, summary } from './lib/checks.ts';

/** `npm run check`: what can be known without running the product, in under a minute. */
const tally = await runChecks();
console.log(summary(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;
