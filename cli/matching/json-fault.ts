const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- a string of JSON may not hold them, and that is what is looked for
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const OTHER = /[[\]{},:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;

/** What may come next: a value, a key, or what follows either. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/**
 * The offset at which text stops being JSON: that of the first token which cannot stand there, or the text's length
 * when it was cut off. The platform's own parser does not always say.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (at < text.length) {
    const begin = at + match(SPACE, text, at)!.length;
    const token = match(text[begin] === '"' ? STRING : OTHER, text, begin);
    if (token === undefined) return isCutToken(text.slice(begin)) ? text.length : begin;
    const next = after(expected, token[0]!, open);
    if (next === undefined) return begin;
    expected = next;
    at = begin + token.length;
  }
  return text.length;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What is expected after a token, or undefined when it cannot stand here. */
function after(expected: Expected, token: string, open: string[]): Expected | undefined {
  const isInList = open.at(-1) === '[';
  if (token === ':') return expected === 'colon' ? 'value' : undefined;
  if (token === ',') return expected === 'commaOrEnd' && open.length > 0 ? (isInList ? 'value' : 'key') : undefined;
  if (token === ']' || token === '}') {
    const fits = isInList === (token === ']') && open.length > 0;
    if (!fits || !['commaOrEnd', isInList ? 'valueOrEnd' : 'keyOrEnd'].includes(expected)) return undefined;
    open.pop();
    return 'commaOrEnd';
  }
  if (expected === 'key' || expected === 'keyOrEnd') return token === '"' ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'valueOrEnd') return undefined;
  if (token !== '[' && token !== '{') return 'commaOrEnd';
  open.push(token);
  return token === '[' ? 'valueOrEnd' : 'keyOrEnd';
}

/** Whether the rest is the beginning of a token that its end cut off. */
const isCutToken = (rest: string): boolean =>
  rest === '' ||
  /^"(?:[^"\\]|\\.)*\\?$/s.test(rest) ||
  /^-?(?:\d+\.?\d*(?:[eE][+-]?)?)?$/.test(rest) ||
  ['true', 'false', 'null'].some((word) => word.startsWith(rest));
