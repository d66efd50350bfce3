import { spawnSync } from 'node:child_process';

/** A value of a PDF as qpdf writes it: names begin with `/`, texts with `u:` or `b:`, references are `12 0 R`. */
export type PdfValue = string | number | boolean | null | PdfValue[] | PdfDict;
export interface PdfDict {
  [key: string]: PdfValue;
}

interface Stored {
  value?: PdfValue;
  stream?: { dict: PdfDict; data?: string };
}

/** Whether qpdf is here, the program that reads the documents for us. */
export const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;

/** The objects of a PDF file, read by a program that did not make it. */
export class PdfObjects {
  readonly #objects: Record<string, Stored>;

  constructor(path: string) {
    const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path];
    const { stdout, status } = spawnSync('qpdf', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    // 3: it was read, with warnings.
    if (status !== 0 && status !== 3) throw new Error(`qpdf could not read ${path}`);
    this.#objects = (JSON.parse(stdout) as { qpdf: [object, Record<string, Stored>] }).qpdf[1];
  }

  /** What a reference stands for; anything else as it is. A stream is its dictionary. */
  get(value: PdfValue | undefined): PdfValue {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null;
    const stored = this.#objects[`obj:${value}`];
    return stored?.stream ? stored.stream.dict : (stored?.value ?? null);
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.get(value);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
  }

  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value);
    if (Array.isArray(found)) return found;
    return found === null ? [] : [value ?? null];
  }

  /** A name or a text of a dictionary; empty when there is none. */
  word(dict: PdfDict, key: string): string {
    const found = this.get(dict[key]);
    return typeof found === 'string' ? found : '';
  }

  /** The bytes of a stream, unpacked, one character each. */
  bytes(reference: PdfValue | undefined): string {
    const data = typeof reference === 'string' ? this.#objects[`obj:${reference}`]?.stream?.data : undefined;
    return Buffer.from(data ?? '', 'base64').toString('latin1');
  }

  get root(): PdfDict {
    return this.dict(this.dict(this.#objects['trailer']?.value)['/Root']);
  }

  get trailer(): PdfDict {
    return this.dict(this.#objects['trailer']?.value);
  }

  /** Every dictionary in the file. */
  get all(): PdfDict[] {
    return Object.values(this.#objects).map(({ value, stream }) => this.dict(stream?.dict ?? value));
  }

  /** The pages in their order, each with its own reference. */
  get pages(): { reference: string; page: PdfDict }[] {
    const walk = (reference: PdfValue): { reference: string; page: PdfDict }[] => {
      const node = this.dict(reference);
      if (node['/Type'] === '/Page') return typeof reference === 'string' ? [{ reference, page: node }] : [];
      return this.list(node['/Kids']).flatMap(walk);
    };
    return walk(this.root['/Pages'] ?? null);
  }
}
