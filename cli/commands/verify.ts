import { verify } from '@collegium/matching';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { onInput, readInput } from '../matching/input.ts';
import { overridden, overrideOptions } from '../matching/overrides.ts';

const SHOWN = 20;

export const command = defineCommand({
  name: 'verify',
  summary: 'Checks that a result is what the method gives, and that every rule holds.',
  usage: `
Usage: collegium verify <problem.json | folder | -> <result.json | -> [options]

  --json  print {"isRight": …, "discrepancies": [{"path", "message"}, …]}
  --method, --ties, --seed, --objective <value>
          in place of what the problem says, as they were given to allocate

Exit code 0 when the result is right, 1 when it is not: then it names what is wrong, and where.
See docs/guide/matching.md.`,
  options: { ...overrideOptions, json: { type: 'boolean' } },
  run: async ({ values, positionals, io }) => {
    const [source, resultFile, ...rest] = positionals;
    if (source === undefined || resultFile === undefined || rest.length > 0)
      throw new UsageError('Two files are needed: the problem and its result.');
    if (source === '-' && resultFile === '-')
      throw new UsageError('Standard input can hold the problem or the result, but not both.');
    return onInput(source, io, ({ value }) => {
      const discrepancies = verify(overridden(value, values), readInput(resultFile).value);
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
