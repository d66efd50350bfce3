import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { CompiledQuery } from 'kysely';
import { root } from '../../bin/lib/run.ts';

/** What is asked for, over and over. */
interface Target {
  url: string;
  headers?: Record<string, string>;
}

export interface Comparison {
  /** Requests a second, medians of all rounds. */
  ours: number;
  bare: number;
  /** The median of the rounds' ratios. */
  ratio: number;
}

const rounds = 9;

/**
 * Both over 50 connections, by turns of a second each after a warm-up, so that other work on the machine meets both alike.
 * Throws when anything but 200 was answered.
 */
export async function compare(ours: Target, bare: Target): Promise<Comparison> {
  for (const target of [ours, bare]) await perSecond(target, 2);
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ ours: await perSecond(ours, 1), bare: await perSecond(bare, 1) });
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.ours / pair.bare)),
  };
}

async function perSecond(target: Target, seconds: number): Promise<number> {
  const result = await autocannon({ ...target, connections: 50, duration: seconds });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} requests to ${target.url} failed`);
  return result.requests.total / result.duration;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/** The same query through bare Fastify and pg in a process of its own. */
export async function startBare(databaseUrl: string, query: CompiledQuery, port: number) {
  const child = spawn(process.execPath, [join(root, 'bench/offers/bare.ts'), String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ url: databaseUrl, sql: query.sql, parameters: query.parameters }));
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill('SIGTERM') };
}
