import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../bin/lib/run.ts';

export interface RunningServer {
  origin: string;
  pid: number;
  /** From starting the process to its first answer. */
  startMs: number;
  stop: () => Promise<void>;
}

/** Starts the product as operators do, on a data folder of its own, and waits for its first answer. */
export async function startServer({ port, dataFolder }: { port: number; dataFolder: string }): Promise<RunningServer> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', join(root, 'cli/collegium.ts'), 'serve'], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/collegium/compiled'),
      MALLOC_ARENA_MAX: '2',
      PORT: String(port),
      COLLEGIUM_DATA: dataFolder,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  while (child.exitCode === null) {
    const answer = await fetch(`${origin}/health`).catch(() => undefined);
    if (answer?.ok) return { origin, pid: child.pid ?? 0, startMs: performance.now() - startedAt, stop };
    await sleep(20);
  }
  throw new Error('The server did not start');
}
