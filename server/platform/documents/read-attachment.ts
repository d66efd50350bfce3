import { inflateSync } from 'node:zlib';

/**
 * Takes an attached file out of a PDF that our typesetter made: finds the embedded file whose specification has this name.
 * undefined when there is none. Reads classic objects and object streams; other producers' encryption is not read.
 */
export function readAttachment(pdf: Uint8Array, name: string): Uint8Array | undefined {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const objects = objectsOf(bytes, text);
  for (const body of objects.values()) {
    if (!/\/Type\s*\/Filespec/.test(body) || !body.includes(name)) continue;
    const reference = /\/EF\s*<<[^>]*\/F\s+(\d+)\s+0\s+R/.exec(body)?.[1];
    const stream = reference === undefined ? undefined : streamOf(bytes, text, Number(reference));
    if (stream) return stream;
  }
  return undefined;
}

/** Every object's text by its number: those that stand alone and those inside object streams (ISO 32000-1, 7.5.7). */
function objectsOf(bytes: Buffer, text: string): Map<number, string> {
  const objects = new Map<number, string>();
  for (const { 1: number, index, 0: head } of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const start = index + head.length;
    const end = text.indexOf('endobj', start);
    const body = text.slice(start, end < 0 ? undefined : end);
    objects.set(Number(number), body);
    if (!/\/Type\s*\/ObjStm/.test(body)) continue;
    const packed = streamOf(bytes, text, Number(number))?.toString('latin1') ?? '';
    const first = Number(/\/First\s+(\d+)/.exec(body)?.[1] ?? 0);
    const pairs = packed.slice(0, first).trim().split(/\s+/).map(Number);
    for (let i = 0; i + 1 < pairs.length; i += 2)
      objects.set(
        pairs[i] as number,
        packed.slice(first + (pairs[i + 1] as number), nextOffset(pairs, i, first, packed)),
      );
  }
  return objects;
}

function nextOffset(pairs: number[], i: number, first: number, packed: string): number {
  const next = pairs[i + 3];
  return next === undefined ? packed.length : first + next;
}

function streamOf(bytes: Buffer, text: string, number: number): Buffer | undefined {
  const head = new RegExp(`(?:^|[\\r\\n])${number} 0 obj\\b[\\s\\S]*?stream\\r?\\n`).exec(text);
  if (!head) return undefined;
  const start = head.index + head[0].length;
  const length = Number(/\/Length\s+(\d+)/.exec(head[0])?.[1]);
  const raw = bytes.subarray(start, Number.isNaN(length) ? text.indexOf('endstream', start) : start + length);
  return /\/FlateDecode/.test(head[0]) ? inflateSync(raw) : raw;
}
