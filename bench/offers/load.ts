import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { CompiledQuery } from 'kysely';
import { root } from '../../bin/lib/run.ts';

/** Requests a second over 50 connections for some seconds, after a warm-up. Throws when anything but 200 was answered. */
export async function measure(url: string, headers: Record<string, string> = {}): Promise<number> {
  await autocannon({ url, headers, connections: 50, duration: 2 });
  const { requests, non2xx, errors } = await autocannon({ url, headers, connections: 50, duration: 6 });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed`);
  return requests.average;
}

/** The same query through bare Fastify and pg in a process of its own. */
export async function measureBare(databaseUrl: string, query: CompiledQuery, port: number): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'bench/offers/bare.ts'), String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ url: databaseUrl, sql: query.sql, parameters: query.parameters }));
  await once(child.stdout, 'data');
  try {
    return await measure(`http://127.0.0.1:${port}/`);
  } finally {
    child.kill('SIGTERM');
  }
}
