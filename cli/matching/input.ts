import { constants } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { ProblemError } from '@collegium/matching';
import type { Io } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { errnoOf } from '../../server/platform/errno.ts';
import { readCsvFolder } from './csv-folder.ts';
import { type Input, InputError } from './input-error.ts';
import { duplicateKeyAt } from './duplicate-key.ts';
import { jsonFaultAt } from './json-fault.ts';
import { locator, placeAt, skipString, type TextPlace } from './locate.ts';

/** Reads a JSON file, a folder of CSV files, or standard input (`-`). Throws `InputError`. */
export function readInput(source: string): Input {
  const name = source === '-' ? 'standard input' : source;
  if (source !== '-' && isFolder(source)) return readCsvFolder(source);
  const text = readText(source, name);
  const find = locator(text);
  return { value: parse(text, name), placeOf: (path) => placeIn(find, path, name) };
}

function isFolder(source: string): boolean {
  try {
    return statSync(source).isDirectory();
  } catch (error) {
    throw new InputError(
      `${source} cannot be read: ${errnoOf(error) === 'ENOENT' ? 'there is no such file or folder' : String(error)}.`,
    );
  }
}

function readText(source: string, name: string): string {
  const bytes = readBytes(source, name);
  if (bytes.length > constants.MAX_STRING_LENGTH) throw tooLarge(name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name} is not UTF-8 text; save it as UTF-8.`);
  }
}

/** Files of more than two gigabytes are refused by the platform itself. */
function readBytes(source: string, name: string): Buffer {
  try {
    return readFileSync(source === '-' ? 0 : source);
  } catch (error) {
    if (errnoOf(error) === 'ERR_FS_FILE_TOO_LARGE') throw tooLarge(name);
    throw error;
  }
}

function tooLarge(name: string): InputError {
  const most = Math.floor(constants.MAX_STRING_LENGTH / 1_000_000);
  return new InputError(
    `${name} is larger than the ${most} MB that can be read at once; give a folder of CSV files instead.`,
  );
}

function parse(text: string, name: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (text.trim() === '') throw new InputError(`${name} is empty.`);
    const at = jsonFaultAt(text);
    const { line, column } = placeAt(text, at);
    if (at === text.length)
      throw new InputError(`${name} stops in the middle, at line ${line}, column ${column}; it was cut off.`);
    const found = JSON.stringify(text.slice(at, at + 1));
    throw new InputError(`${name} is no JSON at line ${line}, column ${column}: ${found} cannot stand there.`);
  }
  const duplicate = duplicateKeyAt(text, value);
  if (duplicate === undefined) return value;
  const { line, column } = placeAt(text, duplicate);
  const key = text.slice(duplicate, skipString(text, duplicate));
  throw new InputError(`${name}, line ${line}, column ${column}: ${key} stands twice in the same object.`);
}

function placeIn(find: (path: string) => TextPlace, path: string, name: string): string {
  const { line, column } = find(path === 'the file' ? '' : path);
  return `${name}, line ${line}, column ${column}, ${path}`;
}

/** Runs `act` on what was read; tells faults, each with its place, and returns the exit code of bad input for them. */
export async function onInput(
  source: string,
  io: Io,
  act: (input: Input) => Promise<number> | number,
): Promise<number> {
  try {
    const input = readInput(source);
    try {
      return await act(input);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      for (const { path, message } of error.faults) io.err(`${input.placeOf(path)}: ${message}`);
      if (error.isCut) io.err(`There may be more; only the first ${error.faults.length} are listed.`);
      return exitCode.badInput;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    io.err(error.message);
    return exitCode.badInput;
  }
}
