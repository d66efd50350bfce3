import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, CDPSession } from 'playwright-core';

const slowdown = 4;

/** What is opened: usable once `usable` is there, drawn, and the page has taken its next turn. */
export interface Visit {
  url: string;
  usable: string;
  storageState?: BrowserContextOptions['storageState'];
}

export interface Load {
  /** Bodies as sent, without headers. */
  bytes: number;
  requests: number;
  usableMs: number;
  /** Of the page's main thread until then, slowed. */
  processorMs: number;
  shift: number;
}

/** Opens a page in a browser that has nothing of ours yet. */
export async function firstLoad(browser: Browser, { url, usable, storageState }: Visit): Promise<Load> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'en-GB', ...(storageState && { storageState }) });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    let requests = 0;
    session.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
    session.on('Network.requestWillBeSent', () => (requests += 1));
    await session.send('Network.enable');
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript({ content: watch(usable) });
    await page.goto(url, { waitUntil: 'commit' });
    const noted = () => page.evaluate(() => Reflect.get(globalThis, 'loadNotes') as Notes);
    while ((await noted()).usableMs === undefined) await sleep(100);
    const processorMs = await taskMs(session);
    await page.waitForLoadState('networkidle');
    const { usableMs = NaN, shift } = await noted();
    return { bytes, requests, usableMs, processorMs, shift };
  } finally {
    await context.close();
  }
}

interface Notes {
  shift: number;
  usableMs?: number;
}

/** Runs in the page, before anything of ours. */
const watch = (selector: string) => `
  globalThis.loadNotes = { shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) loadNotes.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => requestAnimationFrame(() => {
    if (!document.querySelector(${JSON.stringify(selector)})) return look();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (loadNotes.usableMs = performance.now());
    port2.postMessage('');
  });
  look();`;

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
}
