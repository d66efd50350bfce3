/** Scripts that write without spaces are compared character by character, others word by word. */
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|\s+|[^\s]/gu;
/** The same for texts of ASCII alone, of which most of a contract in English consists: several times quicker. */
const asciiPattern = /[A-Za-z0-9]+(?:['.,-][A-Za-z0-9]+)*|\s+|[^\s]/g;
// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const onlyAscii = /^[\x00-\x7f]*$/;

/** Words, numbers, spaces and signs of a text in their order; joined, they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(onlyAscii.test(text) ? asciiPattern : tokenPattern) ?? [];
}
