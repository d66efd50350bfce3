import { machines } from '../../../contract/states.ts';
import type { Machine } from '../../../contract/states/machine.ts';
import { table } from './table.ts';

const heading = `# States

Made from \`contract/states\` by \`npm run generate\`; do not edit. Each noun of the pipeline has one machine: its states, the moves
between them, who may make a move, and named groups of states that the rest of the product speaks of. A move that nobody may
make is made by the server, when a deadline passes or as a consequence of another move. Who _has_ a permission: [permissions.md](permissions.md).
`;

/** `docs/states.md`: a diagram and two tables for each machine, with the words that people read in both languages. */
export function statesDocument(): string {
  return [heading, ...machines.map(section)].join('\n');
}

function section(machine: Machine<string, string, string>): string {
  const title = machine.noun.charAt(0).toUpperCase() + machine.noun.slice(1);
  return [`## ${title}`, diagram(machine), states(machine), moves(machine), ''].join('\n\n').replace(/\n+$/, '\n');
}

function diagram({ initial, states, moves }: Machine<string, string, string>): string {
  const arrows = Object.entries(moves).flatMap(([name, { from, to }]) =>
    from.map((state) => `  ${state} --> ${to}: ${name}`),
  );
  const leaving = new Set(Object.values(moves).flatMap(({ from, to }) => from.filter((state) => state !== to)));
  const ends = Object.keys(states).filter((state) => !leaving.has(state));
  const lines = [`  [*] --> ${initial}`, ...arrows, ...ends.map((state) => `  ${state} --> [*]`)];
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

function states({ states, groups }: Machine<string, string, string>): string {
  const rows = Object.entries(states).map(([name, state]) => {
    const memberOf = Object.entries(groups).filter(([, members]) => members.includes(name));
    return [`\`${name}\``, state.en, state['zh-CN'], memberOf.map(([group]) => `\`${group}\``).join(', ')];
  });
  return table(['State', 'English', '中文', 'Groups'], rows);
}

function moves({ moves }: Machine<string, string, string>): string {
  const rows = Object.entries(moves).map(([name, move]) => [
    `\`${name}\``,
    `${move.from.map((state) => `\`${state}\``).join(', ')} → \`${move.to}\``,
    move.by === null ? 'the server' : `\`${move.by}\``,
    move.needsReason ? 'yes' : '',
    move.en,
    move['zh-CN'],
  ]);
  return table(['Move', 'From → to', 'By', 'Reason due', 'English', '中文'], rows);
}
