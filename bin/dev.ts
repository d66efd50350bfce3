import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadConfig } from '../server/platform/config/config.ts';
import { root } from './lib/run.ts';

/** `npm run dev`: the server, restarted when its sources change, and the pages by Vite, which passes requests on to it. */
const config = loadConfig(process.env);
const server = `http://${config.host}:${config.port}`;
const children = [
  start('node', ['--watch', '--watch-preserve-output', 'cli/collegium.ts', 'serve'], root, {}),
  start('vite', ['--clearScreen', 'false'], join(root, 'web'), { COLLEGIUM_DEV_SERVER: server }),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal));
for (const child of children) child.on('exit', () => stop('SIGTERM'));

function start(command: string, args: string[], cwd: string, env: Record<string, string>): ChildProcess {
  return spawn(join(root, 'node_modules/.bin', command), args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
}

function stop(signal: NodeJS.Signals): void {
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}
