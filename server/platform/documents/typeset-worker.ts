import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';
import type { Typeset, TypesetAnswer } from './typeset.ts';

/** The body of the typesetter's thread. Fonts are loaded once. */
const fontBlobs = fontFiles().map((path) => readFileSync(path));
const compilers = new Map<string, NodeCompiler>();

parentPort?.on('message', ({ id, ...document }: Typeset & { id: number }) => {
  const answer = attempt(id, document);
  parentPort?.postMessage(answer);
});

function attempt(id: number, document: Typeset): TypesetAnswer {
  try {
    return { id, pdf: typeset(document) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** How often signs without a glyph are replaced before giving up. */
const attempts = 20;

/**
 * Our fonts have Latin, Greek, Cyrillic, Arabic, Chinese, Japanese and Korean letters. A sign that they lack is no PDF/UA, so it
 * is printed as its code point; the attached record has it as it is.
 */
function typeset({ template, data, attachment, createdAt }: Typeset): Uint8Array {
  const compiler = compilerFor(dirname(template));
  const creationTimestamp = Math.floor(createdAt.getTime() / 1_000);
  let text = JSON.stringify(data);
  for (let attempt = 1; ; attempt++) {
    const compiled = compiler.compile({ mainFilePath: template, inputs: { data: text, attachment } });
    const document = compiled.result;
    if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'));
    try {
      const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp });
      compiler.evictCache(10);
      return pdf;
    } catch (error) {
      const lacking = lackingIn(error);
      if (lacking.size === 0 || attempt === attempts) throw error;
      for (const sign of lacking) text = text.replaceAll(sign, codePointOf);
    }
  }
}

function lackingIn(error: unknown): Set<string> {
  const message = error instanceof Error ? error.message : String(error);
  return new Set(
    [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, sign = '']) => sign),
  );
}

function codePointOf(sign: string): string {
  return Array.from(sign, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`).join('');
}

function compilerFor(workspace: string): NodeCompiler {
  const known = compilers.get(workspace);
  if (known) return known;
  const made = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  compilers.set(workspace, made);
  return made;
}
