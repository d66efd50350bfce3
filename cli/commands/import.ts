import { createReadStream, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type ImportChoice,
  importChoices,
  type ImportEncoding,
  importEncodings,
  type ImportKind,
  importKinds,
} from '@collegium/contract/imports.ts';
import { importFile } from '../../server/imports/import-file.ts';
import { parseMapping } from '../../server/imports/mapping.ts';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { administratorScope } from '../import/administrator.ts';
import { progressTo } from '../import/progress.ts';
import { reportOf } from '../import/report.ts';
import { openInstallation } from '../installation.ts';

export const command = defineCommand({
  name: 'import',
  summary: 'Reads organisations, offers or people from a CSV or JSON file.',
  usage: `
Usage: collegium import <organisations|offers|people> <file|-> --network <slug> --as <mail address>
                        [--mapping <map.json>] [--encoding ${importEncodings.join('|')}]
                        [--separator <character>] [--apply valid|all] [--json]

Without --apply nothing is written: the report tells what would be. --apply all takes every
row or none, --apply valid every row without a fault. What is there already stays as it is,
so the same file may come again. --as is an administrator of the network. A mapping says
which column is which field; without one, columns are named like fields: docs/guide/import.md.
Returns 65 when rows were at fault.`,
  options: {
    network: { type: 'string' },
    as: { type: 'string' },
    mapping: { type: 'string' },
    encoding: { type: 'string' },
    separator: { type: 'string' },
    apply: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async ({ values, positionals, io }) => {
    const [kindGiven, file, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(`“${rest.join(' ')}” is too much.`);
    const kind = oneOf<ImportKind>('What to import', kindGiven, importKinds);
    if (kind === undefined) throw new UsageError(`Say what to import: ${importKinds.join(', ')}.`);
    if (file === undefined) throw new UsageError('Say which file, or - for standard input.');
    const { network, as: email } = values;
    if (network === undefined) throw new UsageError('Say into which --network.');
    if (email === undefined) throw new UsageError('Say --as whom: the mail address of an administrator.');
    const apply = oneOf<ImportChoice>('--apply', values.apply, importChoices);
    const encoding = oneOf<ImportEncoding>('--encoding', values.encoding, importEncodings);
    const separator = separatorOf(values.separator);
    const mapping = values.mapping === undefined ? undefined : parseMapping(textOf(values.mapping), kind);
    const bytes = file === '-' ? process.stdin : createReadStream(file, { fd: opened(file), highWaterMark: 262_144 });

    const installation = await openInstallation(io.env);
    const progress = progressTo(process.stderr, file);
    try {
      const scope = await administratorScope(installation, network, email);
      const onProgress = progress.show;
      const fileName = file === '-' ? 'standard input' : basename(file);
      const summary = await importFile(scope, bytes, {
        kind,
        fileName,
        mapping,
        encoding,
        separator,
        apply,
        onProgress,
      });
      progress.end();
      io.out(values.json ? JSON.stringify(summary) : reportOf(summary));
      return summary.problemCount > 0 ? exitCode.badInput : exitCode.ok;
    } finally {
      progress.end();
      await installation.database.close();
    }
  },
});

function oneOf<T extends string>(what: string, given: string | undefined, choices: readonly T[]): T | undefined {
  if (given === undefined) return undefined;
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new UsageError(`${what} is ${choices.join(', ')}, not “${given}”.`);
  return found;
}

function separatorOf(given: string | undefined): string | undefined {
  const separator = given === String.raw`\t` ? '\t' : given;
  if (separator !== undefined && separator.length !== 1)
    throw new UsageError(String.raw`--separator is one character, for instance ";" or "\t".`);
  return separator;
}

/** Opened before anything else, so that a wrong name is told at once. */
function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `The mapping ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
