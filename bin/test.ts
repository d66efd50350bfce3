import { buildWeb } from './lib/build-web.ts';
import { runChecks, summary, type Tally } from './lib/checks.ts';
import { ensureChromium } from './lib/chromium.ts';
import { runVitest } from './lib/vitest.ts';

/** `npm test`: everything. The last line is the sum; the exit code is 0 when nothing failed. */
const parts: { name: string; run: () => Promise<Tally> }[] = [
  { name: 'Static checks', run: () => runChecks() },
  { name: 'Algorithms, server and pages', run: () => runVitest(['pure', 'server', 'web']) },
  { name: 'Building the pages', run: () => counting(buildWeb) },
  { name: 'A browser for the journeys', run: () => counting(ensureChromium) },
  { name: 'Browser journeys and accessibility', run: () => runVitest(['e2e']) },
];

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const part of parts) {
  console.log(`\n== ${part.name}`);
  const { passed, failed, skipped } = await part.run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${summary(total)}`);

async function counting(step: () => Promise<void>): Promise<Tally> {
  try {
    await step();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
