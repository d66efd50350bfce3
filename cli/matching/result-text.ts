import type { Comparison, Result, WishExplanation } from '@collegium/matching';

/** The reasons of all wishes of one learner at a time, by their id. */
export type Explanations = Iterable<readonly [id: string, reasons: readonly WishExplanation[]]>;

/**
 * The text of a result file in pieces, each a few lines of JSON: the reasons of ten million wishes are longer than one
 * text may be.
 */
export function* resultText(
  result: Result & { readonly comparison?: Comparison },
  explanations: Explanations | undefined,
): Generator<string> {
  const text = JSON.stringify(result, null, 1);
  if (explanations === undefined) return yield text;
  yield `${text.slice(0, text.lastIndexOf('\n'))},`;
  yield ' "explanations": {';
  let pending: string[] = [];
  let isFirst = true;
  for (const [id, reasons] of explanations) {
    pending.push(`${isFirst ? '' : ',\n'}  ${JSON.stringify(id)}: ${JSON.stringify(reasons)}`);
    isFirst = false;
    if (pending.length < learnersPerPiece) continue;
    yield pending.join('');
    pending = [];
  }
  yield pending.join('');
  yield ' }\n}';
}

const learnersPerPiece = 1_000;
