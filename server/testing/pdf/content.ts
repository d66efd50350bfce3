import type { PdfObjects } from './objects.ts';

/** What paints on a page: text, paths, pictures, shadings. */
const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);
const tokenPattern =
  /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

/** What a page paints, by how it is marked. */
export interface PageMarks {
  /** Operators outside of everything that is marked. */
  unmarked: string[];
  /** Marks of tagged content. */
  ids: number[];
  /** Artifacts inside tagged content, or the other way round. */
  mixed: number;
}

/** Reads how the content of a page is marked: as content of the structure, or as an artifact. */
export function marksOf(pdf: PdfObjects, contents: readonly string[]): PageMarks {
  const marks: PageMarks = { unmarked: [], ids: [], mixed: 0 };
  const open: ('artifact' | 'tagged' | 'other')[] = [];
  let operands: string[] = [];
  for (const [token] of contents
    .map((one) => pdf.bytes(one))
    .join('\n')
    .matchAll(tokenPattern)) {
    if (token === 'BDC' || token === 'BMC') {
      const id = /\/MCID (\d+)/.exec(operands.join(' '))?.[1];
      const kind = id !== undefined ? 'tagged' : operands[0] === '/Artifact' ? 'artifact' : 'other';
      if (id !== undefined) marks.ids.push(Number(id));
      if (kind !== 'other' && open.some((one) => one !== 'other' && one !== kind)) marks.mixed += 1;
      open.push(kind);
    } else if (token === 'EMC') open.pop();
    else if (painting.has(token) && open.every((one) => one === 'other')) marks.unmarked.push(token);
    operands = /^[A-Za-z'"*]+$/.test(token) ? [] : [...operands, token];
  }
  return marks;
}
