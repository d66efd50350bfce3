import { rmSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { ensureChromium, findChromium } from '../bin/lib/chromium.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { startServer } from './product/server.ts';
import { fillWorld, network } from './product/world.ts';

/**
 * The first load of the sign-in page as built, in a browser that has nothing of ours yet and whose processor is slowed
 * four times: bytes as sent (without headers), layout shift, and when the page takes what is typed. Median of five.
 */
const port = Number(process.env['PORT'] ?? 8549);
const slowdown = 4;
const dataFolder = createScratchFolder('bench-web');

/** Runs in the page, before anything of ours. */
const noteShifts = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

interface Load {
  bytes: number;
  usableMs: number;
  shift: number;
}

await ensureChromium();
const database = await openDatabase(loadConfig({ COLLEGIUM_DATA: dataFolder }));
await fillWorld(database, 1);
const server = await startServer({ port, dataFolder });
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
try {
  const loads: Load[] = [];
  for (let run = 0; run < 5; run += 1) loads.push(await firstLoad(browser, `${server.origin}/${network.slug}/sign-in`));
  const rows = [
    figure('first load, compressed bytes', loads, 'bytes', 200_000),
    figure('usable on a four times slowed processor, ms', loads, 'usableMs', 2_000),
    figure('layout shift', loads, 'shift', 0),
  ];
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'web', rows }));
  else console.table(rows);
  process.exitCode = rows.every(({ median, most }) => median <= most) ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function firstLoad(opened: Browser, url: string): Promise<Load> {
  const context = await opened.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    session.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send('Network.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript({ content: noteShifts });
    await page.goto(url, { waitUntil: 'commit' });
    const field = page.locator('input[type="email"]').first();
    await field.fill('a@example.org');
    const usableMs = await field.evaluate(() => performance.now());
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => Number(Reflect.get(globalThis, 'layoutShift')));
    return { bytes, usableMs, shift };
  } finally {
    await context.close();
  }
}

function figure(what: string, loads: readonly Load[], name: keyof Load, most: number) {
  const sorted = loads.map((load) => load[name]).toSorted((a, b) => a - b);
  return { what, median: Math.round((sorted[2] ?? 0) * 1_000) / 1_000, least: Math.round(sorted[0] ?? 0), most };
}
