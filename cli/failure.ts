import { ConfigError } from '../server/platform/config/values.ts';
import { MigrationError } from '../server/platform/database/migrate.ts';
import { DatabaseUnavailable } from '../server/platform/database/server-version.ts';
import { Problem } from '../server/platform/problem/problem.ts';
import { errnoOf } from '../server/platform/errno.ts';
import { type Io, UsageError } from './command.ts';
import { exitCode } from './exit-codes.ts';

/** Tells what went wrong in one sentence where the cause is known, with the stack where it is not. Returns the exit code. */
export function explainFailure(error: unknown, command: string, io: Io): number {
  if (error instanceof UsageError) {
    io.err(`${error.message}\n${command} --help shows what it takes.`);
    return exitCode.usage;
  }
  if (error instanceof ConfigError) return say(error.message, exitCode.configuration, io);
  if (error instanceof DatabaseUnavailable) return say(error.message, exitCode.unavailable, io);
  if (error instanceof MigrationError) return say(error.message, exitCode.failed, io);
  if (error instanceof Problem) return say(error.message, exitCode.badInput, io);
  const noFolder = folderFailure(error);
  if (noFolder !== undefined) return say(noFolder, exitCode.configuration, io);
  const known = systemFailure(error);
  if (known !== undefined) return say(known, exitCode.unavailable, io);
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCode.failed;
}

function say(sentence: string, code: number, io: Io): number {
  io.err(sentence);
  return code;
}

/** The data folder, or one above it, is a file, or lies where no folder can be made. */
function folderFailure(error: unknown): string | undefined {
  const code = errnoOf(error);
  if (error instanceof Error && code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir')
    return `No folder can be made there (${error.message}); put another into COLLEGIUM_DATA.`;
  if (!(error instanceof Error) || (code !== 'ENOTDIR' && code !== 'EEXIST')) return undefined;
  return `A folder is needed where something else lies (${error.message}); put a folder into COLLEGIUM_DATA.`;
}

function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = errnoOf(error);
  if (code === 'EADDRINUSE') return `The port is taken (${error.message}); choose another with PORT.`;
  if (code === 'EADDRNOTAVAIL') return `HOST is no address of this machine (${error.message}).`;
  if (code === 'ENOSPC') return `The disk is full (${error.message}).`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `A file or folder may not be written or read (${error.message}); see COLLEGIUM_DATA.`;
  return undefined;
}
