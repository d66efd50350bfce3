import { skipSpace, skipString } from './locate.ts';

/**
 * The offset of the first key that stands a second time in its object, or undefined. `value` is what the text was parsed
 * to, where only the last of such keys is left: a learner or a whole list would vanish without a word. Counting shows
 * whether there is any, so that the slow search runs on faulty text only.
 */
export function duplicateKeyAt(text: string, value: unknown): number | undefined {
  if (countKeysWritten(text) === countKeys(value)) return undefined;
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '}') open.pop();
    else if (character === '"') {
      const end = skipString(text, at);
      if (text[skipSpace(text, end)] === ':') {
        const key = JSON.parse(text.slice(at, end)) as string;
        if (open.at(-1)!.has(key)) return at;
        open.at(-1)!.add(key);
      }
      at = end - 1;
    }
  }
  return undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** Keys in the text: colons outside of strings. */
function countKeysWritten(text: string): number {
  let count = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isInString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) {
      isInString = true;
    } else if (code === COLON) {
      count++;
    }
  }
  return count;
}

function countKeys(value: unknown): number {
  let count = 0;
  const open: unknown[] = [];
  const look = (member: unknown): void => {
    if (typeof member === 'object' && member !== null) open.push(member);
  };
  look(value);
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (const member of next as unknown[]) look(member);
      continue;
    }
    const object = next as Readonly<Record<string, unknown>>;
    for (const key in object) {
      count++;
      look(object[key]);
    }
  }
  return count;
}
