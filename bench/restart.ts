import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { startServer } from './product/server.ts';

/** Restart to first answer (about a second), and the memory of the idle application (under 200 MB). Median of five. */
const port = Number(process.env['PORT'] ?? 8547);
const dataFolder = createScratchFolder('bench-restart');
try {
  await (await startServer({ port, dataFolder })).stop();
  const starts: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const server = await startServer({ port, dataFolder });
    starts.push(server.startMs);
    await sleep(8_000);
    memory.push(residentMegabytes(server.pid));
    await server.stop();
  }
  const rows = [
    { what: 'restart to first answer, ms', median: Math.round(median(starts)), goal: 'about 1,000' },
    { what: 'idle memory of the application, MB', median: Math.round(median(memory)), goal: 'under 200' },
  ];
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'restart', rows }));
  else console.table(rows);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
