#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io, RunnableCommand } from './command.ts';
import { exitCode, exitCodesHelp } from './exit-codes.ts';

interface Entry {
  summary: string;
  load: () => Promise<{ command: RunnableCommand }>;
}

/** Loaded only when called, so that `--help` is instant. */
const commands: Record<string, Entry> = {
  serve: { summary: 'run the server: pages, interface and jobs', load: () => import('./commands/serve.ts') },
  work: { summary: 'run jobs only, beside any number of servers', load: () => import('./commands/work.ts') },
  migrate: { summary: 'bring the database up to date', load: () => import('./commands/migrate.ts') },
  network: { summary: 'create or list networks', load: () => import('./commands/network.ts') },
  sample: { summary: 'create the sample world', load: () => import('./commands/sample.ts') },
  token: { summary: 'make a token for a machine', load: () => import('./commands/token.ts') },
  import: { summary: 'read organisations, offers or people from a file', load: () => import('./commands/import.ts') },
  allocate: { summary: 'give places to learners by a published method', load: () => import('./commands/allocate.ts') },
  verify: { summary: 'check the result of an allocation', load: () => import('./commands/verify.ts') },
  'call-order': { summary: 'order a ranking by minimum rates', load: () => import('./commands/call-order.ts') },
  audit: { summary: 'prove that the record of changes was not changed', load: () => import('./commands/audit.ts') },
  agreement: {
    summary: 'check a signed agreement; exchange agreements',
    load: () => import('./commands/agreement.ts'),
  },
  'calendar-reply': {
    summary: 'take a mail that answers an invitation',
    load: () => import('./commands/calendar-reply.ts'),
  },
  doctor: { summary: 'check this installation and say how to mend it', load: () => import('./commands/doctor.ts') },
};

/** Runs one command and returns its exit code. Never throws. */
export async function main(args: string[], io: Io = terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview());
    return name === undefined ? exitCode.usage : exitCode.ok;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    io.err(`There is no command “${name}”.\n\n${overview()}`);
    return exitCode.usage;
  }
  keepCompiled();
  try {
    const { command } = await entry.load();
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(`collegium ${name}: ${command.help}\n${exitCodesHelp}`);
      return exitCode.ok;
    }
    return await command.run(rest, io);
  } catch (error) {
    const { explainFailure } = await import('./failure.ts');
    return explainFailure(error, `collegium ${name}`, io);
  }
}

/** Halves the time that loading the server takes. Not in the system's temporary folder, where others could plant code. */
function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/collegium/compiled'));
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `collegium: organisations run education together\n\nUsage: collegium <command> [options]\n\n${lines.join('\n')}\n
collegium <command> --help tells more. Settings: docs/operate/configuration.md\n${exitCodesHelp}`;
}

const terminal: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  env: process.env,
};

const program = process.argv[1];
if (program !== undefined && pathToFileURL(realpathSync(program)).href === import.meta.url)
  process.exitCode = await main(process.argv.slice(2));
