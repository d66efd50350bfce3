import { Agent, request as send } from 'node:http';
import { network, numberedId, tokenOf } from '../product/world.ts';

export interface Answer {
  status: number;
  code: string | undefined;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/** One request to the network's interface as learner `person`; times are wall-clock milliseconds. */
export function ask(origin: string, person: number, method: string, path: string, body?: object): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const call = send(
      `${origin}/${network.slug}/api${path}`,
      {
        agent,
        method,
        headers: { authorization: `Bearer ${tokenOf(person)}`, ...(body && { 'content-type': 'application/json' }) },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          const code =
            status < 300 ? undefined : (JSON.parse(Buffer.concat(parts).toString()) as { code: string }).code;
          resolve({ status, code, ms: performance.now() - started });
        });
      },
    );
    call.on('error', reject);
    call.end(body && JSON.stringify(body));
  });
}

/** What is asked for when resources, named by number, are booked for an hour. */
export function bookingOf(numbers: readonly number[], startsAt: Date) {
  return {
    resources: numbers.map((number) => ({ resourceId: numberedId(5, number) })),
    starts: startsAt.toISOString(),
    ends: new Date(startsAt.getTime() + 3_600_000).toISOString(),
  };
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
