import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import {
  checkProblem,
  commitSeed,
  compare,
  isSeed,
  type Problem,
  pseudonymise,
  solve,
  solveAndExplain,
} from '@collegium/matching';
import { defineCommand, type Io, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { onInput } from '../matching/input.ts';
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
    out: { type: 'string' },
    explain: { type: 'boolean' },
    method: { type: 'string' },
    ties: { type: 'string' },
    seed: { type: 'string' },
    objective: { type: 'string' },
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

    return onInput(source, io, ({ value }) => {
      const given = overridden(value, values);
      const problem = salt === undefined ? given : pseudonymise(checkProblem(given), salt).problem;
      const { result, explanations } = solveAndExplain(problem);
      const comparison =
        values.compare === undefined
          ? {}
          : { comparison: compare(problem as Problem, result, solve(overridden(problem, { method: values.compare }))) };
      const text = resultText({ ...result, ...comparison }, values.explain ? explanations : undefined);
      if (publish !== undefined) writeWhole(publish, [JSON.stringify(problem, null, 1)]);
      if (out === undefined) for (const piece of text) io.out(piece);
      else writeWhole(out, text);
      for (const line of summaryOf(result, comparison.comparison)) io.err(line);
      return exitCode.ok;
    });
  },
});

function commit(seed: string | undefined, io: Io): number {
  if (!isSeed(seed)) throw new UsageError('--commit needs --seed with 64 hex digits.');
  io.out(commitSeed(seed));
  return exitCode.ok;
}

/** The problem with the fields that the command line gives; anything that is no object is left for the check to name. */
function overridden(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = ['method', 'ties', 'seed', 'objective'].filter((name) => values[name] !== undefined);
  return { ...value, ...Object.fromEntries(given.map((name) => [name, values[name]])) };
}

/** Writes a file whole or not at all, each piece with a line break. */
function writeWhole(file: string, pieces: Iterable<string>): void {
  const partial = `${file}.part`;
  const open = openSync(partial, 'w');
  try {
    for (const piece of pieces) writeFileSync(open, `${piece}\n`);
    closeSync(open);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
