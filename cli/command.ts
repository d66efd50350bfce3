import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];

/** Where a command reads and writes; tests give their own. */
export interface Io {
  out: (text: string) => void;
  err: (text: string) => void;
  env: Readonly<Record<string, string | undefined>>;
}

/** One file of `cli/commands`. */
export interface Command<O extends Options = Options> {
  name: string;
  /** One line of the list of commands. */
  summary: string;
  /** What `--help` shows below the summary. */
  usage: string;
  options: O;
  /** Returns the exit code. */
  run: (input: { values: Values<O>; positionals: string[]; io: Io }) => Promise<number>;
}

/** A command whose options are known to its `run`, ready for the table. */
export interface RunnableCommand {
  summary: string;
  help: string;
  run: (args: string[], io: Io) => Promise<number>;
}

/** Closes a command over its options. Throws `UsageError` for arguments that it does not know. */
export function defineCommand<const O extends Options>(command: Command<O>): RunnableCommand {
  return {
    summary: command.summary,
    help: `${command.summary}\n\n${command.usage.trim()}\n`,
    run: (args, io) => command.run({ ...parse(args, command.options), io }),
  };
}

/** Arguments that make no sense; the message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

function parse<O extends Options>(args: string[], options: O): { values: Values<O>; positionals: string[] } {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
