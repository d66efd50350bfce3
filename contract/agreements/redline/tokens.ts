/** Where the words, numbers, spaces and signs of a text end, and a number that equal ones share. */
export interface Tokens {
  text: string;
  count: number;
  /** `ends[i]` is where token i - 1 ends and token i begins; `ends[0]` is 0. */
  ends: Int32Array;
  hashes: Int32Array;
}

/**
 * Scripts that write without spaces are compared character by character, others word by word. Numbers and words keep the
 * signs within them: 1,400 and the party’s.
 */
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+(?:['’.,\-][[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+)*|\s+|[^\s]/gv;

/** Where tokens are kept; a text that is divided into the same room takes the place of the one before it. */
export interface TokenRoom {
  ends: Int32Array;
  hashes: Int32Array;
}

export function createTokenRoom(): TokenRoom {
  return { ends: new Int32Array(1), hashes: new Int32Array(0) };
}

/** Divides a text. Joined, the tokens are the text. */
export function tokensOf(text: string, room: TokenRoom = createTokenRoom()): Tokens {
  if (room.hashes.length < text.length) {
    room.ends = new Int32Array(2 * text.length + 1);
    room.hashes = new Int32Array(2 * text.length);
  }
  const { ends, hashes } = room;
  return { text, count: divide(text, ends, hashes) ?? divideByPattern(text, ends, hashes), ends, hashes };
}

export function isSameToken(a: Tokens, i: number, b: Tokens, j: number): boolean {
  if (a.hashes[i] !== b.hashes[j]) return false;
  const [from, to] = [a.ends[i] ?? 0, b.ends[j] ?? 0];
  const length = (a.ends[i + 1] ?? 0) - from;
  if (length !== (b.ends[j + 1] ?? 0) - to) return false;
  for (let at = 0; at < length; at += 1) if (a.text.charCodeAt(from + at) !== b.text.charCodeAt(to + at)) return false;
  return true;
}

/** The text of the tokens from `start` up to `end`. */
export function textOf({ text, ends }: Tokens, start: number, end: number): string {
  return text.slice(ends[start], ends[end]);
}

const [unknown, word, space, sign, joint, alone] = [0, 1, 2, 3, 4, 5];

/**
 * The pattern above by hand, several times quicker, for the characters of which nearly all contracts consist; undefined
 * when there is any other. A test holds the two against each other.
 */
function divide(text: string, ends: Int32Array, hashes: Int32Array): number | undefined {
  const { length } = text;
  let count = 0;
  for (let at = 0; at < length;) {
    let hash = text.charCodeAt(at);
    const kind = kinds[hash];
    if (kind === unknown) return undefined;
    at += 1;
    if (kind === word || kind === space)
      for (; at < length; at += 1) {
        const code = text.charCodeAt(at);
        const following = kinds[code];
        if (following !== kind && (kind !== word || following !== joint || kinds[text.charCodeAt(at + 1)] !== word))
          break;
        hash = (Math.imul(hash, 31) + code) | 0;
      }
    hashes[count] = hash;
    count += 1;
    ends[count] = at;
  }
  return count;
}

/** By code unit: ASCII, Latin letters with marks, Han, quotation marks and dashes, stops and brackets of full width. */
const kinds = new Uint8Array(0x10000).fill(alone, 0x4e00, 0xa000).fill(word, 0xc0, 0x250);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  kinds[code] = /\w/.test(character) && character !== '_' ? word : /\s/.test(character) ? space : sign;
}
for (const character of '×÷‘“”–—…、。《》「」（），：；！？') kinds[character.charCodeAt(0)] = sign;
for (const character of "'’.,-") kinds[character.charCodeAt(0)] = joint;

function divideByPattern(text: string, ends: Int32Array, hashes: Int32Array): number {
  let count = 0;
  let end = 0;
  for (const token of text.match(tokenPattern) ?? []) {
    let hash = token.charCodeAt(0);
    for (let at = 1; at < token.length; at += 1) hash = (Math.imul(hash, 31) + token.charCodeAt(at)) | 0;
    end += token.length;
    hashes[count] = hash;
    count += 1;
    ends[count] = end;
  }
  return count;
}
