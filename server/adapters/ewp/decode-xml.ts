import { IiaError } from './iia.ts';

/**
 * The text of an XML file: in the encoding that its first bytes or its declaration name, else UTF-8. Read strictly, so
 * that a file whose bytes are not what it says is refused instead of becoming other names. Throws an `IiaError`.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new IiaError(error instanceof RangeError ? 'iia.encoding_unknown' : 'iia.encoding_wrong', { encoding });
  }
}

/** The first characters of a declaration, as UTF-16 has them when no byte order mark stands before it (XML 1.0, appendix F). */
const begins = (bytes: Uint8Array, ...first: number[]) => first.every((byte, index) => bytes[index] === byte);

function encodingOf(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0x3c, 0x00)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff) || begins(bytes, 0x00, 0x3c)) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^(?:\xEF\xBB\xBF)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'UTF-8';
}
