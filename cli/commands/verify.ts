import { verify } from '@collegium/matching';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { onInput, readInput } from '../matching/input.ts';

const SHOWN = 20;

export const command = defineCommand({
  name: 'verify',
  summary: 'Checks that a result is what the method gives, and that every rule holds.',
  usage: `
Usage: collegium verify <problem.json | folder | -> <result.json> [--json]

  --json  print {"isRight": …, "discrepancies": [{"path", "message"}, …]}

Exit code 0 when the result is right, 1 when it is not: then it names what is wrong, and where.
See docs/guide/matching.md.`,
  options: { json: { type: 'boolean' } },
  run: async ({ values, positionals, io }) => {
    const [source, resultFile, ...rest] = positionals;
    if (source === undefined || resultFile === undefined || rest.length > 0)
      throw new UsageError('Two files are needed: the problem and its result.');
    return onInput(source, io, ({ value }) => {
      const discrepancies = verify(value, readInput(resultFile).value);
      if (values.json) {
        io.out(JSON.stringify({ isRight: discrepancies.length === 0, discrepancies }));
      } else if (discrepancies.length === 0) {
        io.out('The result is right: every rule holds, and the method gives just this.');
      } else {
        for (const { path, message } of discrepancies.slice(0, SHOWN)) io.err(`${resultFile}, ${path}: ${message}`);
        if (discrepancies.length > SHOWN) io.err(`… and ${discrepancies.length - SHOWN} more.`);
      }
      return discrepancies.length === 0 ? exitCode.ok : exitCode.failed;
    });
  },
});
