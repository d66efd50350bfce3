import { expect, test } from 'vitest';
import { permissions } from '../../../contract/permissions.ts';
import { machines } from '../../../contract/states.ts';
import { permissionsDocument } from './permissions.ts';
import { statesDocument } from './states.ts';
import { table } from './table.ts';

test('every permission has a row with a mark for each of its roles, and its reach', () => {
  const lines = permissionsDocument().split('\n');
  for (const [name, { roles, reach }] of Object.entries(permissions)) {
    const row = lines.find((line) => line.startsWith(`| \`${name}\` `)) ?? '';
    expect([name, row.split('●').length - 1]).toEqual([name, roles.length]);
    expect(row).toContain(reach);
  }
});

test('every state and move stands in the page in both languages, and every move in a diagram', () => {
  const page = statesDocument();
  for (const { states, moves } of machines) {
    for (const state of Object.values(states)) expect(page).toContain(state['zh-CN']);
    for (const [name, move] of Object.entries(moves)) {
      expect(page).toContain(move.en);
      for (const from of move.from) expect(page).toContain(`  ${from} --> ${move.to}: ${name}\n`);
    }
  }
});

test('a table is aligned, Chinese signs take two columns, and a bar does not end a cell', () => {
  expect(table(['A', 'B'], [['草稿', 'x|y']])).toBe(
    ['| A    | B    |', '| ---- | ---- |', '| 草稿 | x\\|y |'].join('\n'),
  );
});
