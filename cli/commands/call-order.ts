import { checkCallOrder, orderOfCall } from '@collegium/matching';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { onInput } from '../matching/input.ts';

export const command = defineCommand({
  name: 'call-order',
  summary: 'Makes the order of call from a ranking with minimum rates for groups.',
  usage: `
Usage: collegium call-order <file.json | ->

Reads   {"ranking": [{"id": "C1", "groups": ["resident"]}, …], "minimums": [{"group": "grant", "percent": 25}, …]}
Prints  {"order": ["B1", "C1", …]}

Where two minimums cannot both be met at a position, the one listed first has priority.
See docs/guide/matching.md.`,
  options: {},
  run: async ({ positionals, io }) => {
    const [source, ...rest] = positionals;
    if (source === undefined || rest.length > 0) throw new UsageError('One file is needed, or - for standard input.');
    return onInput(source, io, ({ value }) => {
      io.out(JSON.stringify({ order: orderOfCall(checkCallOrder(value)) }));
      return exitCode.ok;
    });
  },
});
