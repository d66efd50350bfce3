import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findPostmaster } from '../../server/platform/database/embedded/postmaster.ts';

const program = resolve(import.meta.dirname, '../../cli/collegium.ts');

/** A real `collegium serve` with a data folder of its own. */
export interface ServerProcess {
  url: string;
  process: ChildProcess;
  dataFolder: string;
  /** Ends it as Ctrl-C does; returns its exit code. */
  stop: () => Promise<number | null>;
}

/** Starts a server and waits until it answers. `env` holds at least COLLEGIUM_DATA and PORT. Throws what it printed when it ends before. */
export async function startServer(env: { COLLEGIUM_DATA: string } & Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, 'serve'], { env: { ...process.env, ...env } });
  const url = await untilListening(child);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    }
    return child.exitCode;
  };
  return { url, process: child, dataFolder: env.COLLEGIUM_DATA, stop };
}

/** Runs another command of `collegium` to its end and returns what it printed. Throws when it fails. */
export async function runCollegium(args: string[], env: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
  });
  return stdout.trim();
}

export type Victim = 'everything' | 'application' | 'database';

/** Ends the application, PostgreSQL with all its processes, or both with `kill -9`; returns when the application is gone. */
export async function killHard(server: ServerProcess, victim: Victim): Promise<void> {
  const ended = once(server.process, 'exit');
  const postmaster = findPostmaster(join(server.dataFolder, 'postgres'))?.pid;
  if (postmaster === undefined || server.process.pid === undefined) throw new Error('The server does not run.');
  const database = [postmaster, ...childrenOf(postmaster)];
  const victims = { application: [server.process.pid], database, everything: [server.process.pid, ...database] };
  for (const pid of victims[victim]) killIfThere(pid);
  await ended;
}

function untilListening(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((listening, failed) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /^Collegium is at (\S+)$/m.exec(printed)?.[1];
      if (url !== undefined) listening(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => failed(new Error(`The server ended with ${code}: ${printed}`)));
  });
}

function childrenOf(parent: number): number[] {
  const numbers = readdirSync('/proc').map(Number);
  return numbers.filter((pid) => pid > 1 && parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went when its parent did.
  }
}
