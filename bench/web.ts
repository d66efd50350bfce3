import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ensureChromium, findChromium } from '../bin/lib/chromium.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { startServer } from './product/server.ts';
import { firstLoad, type Load, type Visit } from './web/first-load.ts';
import { signInAsSample } from './web/sign-in.ts';

/**
 * First loads of four pages as built, in the sample world, in a browser that has nothing of ours yet and whose processor
 * is slowed four times. Median of five. Other work on the machine lengthens the time until a page is usable, hardly the
 * processor time, so both are told. The exit code is 1 when a goal is missed.
 */
const port = Number(process.env['PORT'] ?? 8549);
const goals = { bytes: 200_000, usableMs: 2_000, shift: 0 };
const dataFolder = createScratchFolder('bench-web');

await ensureChromium();
const server = await startServer({ port, dataFolder });
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
try {
  const rows = [];
  for (const { name, ...visit } of await pages()) {
    const loads: Load[] = [];
    for (let run = 0; run < 5; run += 1) loads.push(await firstLoad(browser, visit));
    rows.push({ name, ...figures(loads) });
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'web', goals, rows }));
  else console.table(rows);
  const [signIn] = rows;
  const areLight = (signIn?.bytes ?? Infinity) <= goals.bytes;
  const areQuick = rows.every(({ usableMs, shift }) => usableMs <= goals.usableMs && shift <= goals.shift);
  process.exitCode = areLight && areQuick ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Sign-in as a stranger sees it; the others as a learner does. */
async function pages(): Promise<(Visit & { name: string })[]> {
  const network = `${server.origin}/sample`;
  const { storageState, offer } = await signInAsSample(browser, network);
  return [
    { name: 'sign-in', url: `${network}/sign-in`, usable: 'input[type=email]' },
    { name: 'today', url: `${network}/today`, usable: 'main h1', storageState },
    { name: 'catalogue', url: `${network}/catalogue`, usable: '.offer-row a', storageState },
    { name: 'offer', url: `${server.origin}${offer}`, usable: 'main h1', storageState },
  ];
}

function figures(loads: readonly Load[]): Load {
  const median = (name: keyof Load) =>
    loads.map((load) => load[name]).toSorted((a, b) => a - b)[Math.floor(loads.length / 2)] ?? NaN;
  return {
    bytes: median('bytes'),
    requests: median('requests'),
    usableMs: Math.round(median('usableMs')),
    processorMs: Math.round(median('processorMs')),
    shift: Math.round(median('shift') * 1_000) / 1_000,
  };
}
