import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Finished {
  code: number;
  /** Standard output and error as they came. Empty when shown live. */
  output: string;
}

/** Runs a program of node_modules/.bin or of the system. With `isLive` its output goes straight to the terminal. */
export function run(
  [command = '', ...args]: string[],
  { cwd = root, isLive = false, env = {} }: { cwd?: string; isLive?: boolean; env?: Record<string, string> } = {},
): Promise<Finished> {
  const path = `${resolve(root, 'node_modules/.bin')}:${process.env['PATH']}`;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: path, ...env },
    stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    const finish = (code: number) => done({ code, output: Buffer.concat(chunks).toString().trimEnd() });
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
