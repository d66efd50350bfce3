import type { FaultList } from './faults.ts';

export type JsonObject = Record<string, unknown>;

const LARGEST = 2 ** 31 - 1;
// Line breaks part the two halves of a lottery name, and unseen characters make two ids look alike.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Says in words what a value of JSON is. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  // A number that is too large was read as Infinity, which JSON has no word for.
  return `the ${typeof value} ${typeof value === 'number' ? value : JSON.stringify(value)}`;
}

/** `value` as an object whose fields are among `fields`, or undefined when it is none. */
export function objectOf(value: unknown, path: string, fields: readonly string[], faults: FaultList) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add('not_an_object', path, `An object is needed here, but it is ${describe(value)}.`);
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (fields.includes(key)) continue;
    const place = path === '' ? key : `${path}.${key}`;
    faults.add('unknown_field', place, `"${key}" is not a field here; known are ${fields.join(', ')}.`);
  }
  return value as JsonObject;
}

/** `value` as a list; a missing one is empty unless it is `required`. */
export function listOf(value: unknown, path: string, required: boolean, faults: FaultList): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined && !required) return [];
  if (value === undefined) faults.add('missing', path, 'This list is missing.');
  else faults.add('wrong_type', path, `A list is needed here, but it is ${describe(value)}.`);
  return [];
}

/** `value` as an id or a group name, or undefined when it is none. */
export function idOf(value: unknown, path: string, faults: FaultList): string | undefined {
  if (typeof value === 'number') {
    faults.add('wrong_type', path, `An id is text, but this is the number ${value}; write "${value}".`);
  } else if (value === undefined) {
    faults.add('missing', path, 'This is missing.');
  } else if (typeof value !== 'string') {
    faults.add('wrong_type', path, `Text is needed here, but it is ${describe(value)}.`);
  } else if (value === '' || CONTROL.test(value)) {
    faults.add('bad_id', path, `An id has at least one character and no line breaks or control characters.`);
  } else if (!value.isWellFormed()) {
    faults.add('text_not_unicode', path, 'This text holds half of a Unicode character; the file was cut or damaged.');
  } else {
    return value;
  }
  return undefined;
}

/** `value` as a whole number from `least` on, or undefined when it is none. */
export function wholeOf(value: unknown, path: string, least: number, faults: FaultList): number | undefined {
  if (value === undefined) faults.add('missing', path, 'This number is missing.');
  else if (typeof value !== 'number')
    faults.add('wrong_type', path, `A whole number is needed here, but it is ${describe(value)}.`);
  else if (!Number.isInteger(value))
    faults.add('not_whole', path, `A whole number is needed here, but it is ${value}.`);
  else if (value < least && value < 0) faults.add('negative', path, `${value} is negative; the least is ${least}.`);
  else if (value < least || value > LARGEST)
    faults.add('out_of_range', path, `${value} is out of range; it goes from ${least} to ${LARGEST}.`);
  else return value;
  return undefined;
}

/** `value` as one of `choices`; a missing one is fine. */
export function checkChoice(value: unknown, path: string, choices: readonly string[], faults: FaultList): void {
  if (value === undefined || (typeof value === 'string' && choices.includes(value))) return;
  faults.add('not_one_of', path, `This is one of ${choices.join(', ')}, but it is ${describe(value)}.`);
}
