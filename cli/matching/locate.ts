/** A place in a text, both from 1; columns count UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/**
 * Where in sound JSON text the value of a path such as `offers[2].priorities.scores["l1"]` begins; of the longest part
 * of the path that is there when the rest is missing.
 */
export function locate(text: string, path: string): TextPlace {
  return locator(text)(path);
}

/** `locate` for many places in one text, which is read through once and not once for each: the places of a hundred faults. */
export function locator(text: string): (path: string) => TextPlace {
  const members = new Map<number, Members>();
  return (path) => {
    let at = skipSpace(text, 0);
    for (const step of stepsOf(path)) {
      let known = members.get(at);
      if (known === undefined) members.set(at, (known = { offsets: new Map(), readTo: undefined }));
      const next = enter(text, at, step, known);
      if (next === undefined) break;
      at = next;
    }
    return placeAt(text, at);
  };
}

function stepsOf(path: string): (string | number)[] {
  return Array.from(path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g), ([, index, quoted, name]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(quoted) as string) : name!,
  );
}

/** What was read of a list or object so far. */
interface Members {
  offsets: Map<string | number, number>;
  /** Where reading goes on, and with which number; undefined before the first. */
  readTo: { at: number; index: number } | undefined;
}

/** The offset of a member of the list or object at `at`; of the last one of that name, as it is the one that counts. */
function enter(text: string, at: number, step: string | number, members: Members): number | undefined {
  const isList = text[at] === '[';
  if (!isList && text[at] !== '{') return undefined;
  let { at: i, index } = members.readTo ?? { at: skipSpace(text, at + 1), index: 0 };
  for (; text[i] !== ']' && text[i] !== '}' && i < text.length; index++) {
    if (isList && members.offsets.has(step)) break;
    let key: string | number = index;
    if (!isList) {
      const end = skipString(text, i);
      key = JSON.parse(text.slice(i, end)) as string;
      i = skipSpace(text, skipSpace(text, end) + 1);
    }
    members.offsets.set(key, i);
    i = skipSpace(text, skipValue(text, i));
    if (text[i] === ',') i = skipSpace(text, i + 1);
  }
  members.readTo = { at: i, index };
  return members.offsets.get(step);
}

function skipValue(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at);
  if (text[at] !== '[' && text[at] !== '{') {
    let end = at;
    while (end < text.length && !/[\s,\]}]/.test(text[end]!)) end++;
    return end;
  }
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i];
    if (character === '"') i = skipString(text, i) - 1;
    else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && --depth === 0) return i + 1;
  }
  return text.length;
}

export function skipString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}

export function skipSpace(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++;
  return i;
}
