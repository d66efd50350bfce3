import {
  checkProblem,
  commitSeed,
  compareMethods,
  isSeed,
  type Problem,
  pseudonymise,
  solveAndExplain,
} from '@collegium/matching';
import { defineCommand, type Io, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { onInput } from '../matching/input.ts';
import { checkOutputs, writeWhole } from '../matching/output.ts';
import { methodOf, overridden, overrideOptions } from '../matching/overrides.ts';
import { resultText } from '../matching/result-text.ts';
import { summaryOf } from '../matching/summary.ts';

export const command = defineCommand({
  name: 'allocate',
  summary: 'Gives places to learners by a published method.',
  usage: `
Usage: collegium allocate <problem.json | folder | -> [options]

  --out <file>          write the result there (otherwise it is printed)
  --explain             give every learner the reason of every wish
  --method, --ties, --seed, --objective <value>
                        in place of what the problem says
  --compare <method>    also tell what another method would change, for whom and per group
  --publish <file>      write the problem without identities there and allocate on that one; needs --salt
  --salt <secret>       makes the pseudonyms of --publish
  --commit              print only the hash of the seed, to be published before the deadline

A folder holds CSV files; - reads standard input. Nothing is written when the input is wrong.
See docs/guide/matching.md.`,
  options: {
    ...overrideOptions,
    out: { type: 'string' },
    explain: { type: 'boolean' },
    compare: { type: 'string' },
    publish: { type: 'string' },
    salt: { type: 'string' },
    commit: { type: 'boolean' },
  },
  run: async ({ values, positionals, io }) => {
    const { out, publish, salt } = values;
    if (values.commit) return commit(values.seed, io);
    const [source, ...rest] = positionals;
    if (source === undefined || rest.length > 0)
      throw new UsageError('One problem is needed, or - for standard input.');
    if ((publish === undefined) !== (salt === undefined)) throw new UsageError('--publish and --salt belong together.');
    if (salt === '') throw new UsageError('--salt needs a text that nobody can guess.');
    const other = values.compare === undefined ? undefined : methodOf('--compare', values.compare);
    checkOutputs({ '--out': out, '--publish': publish }, source);

    return onInput(source, io, ({ value }) => {
      const given = overridden(value, values);
      const problem = salt === undefined ? given : pseudonymise(checkProblem(given), salt).problem;
      const { result, explanations } = solveAndExplain(problem);
      const comparison = other === undefined ? undefined : compareMethods(problem as Problem, result, other);
      const whole = comparison === undefined ? result : { ...result, comparison };
      const text = resultText(whole, values.explain ? explanations : undefined);
      if (out === undefined) for (const piece of text) io.out(piece);
      writeWhole([
        ...(publish === undefined ? [] : [[publish, [JSON.stringify(problem, null, 1)]] as const]),
        ...(out === undefined ? [] : [[out, text] as const]),
      ]);
      for (const line of summaryOf(result, comparison)) io.err(line);
      return exitCode.ok;
    });
  },
});

function commit(seed: string | undefined, io: Io): number {
  if (!isSeed(seed)) throw new UsageError('--commit needs --seed with 64 hex digits.');
  io.out(commitSeed(seed));
  return exitCode.ok;
}
